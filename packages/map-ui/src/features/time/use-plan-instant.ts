// Owns which grids are drawn for an instant of the past: one canonical instant for each plan, so that a week of days
// does not ask for the same lines seven times.
import { useMemo } from 'react';
import { useData } from '#api/client';
import { PlanSpan } from './past-documents.ts';
import { planInstant } from './plan-instant.ts';

/** Null: the plan in force, today's, also while it is not known yet. */
export function usePlanInstant(community: string, asOf: string | null, grids: 'then' | 'now'): string | null {
  const { data } = useData(
    PlanSpan,
    { community, validAt: asOf ?? '' },
    { enabled: grids === 'then' && asOf !== null, staleMs: Infinity, keepPrevious: true },
  );
  return useMemo(() => (grids === 'then' && data ? planInstant(data.grids) : null), [data, grids]);
}
