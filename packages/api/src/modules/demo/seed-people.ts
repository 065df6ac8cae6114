// Owns the invented staff in the database: organizations, people, what they answer for, who is on call.
// Refuses logins: accounts are global and made before the unit of work that calls this.
import type { Role } from '#platform/actor';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { type DutyInput, staff } from '#modules/people';
import { dayAfter } from './seed-community.ts';
import { buildingKey } from './seed-place.ts';
import { daysFrom, HOUR_MS, localDay } from './world/local-day.ts';
import { ORGANIZATIONS, PEOPLE, TEMPORARY_DUTY, type WorldPerson } from './world/people.ts';

/** The rota covers the history with the courses before it, and a year and more to come. */
const ON_CALL_DAYS = { before: 120, after: 400 } as const;
/** A night: from the end of the working day to the beginning of the next. */
const ON_CALL_HOURS = { from: 18, to: 32.5 } as const;

/** Ids of what was seeded, by the world's own codes. */
export interface SeededPeople {
  readonly personIds: ReadonlyMap<string, string>;
  readonly organizationIds: ReadonlyMap<string, string>;
  /** By grid number. */
  readonly gridIds: ReadonlyMap<number, string>;
}

/** @param createdAt the first start: temporary duties and the rota count from its day */
export async function seedPeople(tx: Transaction, createdAt: Date): Promise<SeededPeople> {
  const organizationIds = byCode(
    ORGANIZATIONS.map(({ code }) => code),
    await staff.storeOrganizations(tx, ORGANIZATIONS),
  );
  const people = PEOPLE.map((person) => ({
    name: person.name,
    role: roleOf(person),
    organizationId: person.organization === null ? null : (organizationIds.get(person.organization) ?? null),
  }));
  const personIds = byCode(
    PEOPLE.map(({ username }) => username),
    await staff.storePeople(tx, people),
  );
  const grids = await tx.execute<{ id: string; number: number }>(
    sql`select id, number from grids where community_id = ${tx.communityId}::uuid`,
  );
  const seeded = { personIds, organizationIds, gridIds: new Map(grids.map(({ id, number }) => [number, id])) };
  await staff.storeDuties(tx, [...regularDuties(tx.now, seeded), await temporaryDuty(tx, createdAt, seeded)]);
  await staff.storeOnCall(tx, rota(createdAt, seeded));
  return seeded;
}

function byCode(codes: readonly string[], ids: readonly string[]): ReadonlyMap<string, string> {
  return new Map(codes.map((code, index) => [code, ids[index]!]));
}

/** The published roles have no word of their own for a firm's crew. */
function roleOf({ role }: WorldPerson): Role {
  return role === 'PROPERTY_CREW' ? 'PROPERTY_MANAGER' : role;
}

function regularDuties(from: Date, { personIds, gridIds }: SeededPeople): DutyInput[] {
  return PEOPLE.flatMap(({ username, role, grid }) => {
    const gridId = grid === null ? undefined : gridIds.get(grid);
    if (gridId === undefined || (role !== 'GRID_WORKER' && role !== 'BRANCH_SECRETARY')) return [];
    return [{ personId: personIds.get(username)!, role, place: { gridId }, from }];
  });
}

async function temporaryDuty(tx: Transaction, createdAt: Date, { personIds }: SeededPeople): Promise<DutyInput> {
  const { username, building, startedDaysAgo, lastsDays } = TEMPORARY_DUTY;
  const [row] = await tx.execute<{ id: string }>(sql`
    select id from buildings where community_id = ${tx.communityId}::uuid and source_key = ${buildingKey(building ?? 0)}`);
  if (!row) throw new RangeError(`no building ${building}`);
  return {
    personId: personIds.get(username)!,
    role: 'GRID_WORKER',
    place: { buildingId: row.id },
    temporary: true,
    from: midnight(dayAfter(createdAt, -startedDaysAgo)),
    to: midnight(dayAfter(createdAt, lastsDays - startedDaysAgo)),
  };
}

/** Branch secretaries take the nights in turn. */
function rota(createdAt: Date, { personIds }: SeededPeople) {
  const turns = PEOPLE.filter(({ role }) => role === 'BRANCH_SECRETARY').map(({ username }) =>
    personIds.get(username)!,
  );
  return daysFrom(dayAfter(createdAt, -ON_CALL_DAYS.before), dayAfter(createdAt, ON_CALL_DAYS.after)).map((day) => {
    const { startMs, number } = localDay(day);
    const at = (hour: number) => new Date(startMs + hour * HOUR_MS);
    return { personId: turns[number % turns.length]!, from: at(ON_CALL_HOURS.from), to: at(ON_CALL_HOURS.to) };
  });
}

function midnight(day: string): Date {
  return new Date(localDay(day).startMs);
}
