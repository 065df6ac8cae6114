// Owns the bar of tools over the plan's map: which is on, what it takes, which grid it gives to. Refuses what a gesture does.
import { useTranslation } from 'react-i18next';
import { usePlan } from '#plan/open-plan';
import type { PlanTool } from '#plan/plan-session.types';
import { flyToUnits } from '#plan/unit-flights';
import { GridSelect } from './grid-select.tsx';
import { ToolIcon, type ToolSign } from './tool-icons.tsx';

const TOOLS: readonly { readonly tool: PlanTool; readonly key: string }[] = [
  { tool: 'select', key: 'V' },
  { tool: 'brush', key: 'B' },
  { tool: 'rectangle', key: 'R' },
  { tool: 'lasso', key: 'L' },
];

/** Props of `PlanToolbar`. */
export interface PlanToolbarProps {
  readonly listOpen: boolean;
  /** Says beside the choice that a grid is needed first. */
  readonly gridNeeded: boolean;
  readonly onTool: (tool: PlanTool) => void;
  readonly onList: () => void;
  readonly onCompare: () => void;
}

export function PlanToolbar({ listOpen, gridNeeded, onTool, onList, onCompare }: PlanToolbarProps) {
  const { t } = useTranslation();
  const tool = usePlan((plan) => plan.tool);
  const grain = usePlan((plan) => plan.grain);
  const canEdit = usePlan((plan) => plan.acts.includes('EDIT'));
  const comparing = usePlan((plan) => plan.comparison !== null);
  const unassigned = usePlan((plan) => plan.assignment.some((grid) => grid < 0));
  const setGrain = usePlan((plan) => plan.setGrain);
  const fill = usePlan((plan) => plan.fillUnassigned);
  const tools = canEdit ? TOOLS : TOOLS.slice(0, 1);
  return (
    <div className="qh-plan-tools" role="toolbar" aria-label={t('planMap.tools')} aria-orientation="vertical">
      {tools.map((each) => (
        <ToolButton
          key={each.tool}
          sign={each.tool}
          text={t(`planMap.tool_${each.tool}`)}
          letter={each.key}
          on={tool === each.tool}
          onPress={() => onTool(each.tool)}
        />
      ))}
      {canEdit ? <PaintGrid needed={gridNeeded} /> : null}
      <ToolButton
        sign="grain"
        text={t(`planMap.grain_${grain}`)}
        letter="G"
        onPress={() => setGrain(grain === 'entrance' ? 'building' : 'entrance')}
      />
      {canEdit && unassigned ? <ToolButton sign="fill" text={t('planMap.fill')} letter="F" onPress={fill} /> : null}
      <hr />
      <ToolButton sign="compare" text={t('planMap.compare')} letter="C" on={comparing} onPress={onCompare} />
      <ToolButton sign="list" text={t('planMap.list')} letter="T" on={listOpen} onPress={onList} />
      <ToolButton sign="whole" text={t('planMap.whole')} onPress={() => flyToUnits([])} />
    </div>
  );
}

interface ToolButtonProps {
  readonly sign: ToolSign;
  readonly text: string;
  readonly letter?: string;
  /** Given for what stays on. */
  readonly on?: boolean;
  readonly onPress: () => void;
}

function ToolButton({ sign, text, letter, on, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="qh-plan-tool"
      aria-keyshortcuts={letter}
      onClick={onPress}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
    >
      <ToolIcon sign={sign} />
      <span>{text}</span>
      {letter ? <kbd>{letter}</kbd> : null}
    </button>
  );
}

/** 归入 07: what brush, rectangle and lasso give to. */
function PaintGrid({ needed }: { readonly needed: boolean }) {
  const { t } = useTranslation();
  const tool = usePlan((plan) => plan.tool);
  const paintGrid = usePlan((plan) => plan.paintGrid);
  const paintWith = usePlan((plan) => plan.paintWith);
  if (tool === 'select' && paintGrid === null) return null;
  return (
    <div className="qh-plan-paint" data-needed={needed && paintGrid === null}>
      <span>{t('planMap.paintWith')}</span>
      <GridSelect
        label={t('planMap.paintWith')}
        value={paintGrid}
        placeholder={t('planMap.chooseGrid')}
        withNone
        width={84}
        onChange={paintWith}
      />
      {tool === 'rectangle' || tool === 'lasso' ? (
        <small>{paintGrid === null ? t('planMap.gatherSelects') : t('planMap.gatherMoves')}</small>
      ) : null}
    </div>
  );
}
