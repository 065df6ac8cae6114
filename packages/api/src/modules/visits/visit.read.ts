// Owns reading visits as the contract shows them: by ids, and in pages, newest first. Doors are masked in the query.
// Refuses notes: nothing here joins them.
import { inForce } from '#modules/geography';
import { heldByName } from '#modules/people';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { empty, sql, type Sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { type Connection, type PageRequest, toConnection } from '#platform/graphql/page';
import { encodeId } from '#platform/ids';
import type { DoorReach } from './visit.policy.ts';
import type { VisitOutcome } from './visit-cadence.ts';

/** Who reads, and as of when; `now` decides which grid holds an entrance. */
export interface VisitsAt {
  readonly scope: Scope;
  readonly communityId: string;
  readonly reach: DoorReach;
  readonly asOf: Date;
  readonly now: Date;
}

/** A visit in the contract's shape, and the uuids of what it names. */
export interface VisitView {
  readonly id: string;
  readonly communityId: string;
  readonly visitId: string;
  readonly entranceId: string;
  readonly gridId: string;
  readonly visitorIds: readonly string[];
  readonly at: Date;
  readonly clientTime: Date | null;
  readonly outcome: VisitOutcome;
  /** Null where the viewer may not know the door. */
  readonly door: string | null;
}

/** All conditions hold together; `from` is inside, `to` outside. Uuids. */
export interface VisitConditions {
  readonly gridId: string | null;
  readonly buildingId: string | null;
  readonly entranceId: string | null;
  readonly outcomes: readonly VisitOutcome[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

interface Row extends Omit<VisitView, 'id' | 'communityId' | 'at' | 'clientTime'> {
  readonly at: number;
  readonly clientTime: number | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** By uuid; unknown ones are left out. */
export async function visitsById(
  database: Database,
  visits: VisitsAt,
  ids: readonly string[],
): Promise<Map<string, VisitView>> {
  const rows = await database.read<Row>(
    visits.scope,
    sql`
    select ${columns(visits)} from (select * from visits v where v.community_id = ${visits.communityId}::uuid and v.id = any(${[...ids]}::uuid[])) v ${joins(visits)}`,
  );
  return new Map(rows.map((row) => [row.visitId, visitView(row, visits.communityId)]));
}

/** Newest first, as of an instant: stable whatever comes later. @throws AppError BAD_CURSOR */
export async function readVisits(
  database: Database,
  visits: VisitsAt,
  conditions: VisitConditions,
  page: PageRequest,
): Promise<Connection<VisitView>> {
  const matching = sql`from visits v where v.community_id = ${visits.communityId}::uuid and v.at <= ${visits.asOf.toISOString()}::timestamptz ${matches(conditions)}`;
  const rows = await database.read<(Row & { total: number }) | { visitId: null; total: number }>(
    visits.scope,
    sql`
    select counted.total, ${columns(visits)}
    from (select count(*)::int as total ${matching}) counted
    left join lateral (select * ${matching} ${afterCursor(page)} order by v.at desc, v.id desc limit ${page.first + 1}::int) v on true
    ${joins(visits)} order by v.at desc, v.id desc`,
  );
  const found = rows.filter((row): row is Row & { total: number } => row.visitId !== null);
  return toConnection(
    page,
    found,
    rows[0]?.total ?? 0,
    (row) => [String(row.at), row.visitId],
    (row) => visitView(row, visits.communityId),
  );
}

function columns({ communityId, reach, now }: VisitsAt): Sql {
  const held = heldByName(communityId, reach.personIds, sql`v.entrance_id`, now);
  const known = reach.all ? sql`true` : sql`(a.grid_id = any(${[...reach.gridIds]}::uuid[]) or ${held})`;
  return sql`v.id as "visitId", v.entrance_id as "entranceId", v.grid_id as "gridId", ms(v.at) as at, ms(v.client_time) as "clientTime", v.outcome,
    case when ${known} then d.label end as door,
    (select coalesce(jsonb_agg(w.person_id order by w.person_id), '[]') from visit_visitors w
      where w.community_id = ${communityId}::uuid and w.visit_id = v.id) as "visitorIds"`;
}

function joins({ communityId, now }: VisitsAt): Sql {
  return sql`
    left join dwellings d on d.community_id = ${communityId}::uuid and d.id = v.dwelling_id
    left join grid_plans p on ${inForce(communityId, now, null)}
    left join grid_assignments a on a.community_id = ${communityId}::uuid and a.plan_id = p.id and a.entrance_id = v.entrance_id`;
}

function matches({ gridId, buildingId, entranceId, outcomes, from, to }: VisitConditions): Sql {
  return sql`
    ${gridId ? sql`and v.grid_id = ${gridId}::uuid` : empty}
    ${buildingId ? sql`and v.entrance_id in (select e.id from entrances e where e.community_id = v.community_id and e.building_id = ${buildingId}::uuid)` : empty}
    ${entranceId ? sql`and v.entrance_id = ${entranceId}::uuid` : empty}
    ${outcomes ? sql`and v.outcome = any(${[...outcomes]}::text[])` : empty}
    ${from ? sql`and v.at >= ${from.toISOString()}::timestamptz` : empty}
    ${to ? sql`and v.at < ${to.toISOString()}::timestamptz` : empty}`;
}

function afterCursor({ after }: PageRequest): Sql {
  if (after === null) return empty;
  const [at = '', id = ''] = after;
  if (!/^\d{1,14}$/.test(at) || !UUID.test(id)) throw new AppError('BAD_CURSOR', {}, 'after');
  return sql`and (v.at, v.id) < (${new Date(Number(at)).toISOString()}::timestamptz, ${id}::uuid)`;
}

function visitView({ at, clientTime, ...row }: Row, communityId: string): VisitView {
  return {
    ...row,
    id: encodeId('Visit', communityId, row.visitId),
    communityId,
    at: new Date(at),
    clientTime: clientTime === null ? null : new Date(clientTime),
  };
}
