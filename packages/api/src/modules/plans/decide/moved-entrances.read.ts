// Owns which entrances a plan moves against the one in force at an instant, and what hangs on each of them.
// Refuses entrances that no grid held before: nobody hands those over.
import { ENTRANCE_NAME } from '#modules/geography';
import { type Sql, sql } from '#platform/database/sql';

/** Ids are uuids; a row of {@link movedQuery}. */
export interface MovedRow {
  readonly entranceId: string;
  /** As stored: 9栋2单元. */
  readonly name: string;
  readonly buildingNumber: string;
  readonly entranceNumber: string;
  readonly households: number;
  readonly fromGridId: string;
  readonly toGridId: string;
  readonly toNumber: number;
  /** Still to be accepted from an earlier plan. */
  readonly openHandovers: number;
  readonly openRequests: readonly { readonly requestId: string; readonly responsibleId: string | null }[];
}

/** @param before the last instant of the plan that gives way */
export function movedQuery(communityId: string, planId: string, before: Date): Sql {
  return sql`
    select e.id as "entranceId", ${ENTRANCE_NAME} as name, b.number as "buildingNumber", e.number as "entranceNumber", e.households,
      a.grid_id as "fromGridId", g.id as "toGridId", g.number as "toNumber",
      (select count(*)::int from plan_handovers h
        where h.community_id = e.community_id and h.entrance_id = e.id and h.accepted_at is null) as "openHandovers",
      (select coalesce(json_agg(json_build_object('requestId', q.id, 'responsibleId', q.responsible_id) order by q.number), '[]')
        from service_requests q where q.community_id = e.community_id and q.entrance_id = e.id and q.closed_at is null) as "openRequests"
    from grid_plans p
    join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
    join plan_draft_units u on u.community_id = p.community_id and u.draft_id = ${planId}::uuid and u.entrance_id = a.entrance_id
    join grids g on g.community_id = u.community_id and g.id = u.grid_id
    join entrances e on e.community_id = u.community_id and e.id = u.entrance_id
    join buildings b on b.community_id = e.community_id and b.id = e.building_id
    where p.community_id = ${communityId}::uuid and upper_inf(p.recorded) and p.valid @> ${before.toISOString()}::timestamptz
      and a.grid_id <> u.grid_id`;
}
