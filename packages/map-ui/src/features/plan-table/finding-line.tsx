// Owns one finding: its sentence, the way there, and what mends it.
import { NEVER_ACCEPTED } from '@qinghe/rebalance';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { CheckCode, PlanFinding } from '#plan/plan-session.types';
import { flyToUnits } from '#plan/unit-flights';
import { TextAction } from '#ui/control';
import { findingText } from './finding-words.ts';

/** Props of `FindingLine`. */
export interface FindingLineProps {
  readonly finding: PlanFinding;
  readonly onExempt: () => void;
}

const REPAIRED: ReadonlySet<CheckCode> = new Set(['loose-piece', 'hole', 'households']);
/** What one step of one's own may just have done. */
const UNDONE: ReadonlySet<CheckCode> = new Set(['loose-piece', 'hole', 'unassigned', 'barrier']);

export function FindingLine({ finding, onExempt }: FindingLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const acts = usePlanActs();
  const grids = usePlan((plan) => plan.grids);
  const units = usePlan((plan) => plan.units);
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const canUndo = usePlan((plan) => plan.canUndo);
  const text = findingText(finding, { t, formats, grids, units });
  const { check } = finding;
  const go = () => {
    if (finding.grid !== null) acts.selectGrid(finding.grid);
    acts.selectUnits(check === 'households' || check === 'residents' ? [] : finding.units);
    flyToUnits(finding.units);
  };
  const runs: Readonly<Record<FindingAct, () => void>> = {
    repair: () => acts.repair(finding),
    fill: acts.fillUnassigned,
    closeGrid: () => acts.closeGrid(finding.grid ?? -1),
    undoStep: acts.undo,
    exempt: onExempt,
    flyTo: go,
  };
  return (
    <div className="qh-finding" data-finding={check}>
      <p>{text}</p>
      <div className="qh-finding-acts">
        {actsOn(finding, editable, canUndo).map((key) => (
          <TextAction
            key={key}
            text={t(`plan.act_${key}`)}
            label={`${t(`plan.act_${key}`)}: ${text}`}
            onAction={runs[key]}
          />
        ))}
      </div>
    </div>
  );
}

type FindingAct = 'repair' | 'fill' | 'closeGrid' | 'undoStep' | 'exempt' | 'flyTo';

function actsOn({ check, units }: PlanFinding, open: boolean, canUndo: boolean): FindingAct[] {
  const offered: readonly (readonly [FindingAct, boolean])[] = [
    ['repair', open && REPAIRED.has(check)],
    ['fill', open && check === 'unassigned'],
    ['closeGrid', open && check === 'empty-grid'],
    ['undoStep', open && canUndo && UNDONE.has(check)],
    ['exempt', open && !NEVER_ACCEPTED.has(check)],
    ['flyTo', units.length > 0],
  ];
  return offered.flatMap(([key, may]) => (may ? [key] : []));
}
