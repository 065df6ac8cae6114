// Use case: the last closed days counted by the grids they had and by a plan's, week by week.
// Refuses more days than figures are kept comparable for.
import { Permission } from '#modules/access';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { type DecideDeps, placeOf } from './decide-deps.ts';
import { readReplay, type ReplayCount } from './replay.read.ts';
import { replaySpan } from './replay-weeks.ts';

const MAX_DAYS = 90;

type Counts = Omit<ReplayCount, 'week' | 'grid'>;

export interface PlanReplayView extends Counts {
  readonly from: Date;
  readonly to: Date;
  readonly weeks: readonly (Counts & { readonly from: string; readonly to: string; readonly grid: number })[];
}

/** @param days 1 to 90 closed days. @throws AppError NOT_FOUND, FORBIDDEN, BAD_USER_INPUT */
export async function planReplay(
  deps: DecideDeps,
  context: RequestContext,
  plan: string,
  days: number,
): Promise<PlanReplayView> {
  const { access, planId, now } = await placeOf(deps, context, plan, Permission.ReadPlans, 'plan');
  if (days < 1 || days > MAX_DAYS) throw new AppError('BAD_USER_INPUT', {}, 'days');
  const { id: communityId, timeZone } = access.community;
  const known = await deps.database.readOne<{ id: string }>(
    access.scope,
    sql`select id from plan_drafts where community_id = ${communityId}::uuid and id = ${planId}::uuid`,
  );
  if (!known) throw new AppError('NOT_FOUND', {}, 'plan');
  const span = replaySpan(now, timeZone, days);
  const counted = await readReplay(deps.database, access.scope, { communityId, draftId: planId, days: span.days });
  const sum = (of: keyof Counts) => counted.reduce((total, row) => total + row[of], 0);
  return {
    from: span.from,
    to: span.to,
    weeks: counted.map(({ week, ...row }) => ({ ...row, ...span.weeks[week]! })),
    requestsBefore: sum('requestsBefore'),
    requestsAfter: sum('requestsAfter'),
    visitsBefore: sum('visitsBefore'),
    visitsAfter: sum('visitsAfter'),
  };
}
