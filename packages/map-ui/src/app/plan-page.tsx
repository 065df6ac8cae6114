// Owns the workbench: the band, table left, map, side right; on a phone the map with the rest on its sheet. Refuses content of its
// parts.
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorList, PlanRemarks, SubmitKey } from '#features/plan-decide';
import { PlanMap } from '#features/plan-map';
import { PlanSide } from '#features/plan-side';
import { ChecksList, GridTable, LockedTurnDialog, PlanBanner, PlanFigures } from '#features/plan-table';
import { usePlan } from '#plan/open-plan';
import { pageRoot } from '#ui/page';
import { ErrorState, MapSkeleton } from '#ui/state';
import { setView, useView } from '#view/view-state';
import type { PanelProps } from './panels.tsx';
import './plan-page.css';
import { Part } from './plan-part.tsx';
import { PlanPhone } from './plan-phone.tsx';
import { useOpenPlan } from './use-open-plan.ts';
import { usePageSize } from './use-size.ts';
import { useUndoKeys } from './use-undo-keys.ts';

export function PlanPage({ community, viewer }: PanelProps) {
  const plan = useView((view) => view.plan);
  useEffect(() => {
    if (plan === null) setView({ panel: 'plans' }, { replace: true });
  }, [plan]);
  return plan === null ? null : (
    <NamedPlan key={plan} plan={plan} community={community} username={viewer.username ?? ''} />
  );
}

interface NamedPlanProps {
  readonly plan: string;
  readonly community: PanelProps['community'];
  readonly username: string;
}

function NamedPlan({ plan, community, username }: NamedPlanProps) {
  const { t } = useTranslation();
  const opening = useOpenPlan(community.code, plan, username);
  if (opening.state === 'open') return <Workbench community={community} />;
  if (opening.state === 'opening') return <MapSkeleton />;
  return (
    <ErrorState failed={t('plan.failed')} safe={t('plan.failedSafe')} next={opening.message} onRetry={opening.retry} />
  );
}

function Workbench({ community }: Pick<PanelProps, 'community'>) {
  const { t } = useTranslation();
  const size = usePageSize();
  const planId = usePlan((plan) => plan.planId);
  const [doors, setDoors] = useState(false);
  useUndoKeys();
  const table = (
    <>
      <PlanFigures />
      <GridTable />
    </>
  );
  const checks = <ChecksList onDoors={() => setDoors(true)} />;
  return (
    <div className="qh-plan-page">
      <PlanBanner actions={(state) => <NextKey {...state} />} />
      {size === 'phone' ? (
        <PlanPhone community={community} table={table} checks={checks} side={<PlanSide />} remarks={<Remarks />} />
      ) : (
        <div className="qh-plan-body">
          <Part name="left">
            {table}
            {checks}
          </Part>
          <Part name="middle">
            <PlanMap community={community.code} size={size} attribution={community.attribution} />
          </Part>
          <Part name="right">
            <PlanSide>
              <Remarks />
            </PlanSide>
          </Part>
        </div>
      )}
      <LockedTurnDialog />
      <Drawer
        getContainer={pageRoot}
        open={doors}
        onClose={() => setDoors(false)}
        size={640}
        title={t('planDecide.doors')}
      >
        {doors ? <DoorList plan={planId} /> : null}
      </Drawer>
    </div>
  );
}

/** What else one may do with it is decided beside its course. */
const DECISIONS: ReadonlySet<string> = new Set(['APPROVE', 'SEND_BACK', 'ACTIVATE', 'WITHDRAW']);

interface NextKeyProps {
  readonly ready: boolean;
  readonly id: string;
  readonly version: number;
}

/** Hands the draft in, or goes where the viewer decides; nothing where it is nobody's turn. */
function NextKey({ ready, id, version }: NextKeyProps) {
  const { t } = useTranslation();
  const acts = usePlan((plan) => plan.acts);
  if (acts.includes('SUBMIT')) return <SubmitKey plan={{ id, version }} disabled={!ready} />;
  if (!acts.some((act) => DECISIONS.has(act))) return null;
  return (
    <Button ghost onClick={() => setView({ panel: 'plans', plan: id })}>
      {t('plan.decide')}
    </Button>
  );
}

/** Remarks of the open plan, at the grid that is selected. */
function Remarks() {
  const plan = usePlan((state) => state.planId);
  const community = usePlan((state) => state.community);
  const grid = usePlan((state) => state.grids[state.selectedGrid ?? -1]?.number ?? null);
  return <PlanRemarks plan={plan} community={community} grid={grid} />;
}
