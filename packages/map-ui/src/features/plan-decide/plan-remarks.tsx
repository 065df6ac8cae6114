// Owns the remarks beside the map of the open plan: all of them, a new one pinned to the grid that is selected.
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import { CommentList } from './comment-list.tsx';
import { PlanCourseQuery } from './plan-documents.ts';
import './plan-decide.css';

/** Props of `PlanRemarks`. */
export interface PlanRemarksProps {
  readonly plan: string;
  /** Code of the community. */
  readonly community: string;
  /** Number of the selected grid; null when none is. */
  readonly grid: number | null;
}

const REPEAT_MS = 15_000;

export function PlanRemarks({ plan, community, grid }: PlanRemarksProps) {
  const { t } = useTranslation();
  const { data } = useData(PlanCourseQuery, { id: plan }, { refetchMs: REPEAT_MS });
  if (!data?.plan) return null;
  return (
    <section className="qh-remarks" aria-label={t('planDecide.comments')}>
      <h2>{t('planDecide.comments')}</h2>
      <CommentList
        key={grid}
        plan={data.plan}
        community={{ code: community }}
        {...(grid === null ? {} : { pin: { grid } })}
      />
    </section>
  );
}
