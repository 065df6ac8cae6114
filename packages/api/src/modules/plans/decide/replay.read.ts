// Owns counting the past twice: by the grid that held each entrance on each day, and by the grid a plan gives it.
// Refuses to leave an event out: what lies in no grid counts under number 0, so that totals hold for any plan.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { ReplayDay } from './replay-weeks.ts';

export interface ReplayCount {
  readonly week: number;
  /** Grid number; 0 where the entrance had none. */
  readonly grid: number;
  readonly requestsBefore: number;
  readonly requestsAfter: number;
  readonly visitsBefore: number;
  readonly visitsAfter: number;
}

/**
 * New requests and visits (but for nobody at home, as in density), by week and grid number.
 * The plan of a day is the one in force at its last instant, as in a playback. Grows with the events in the span.
 */
export function readReplay(
  database: Database,
  scope: Scope,
  { communityId, draftId, days }: { communityId: string; draftId: string; days: readonly ReplayDay[] },
): Promise<ReplayCount[]> {
  const rows = JSON.stringify(days.map(({ week, from, to }) => ({ week, from, to })));
  return database.read<ReplayCount>(
    scope,
    sql`
    with days as materialized (
      select d.week, d."from" as begins, d."to" as ends, (
        select p.id from grid_plans p where p.community_id = ${communityId}::uuid and upper_inf(p.recorded)
          and p.valid @> d."to" - interval '1 millisecond') as plan_id
      from jsonb_to_recordset(${rows}::jsonb) as d (week int, "from" timestamptz, "to" timestamptz)),
    happened as materialized (
      select d.week, d.plan_id, r.entrance_id, count(*) as requests, 0 as visits
      from days d join service_requests r on r.community_id = ${communityId}::uuid and r.created_at >= d.begins and r.created_at < d.ends
      group by 1, 2, 3
      union all
      select d.week, d.plan_id, v.entrance_id, 0, count(*)
      from days d join visits v on v.community_id = ${communityId}::uuid and v.at >= d.begins and v.at < d.ends
      where v.outcome <> 'NOT_HOME' group by 1, 2, 3)
    select week, grid, sum(requests_before)::int as "requestsBefore", sum(requests_after)::int as "requestsAfter",
      sum(visits_before)::int as "visitsBefore", sum(visits_after)::int as "visitsAfter"
    from (
      select h.week, coalesce(g.number, 0) as grid, h.requests as requests_before, 0 as requests_after, h.visits as visits_before, 0 as visits_after
      from happened h
      left join grid_assignments a on a.community_id = ${communityId}::uuid and a.plan_id = h.plan_id and a.entrance_id = h.entrance_id
      left join grids g on g.community_id = a.community_id and g.id = a.grid_id
      union all
      select h.week, coalesce(g.number, 0), 0, h.requests, 0, h.visits
      from happened h
      left join plan_draft_units u on u.community_id = ${communityId}::uuid and u.draft_id = ${draftId}::uuid and u.entrance_id = h.entrance_id
      left join grids g on g.community_id = u.community_id and g.id = u.grid_id
    ) counted group by week, grid order by week, grid`,
  );
}
