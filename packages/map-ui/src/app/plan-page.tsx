// Owns the workbench: the band, table left, map, side right; on a phone one of the three at a time. Refuses content of its parts.
import { Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorList, PlanRemarks, SubmitKey } from '#features/plan-decide';
import { PlanMap } from '#features/plan-map';
import { PlanSide } from '#features/plan-side';
import { ChecksList, GridTable, LockedTurnDialog, PlanBanner, PlanFigures } from '#features/plan-table';
import { usePlan } from '#plan/open-plan';
import { Segmented } from '#ui/control';
import { pageRoot } from '#ui/page';
import { ErrorState, MapSkeleton } from '#ui/state';
import { setView, useView } from '#view/view-state';
import { ErrorBoundary } from './error-boundary.tsx';
import type { PanelProps } from './panels.tsx';
import './plan-page.css';
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

const TABS = ['map', 'table', 'side'] as const;
type Tab = (typeof TABS)[number];

function Workbench({ community }: Pick<PanelProps, 'community'>) {
  const { t } = useTranslation();
  const size = usePageSize();
  const phone = size === 'phone';
  const planId = usePlan((plan) => plan.planId);
  const [tab, setTab] = useState<Tab>('map');
  const [doors, setDoors] = useState(false);
  useUndoKeys();
  return (
    <div className="qh-plan-page" data-tab={phone ? tab : undefined}>
      <PlanBanner actions={({ ready, id, version }) => <SubmitKey plan={{ id, version }} disabled={!ready} />} />
      {phone ? (
        <div className="qh-plan-tabs">
          <Segmented
            label={t('plan.tabs')}
            value={tab}
            onChange={setTab}
            options={TABS.map((value) => ({ value, text: t(`plan.tab${value}`) }))}
          />
        </div>
      ) : null}
      <div className="qh-plan-body">
        <Part className="qh-plan-left" shown={!phone || tab === 'table'}>
          <PlanFigures />
          <GridTable />
          <ChecksList onDoors={() => setDoors(true)} />
        </Part>
        <Part className="qh-plan-middle" shown={!phone || tab === 'map'}>
          <PlanMap community={community.code} size={size} attribution={community.attribution} />
        </Part>
        <Part className="qh-plan-right" shown={!phone || tab === 'side'}>
          <PlanSide>
            <Remarks />
          </PlanSide>
        </Part>
      </div>
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

interface PartProps {
  readonly className: string;
  /** Hidden parts stay as they are: a map drawn again would take seconds. */
  readonly shown: boolean;
  readonly children: ReactNode;
}

function Part({ className, shown, children }: PartProps) {
  return (
    <div className={className} hidden={!shown}>
      <ErrorBoundary resetKey={className}>{children}</ErrorBoundary>
    </div>
  );
}

/** Remarks of the open plan, at the grid that is selected. */
function Remarks() {
  const plan = usePlan((state) => state.planId);
  const community = usePlan((state) => state.community);
  const grid = usePlan((state) => state.grids[state.selectedGrid ?? -1]?.number ?? null);
  return <PlanRemarks plan={plan} community={community} grid={grid} />;
}
