// Owns reading doors with their state as of an instant: a fragment that finds them, and the one query that adds their knocks.
// Refuses to decide who may read them, and rules of its own: duty is door-duties.sql.ts, the look is visit-cadence.ts.
import type { CareLevel, Norms } from '#modules/geography';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { empty, sql, type Sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import type { CalendarDay } from '#platform/time/zoned-time';
import { doorDuties } from './door-duties.sql.ts';
import { type DoorDuty, type DoorLook, doorLook, type Knock, overdueFrom, type VisitOutcome } from './visit-cadence.ts';

/** Where and when doors are read. */
export interface DoorsAt {
  readonly scope: Scope;
  readonly communityId: string;
  readonly timeZone: string;
  readonly norms: Norms;
  readonly asOf: Date;
}

/** A door in the contract's shape, and what services need besides. */
export interface DoorView {
  readonly id: string;
  readonly communityId: string;
  readonly dwellingId: string;
  readonly entranceId: string;
  readonly asOf: Date;
  readonly label: string | null;
  readonly floor: number;
  readonly position: number;
  readonly look: DoorLook;
  readonly duty: DoorDuty;
  readonly dueOn: CalendarDay | null;
  readonly metToday: boolean;
  readonly careLevel: CareLevel | 'NONE';
  readonly dueAt: Date | null;
  readonly lastMetAt: Date | null;
  readonly lastVisitAt: Date | null;
  readonly lastOutcome: VisitOutcome | null;
  readonly hasContact: boolean;
}

export interface DoorRow {
  readonly dwellingId: string;
  readonly entranceId: string;
  readonly label: string;
  readonly floor: number;
  readonly position: number;
  readonly householdSince: CalendarDay | null;
  readonly level: CareLevel | null;
  readonly dueOn: CalendarDay | null;
  readonly due: boolean;
  readonly done: boolean;
  readonly overdue: boolean;
  readonly metToday: boolean;
  readonly lastAt: number | null;
  readonly lastOutcome: VisitOutcome | null;
  readonly answeredAt: number | null;
  readonly answeredOutcome: VisitOutcome | null;
  readonly metAt: number | null;
  readonly hasContact: boolean;
}

/**
 * Doors of entrances with their household and its duty as of the instant; `condition` may narrow the dwellings `d`.
 * The duties are worked out once, whatever the planner thinks of the tables.
 */
function doorsOfEntrances(
  { communityId, timeZone, norms, asOf }: DoorsAt,
  entranceIds: readonly string[],
  condition: Sql,
): Sql {
  const at = asOf.toISOString();
  return sql`
    with duty as materialized (${doorDuties({ communityId, asOf, timeZone, norms, entranceIds })})
    select d.id as dwelling_id, d.entrance_id, d.label, d.floor, d.position, home.household_id, home.moved_in,
      duty.level, duty.due_on, coalesce(duty.due, false) as due, coalesce(duty.done, false) as done,
      coalesce(duty.overdue, false) as overdue, coalesce(duty.met_today, false) as met_today
    from dwellings d
    left join lateral (
      select h.id as household_id, h.moved_in from households h
      where h.community_id = ${communityId}::uuid and h.dwelling_id = d.id
        and h.moved_in <= ${at}::timestamptz and (h.moved_out is null or h.moved_out > ${at}::timestamptz)
      order by h.moved_in desc limit 1
    ) home on true
    left join duty on duty.household_id = home.household_id
    where d.community_id = ${communityId}::uuid and d.entrance_id = any(${[...entranceIds]}::uuid[]) ${condition}`;
}

/** A door's columns, for rows `door` that hold the door, its household and its duty, with the joins of {@link doorKnocks}. */
export function doorColumns({ timeZone, communityId }: DoorsAt): Sql {
  return sql`door.dwelling_id as "dwellingId", door.entrance_id as "entranceId", door.label, door.floor, door.position,
    to_char(door.moved_in at time zone ${timeZone}, 'YYYY-MM-DD') as "householdSince",
    door.level, to_char(door.due_on, 'YYYY-MM-DD') as "dueOn", door.due, door.done, door.overdue, door.met_today as "metToday",
    ms(latest.at) as "lastAt", latest.outcome as "lastOutcome", ms(answered.at) as "answeredAt", answered.outcome as "answeredOutcome",
    ms(met.at) as "metAt",
    exists (select from household_contacts contact where contact.community_id = ${communityId}::uuid and contact.household_id = door.household_id) as "hasContact"`;
}

/** Joins the knocks that {@link doorColumns} names, each one look into an index. A household's knocks are its own: those before it do not count. */
export function doorKnocks(doors: DoorsAt): Sql {
  return sql`
    left join lateral (${latestKnock(doors, sql`true`)}) latest on true
    left join lateral (${latestKnock(doors, sql`v.outcome <> 'NOT_HOME'`)}) answered on true
    left join lateral (${latestKnock(doors, sql`v.outcome in ('MET', 'FOLLOW_UP')`)}) met on true`;
}

function latestKnock({ communityId, asOf }: DoorsAt, which: Sql): Sql {
  return sql`select v.at, v.outcome from visits v
    where v.community_id = ${communityId}::uuid and v.household_id = door.household_id and v.at <= ${asOf.toISOString()}::timestamptz and ${which}
    order by v.at desc, v.id desc limit 1`;
}

/** Doors of entrances in matrix order: floors from the top, doors from the left. */
export async function doorsOfEntrance(database: Database, doors: DoorsAt, entranceId: string): Promise<DoorView[]> {
  const rows = await database.read<DoorRow>(
    doors.scope,
    sql`
    select ${doorColumns(doors)} from (${doorsOfEntrances(doors, [entranceId], empty)}) door ${doorKnocks(doors)}
    order by door.floor desc, door.position`,
  );
  return rows.map((row) => doorView(row, doors));
}

/** Doors by dwelling; unknown ones are left out. */
export async function doorsById(
  database: Database,
  doors: DoorsAt,
  dwellingIds: readonly string[],
): Promise<Map<string, DoorView>> {
  const ids = [...dwellingIds];
  const places = await database.read<{ entranceId: string }>(
    doors.scope,
    sql`
    select distinct entrance_id as "entranceId" from dwellings where community_id = ${doors.communityId}::uuid and id = any(${ids}::uuid[])`,
  );
  const rows = await database.read<DoorRow>(
    doors.scope,
    sql`
    select ${doorColumns(doors)} from (${doorsOfEntrances(
      doors,
      places.map((place) => place.entranceId),
      sql`and d.id = any(${ids}::uuid[])`,
    )}) door
    ${doorKnocks(doors)}`,
  );
  return new Map(rows.map((row) => [row.dwellingId, doorView(row, doors)]));
}

export function doorView(row: DoorRow, { communityId, timeZone, norms, asOf }: DoorsAt): DoorView {
  const { dwellingId, entranceId, label, floor, position, dueOn, metToday, lastOutcome, hasContact } = row;
  return {
    id: encodeId('Door', communityId, dwellingId),
    communityId,
    dwellingId,
    entranceId,
    asOf,
    label,
    floor,
    position,
    dueOn,
    metToday,
    lastOutcome,
    hasContact,
    look: doorLook({ care: null, householdSince: row.householdSince, knocks: decisiveKnocks(row) }, asOf, timeZone),
    duty: dutyOf(row),
    careLevel: row.level ?? 'NONE',
    dueAt: dueOn === null ? null : overdueFrom(dueOn, norms, timeZone),
    lastMetAt: instant(row.metAt),
    lastVisitAt: instant(row.lastAt),
  };
}

/** A look is decided by the last knock and the last one that was answered: the others need not be read. */
function decisiveKnocks({ lastAt, lastOutcome, answeredAt, answeredOutcome }: DoorRow): Knock[] {
  const knocks: Knock[] = [];
  if (answeredAt !== null && answeredOutcome) knocks.push({ at: new Date(answeredAt), outcome: answeredOutcome });
  if (lastAt !== null && lastOutcome === 'NOT_HOME') knocks.push({ at: new Date(lastAt), outcome: lastOutcome });
  return knocks;
}

function dutyOf({ due, done, overdue }: DoorRow): DoorDuty {
  if (done) return 'DONE';
  if (overdue) return 'OVERDUE';
  return due ? 'DUE' : 'NOT_DUE';
}

const instant = (at: number | null): Date | null => (at === null ? null : new Date(at));
