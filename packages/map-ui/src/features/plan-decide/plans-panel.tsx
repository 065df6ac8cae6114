// Owns the page of plans: their list, and the one looked at with its course. Refuses editing: that is the workbench.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import type { Community } from '#api/community';
import { can, type Viewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { setView, useView } from '#view/view-state';
import { NewPlanForm } from './new-plan-form.tsx';
import { PlanDetail } from './plan-detail.tsx';
import './plan-decide.css';
import { type PlanHead, PlanListQuery } from './plan-documents.ts';
import { firstShown } from './plan-groups.ts';
import { PlanList } from './plan-list.tsx';

/** Props of `PlansPanel`. */
export interface PlansPanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

const REPEAT_MS = 15_000;

export function PlansPanel({ community, viewer }: PlansPanelProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useData(PlanListQuery, { community: community.code }, { refetchMs: REPEAT_MS });
  return (
    <div className="qh-plans">
      <TextAction text={`‹ ${t('planDecide.backToMap')}`} onAction={() => setView({ panel: 'attention' })} />
      <h2>{t('planDecide.title')}</h2>
      {data ? (
        <Plans plans={data.plans} community={community} viewer={viewer} />
      ) : error ? (
        <ErrorState
          failed={t('planDecide.failed')}
          safe={t('errors.pageSafe')}
          next={error.message}
          onRetry={() => void refetch()}
        />
      ) : (
        <RowsSkeleton rows={5} />
      )}
    </div>
  );
}

function Plans({ plans, community, viewer }: PlansPanelProps & { readonly plans: readonly PlanHead[] }) {
  const { t } = useTranslation();
  const named = useView((view) => view.plan);
  // What is looked at stays, also when a midnight or somebody else moves it to another heading.
  const [chosen, setChosen] = useState(() => named ?? firstShown(plans)?.id ?? null);
  const may = can(viewer, 'edit-plans');
  const shown = plans.find(({ id }) => id === chosen) ?? firstShown(plans);
  return (
    <div className="qh-plans-columns">
      <div>
        {may ? <NewPlanForm community={community} /> : null}
        <PlanList plans={plans} shown={shown?.id ?? null} onShow={setChosen} />
        {shown ? null : (
          <EmptyState title={t('planDecide.none')} detail={t(may ? 'planDecide.noneNote' : 'planDecide.noneAsk')} />
        )}
      </div>
      {shown ? (
        <PlanDetail
          key={shown.id}
          head={shown}
          others={plans.filter(({ id }) => id !== shown.id)}
          community={community}
          viewer={viewer}
        />
      ) : null}
    </div>
  );
}
