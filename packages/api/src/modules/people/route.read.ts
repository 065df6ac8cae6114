// Owns loading what the rule of responsibility decides by: where an entrance lies, who has duties there, who is on call.
// Refuses to decide: responsibility.ts does, purely.
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { isWorkingTime, type WorkingCalendar } from '#platform/time/working-calendar';
import { type Assignment, responsibleFor, type RoutingReason, type Shift } from './responsibility.ts';

/** The answer stored with a request. */
export interface Route {
  readonly gridId: string;
  readonly responsibleId: string | null;
  /** A second name, only while the responsible person is off duty. */
  readonly onCallId: string | null;
  readonly offDuty: boolean;
  readonly reasons: readonly RoutingReason[];
}

interface RouteRow {
  readonly place: number;
  readonly gridId: string;
  readonly buildingId: string;
  readonly duties: readonly StretchRow[];
  readonly shifts: readonly StretchRow[];
}

/** Instants as epoch milliseconds. */
interface StretchRow {
  readonly id: string;
  readonly personId: string;
  readonly scope: Assignment['scope'];
  readonly scopeId: string;
  readonly temporary: boolean;
  readonly from: number;
  readonly to: number | null;
}

/** Where and when somebody is asked for. */
export interface RouteAsk {
  readonly entranceId: string;
  readonly at: Date;
}

/**
 * Answers in the order of `asks`, in one query: a history of thousands asks for each of its own instants.
 * @returns null where the community has no such entrance, or no grid in force holds it then
 */
export async function routes(
  database: Database,
  scope: Scope,
  communityId: string,
  asks: readonly RouteAsk[],
  calendarAt: (at: Date) => Promise<WorkingCalendar>,
): Promise<(Route | null)[]> {
  const places = JSON.stringify(asks.map(({ entranceId, at }, place) => ({ place, entrance: entranceId, at })));
  const rows = await database.read<RouteRow>(
    scope,
    sql`
    select r.place, a.grid_id as "gridId", e.building_id as "buildingId",
      (select coalesce(json_agg(json_build_object('id', d.id, 'personId', d.person_id, 'temporary', d.is_temporary,
          'scope', case when d.entrance_id is not null then 'ENTRANCE' when d.building_id is not null then 'BUILDING' else 'GRID' end,
          'scopeId', coalesce(d.entrance_id, d.building_id, d.grid_id), 'from', ms(lower(d.during)), 'to', ms(upper(d.during)))), '[]')
        from duties d where d.community_id = e.community_id and d.role = 'GRID_WORKER' and d.during @> r.at
          and (d.entrance_id = e.id or d.building_id = e.building_id or d.grid_id = a.grid_id)) as duties,
      (select coalesce(json_agg(json_build_object('id', o.id, 'personId', o.person_id, 'from', ms(lower(o.during)), 'to', ms(upper(o.during)))), '[]')
        from on_call o where o.community_id = e.community_id and o.during @> r.at) as shifts
    from jsonb_to_recordset(${places}::jsonb) as r (place int, entrance uuid, at timestamptz)
    join entrances e on e.community_id = ${communityId}::uuid and e.id = r.entrance
    join grid_plans p on p.community_id = e.community_id and p.valid @> r.at and upper_inf(p.recorded)
    join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id and a.entrance_id = e.id`,
  );
  const answers: (Route | null)[] = asks.map(() => null);
  for (const row of rows) {
    const ask = asks[row.place]!;
    answers[row.place] = decide(row, ask, isWorkingTime(await calendarAt(ask.at), ask.at));
  }
  return answers;
}

function decide(row: RouteRow, { entranceId, at }: RouteAsk, working: boolean): Route {
  const place = { gridId: row.gridId, buildingId: row.buildingId, entranceId };
  const answer = responsibleFor(place, at, row.duties.map(toAssignment), row.shifts.map(toShift), working);
  return {
    gridId: row.gridId,
    responsibleId: answer.responsible?.personId ?? null,
    onCallId: answer.onCall?.personId ?? null,
    offDuty: answer.offDuty,
    reasons: answer.reasons,
  };
}

function toAssignment(row: StretchRow): Assignment {
  return { ...row, from: new Date(row.from), to: row.to === null ? null : new Date(row.to) };
}

/** A turn without an end lasts as long as dates do. */
function toShift({ id, personId, from, to }: StretchRow): Shift {
  return { id, personId, gridId: null, from: new Date(from), to: new Date(to ?? 8.64e15) };
}
