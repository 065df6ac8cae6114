// Owns the map of the open plan with everything over it: tools, legend, scale, the bar of what is selected, the list, the swipe. Refuses
// the plan itself: the session has it.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapFurniture, type MapPadding, PlanCanvas, type PlanMapView, useGeometry } from '#map/index';
import { planSession, usePlan, usePlanActs } from '#plan/open-plan';
import type { PlanTool } from '#plan/plan-session.types';
import { ErrorState, MapSkeleton } from '#ui/state';
import { ActionBar } from './action-bar.tsx';
import { CompareSwipe } from './compare-swipe.tsx';
import { listenToKeys } from './plan-keys.ts';
import { PlanLegend } from './plan-legend.tsx';
import './plan-map.css';
import { chooseTool, comparisonOf } from './plan-tool-choice.ts';
import { PlanToolbar } from './plan-toolbar.tsx';
import { UnitList } from './unit-list.tsx';
import { usePlanDrawing, usePlanGround } from './use-plan-map.ts';

/** Props of `PlanMap`. */
export interface PlanMapProps {
  /** Code of the community the open plan is of. */
  readonly community: string;
  /** `phone`: look only, no tools. */
  readonly size: 'wide' | 'narrow' | 'phone';
  /** Share of the map's height that a sheet covers from below. Default 0. */
  readonly coveredShare?: number;
  /** Who made the base data; left out when it needs no naming. */
  readonly attribution?: string | null;
}

const PADDING: Readonly<Record<PlanMapProps['size'], MapPadding>> = {
  wide: { top: 28, right: 28, bottom: 64, left: 96 },
  narrow: { top: 20, right: 16, bottom: 76, left: 68 },
  phone: { top: 12, right: 12, bottom: 12, left: 12 },
};

/** Under a page that opened a plan. */
export function PlanMap({ community, size, coveredShare = 0, attribution }: PlanMapProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<PlanMapView | null>(null);
  const [failed, setFailed] = useState(false);
  const [list, setList] = useState<'closed' | 'pointed' | 'keyed'>('closed');
  const [gridNeeded, setGridNeeded] = useState(false);
  const { geometry, error } = useGeometry(community, null);
  const ground = usePlanGround(geometry);
  const comparison = usePlan((plan) => plan.comparison);
  const needGrid = useCallback(() => setGridNeeded(true), []);
  usePlanDrawing(view, ground, needGrid);
  const listOpen = list !== 'closed';
  const toggleList = useCallback(() => setList((now) => (now === 'closed' ? 'pointed' : 'closed')), []);
  const keyList = useCallback(() => setList((now) => (now === 'closed' ? 'keyed' : 'closed')), []);
  const toggleCompare = useToggleCompare();
  const takeTool = useCallback((tool: PlanTool) => {
    setGridNeeded(false);
    const session = planSession.getState();
    if (session) chooseTool(session, tool);
  }, []);
  useKeys(view, { takeTool, toggleList: keyList, toggleCompare }, size !== 'phone');
  const padding = useMemo(() => ({ ...PADDING[size], coveredShare }), [size, coveredShare]);
  if (failed || error)
    return <ErrorState failed={t('errors.mapFailed')} safe={t('errors.mapSafe')} next={t('errors.mapNext')} />;
  const phone = size === 'phone';
  return (
    <PlanCanvas
      label={t('planMap.name')}
      geometry={geometry}
      padding={padding}
      onView={setView}
      onFailure={() => setFailed(true)}
    >
      {geometry ? null : <MapSkeleton />}
      {comparison && view && ground ? (
        <CompareSwipe below={view} ground={ground} comparison={comparison} padding={padding} />
      ) : null}
      {phone ? null : (
        <>
          <PlanToolbar
            listOpen={listOpen}
            gridNeeded={gridNeeded}
            onTool={takeTool}
            onList={toggleList}
            onCompare={toggleCompare}
          />
          {listOpen ? <UnitList onClose={toggleList} entered={list === 'keyed'} /> : null}
          <div className="qh-plan-foot" data-size={size}>
            <ActionBar />
            <PlanLegend />
            <MapFurniture view={view} attribution={attribution ?? null} />
          </div>
        </>
      )}
    </PlanCanvas>
  );
}

/** Starts comparing what is previewed with the draft, or the draft with what is in force; ends it. */
function useToggleCompare(): () => void {
  const { t } = useTranslation();
  const { compare } = usePlanActs();
  return useCallback(() => {
    const session = planSession.getState();
    if (!session) return;
    const words = { before: t('planMap.sideBefore'), draft: t('planMap.sideDraft') };
    compare(session.comparison ? null : comparisonOf(session, words));
    if (session.tool !== 'select') session.setTool('select');
  }, [compare, t]);
}

interface KeyActs {
  readonly takeTool: (tool: PlanTool) => void;
  readonly toggleList: () => void;
  readonly toggleCompare: () => void;
}

/** The acts must be stable. */
function useKeys(view: PlanMapView | null, { takeTool, toggleList, toggleCompare }: KeyActs, enabled: boolean): void {
  useEffect(() => {
    if (!view || !enabled) return undefined;
    return listenToKeys({
      session: () => {
        const open = planSession.getState();
        if (!open) throw new Error('No plan is open.');
        return open;
      },
      chooseTool: takeTool,
      toggleList,
      toggleCompare,
      cancelDrag: () => view.cancelDrag(),
    });
  }, [view, enabled, takeTool, toggleList, toggleCompare]);
}
