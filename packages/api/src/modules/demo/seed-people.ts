// Owns the invented staff in the database: organizations, people, what they answer for, who is on call.
// Refuses logins: accounts are global and made before the unit of work that calls this.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { recordset } from './recordset.ts';
import { dayAfter } from './seed-community.ts';
import { buildingKey } from './seed-place.ts';
import { idOf } from './world/chance.ts';
import { daysFrom, HOUR_MS, localDay } from './world/local-day.ts';
import { ORGANIZATIONS, PEOPLE, TEMPORARY_DUTY, type WorldPerson } from './world/people.ts';

const ON_CALL_DAYS = 400;
/** The night rota: from the end of the working day to the beginning of the next. */
const ON_CALL = { fromHour: 18, toHour: 32.5 } as const;

/** Ids of what was seeded, by the world's own codes. */
export interface SeededPeople {
  readonly personIds: ReadonlyMap<string, string>;
  readonly organizationIds: ReadonlyMap<string, string>;
  /** By grid number. */
  readonly gridIds: ReadonlyMap<number, string>;
}

/** @param createdAt the first start: temporary duties and the rota count from its day */
export async function seedPeople(tx: Transaction, createdAt: Date): Promise<SeededPeople> {
  const idsOf = (kind: string, codes: readonly string[]) => new Map(codes.map((code) => [code, idOf(tx.now.getTime(), kind, code)]));
  const organizationIds = idsOf('organization', ORGANIZATIONS.map(({ code }) => code));
  const personIds = idsOf('person', PEOPLE.map(({ username }) => username));
  const gridIds = await gridsByNumber(tx);
  await tx.execute(sql`
    insert into organizations (community_id, id, name, kind) select ${tx.communityId}::uuid, r.id, r.name, r.kind
    from ${recordset(ORGANIZATIONS.map(({ code, name, kind }) => ({ id: organizationIds.get(code), name, kind })), 'id uuid, name text, kind text')}`);
  const people = PEOPLE.map((person) => ({
    id: personIds.get(person.username), name: person.name, role: roleOf(person), organization: person.organization && organizationIds.get(person.organization),
  }));
  await tx.execute(sql`
    insert into people (community_id, id, name, role, organization_id) select ${tx.communityId}::uuid, r.id, r.name, r.role, r.organization
    from ${recordset(people, 'id uuid, name text, role text, organization uuid')}`);
  await seedDuties(tx, createdAt, personIds, gridIds);
  await seedRota(tx, createdAt, personIds);
  return { personIds, organizationIds, gridIds };
}

/** The published roles have no word of their own for a firm's crew. */
function roleOf({ role }: WorldPerson): string {
  return role === 'PROPERTY_CREW' ? 'PROPERTY_MANAGER' : role;
}

async function gridsByNumber(tx: Transaction): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.execute<{ id: string; number: number }>(sql`select id, number from grids where community_id = ${tx.communityId}::uuid`);
  return new Map(rows.map(({ id, number }) => [number, id]));
}

async function seedDuties(tx: Transaction, createdAt: Date, personIds: ReadonlyMap<string, string>, gridIds: ReadonlyMap<number, string>): Promise<void> {
  const founded = tx.now.toISOString();
  const regular = PEOPLE.flatMap(({ username, role, grid }) =>
    grid === null ? [] : [{ person: username, role, grid: gridIds.get(grid), building: null, temporary: false, from: founded, to: null }],
  );
  const began = dayAfter(createdAt, -TEMPORARY_DUTY.startedDaysAgo);
  const temporary = {
    person: TEMPORARY_DUTY.username, role: 'GRID_WORKER', grid: null, building: buildingKey(TEMPORARY_DUTY.building ?? 0), temporary: true,
    from: midnight(began), to: midnight(dayAfter(createdAt, TEMPORARY_DUTY.lastsDays - TEMPORARY_DUTY.startedDaysAgo)),
  };
  const rows = [...regular, temporary].map((duty) => ({ ...duty, id: idOf(tx.now.getTime(), 'duty', duty.person), person: personIds.get(duty.person) }));
  await tx.execute(sql`
    insert into duties (community_id, id, person_id, role, grid_id, building_id, is_temporary, during)
    select ${tx.communityId}::uuid, r.id, r.person, r.role, r.grid, b.id, r.temporary, tstzrange(r."from", r."to")
    from ${recordset(rows, 'id uuid, person uuid, role text, grid uuid, building text, temporary boolean, "from" timestamptz, "to" timestamptz')}
    left join buildings b on b.community_id = ${tx.communityId}::uuid and b.source_key = r.building`);
}

/** Branch secretaries take the nights in turn. */
async function seedRota(tx: Transaction, createdAt: Date, personIds: ReadonlyMap<string, string>): Promise<void> {
  const turns = PEOPLE.filter(({ role }) => role === 'BRANCH_SECRETARY').map(({ username }) => personIds.get(username));
  const rows = daysFrom(dayAfter(createdAt, -ON_CALL_DAYS), dayAfter(createdAt, ON_CALL_DAYS)).map((day) => {
    const { startMs, number } = localDay(day);
    const at = (hour: number) => new Date(startMs + hour * HOUR_MS).toISOString();
    return { id: idOf(startMs, 'on-call'), person: turns[number % turns.length], from: at(ON_CALL.fromHour), to: at(ON_CALL.toHour) };
  });
  await tx.execute(sql`
    insert into on_call (community_id, id, person_id, during)
    select ${tx.communityId}::uuid, r.id, r.person, tstzrange(r."from", r."to")
    from ${recordset(rows, 'id uuid, person uuid, "from" timestamptz, "to" timestamptz')}`);
}

function midnight(day: string): string {
  return new Date(localDay(day).startMs).toISOString();
}
