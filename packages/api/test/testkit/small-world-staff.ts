// The staff and accounts of the small world: one worker and one branch secretary a grid, a firm, an account for every role.
import type { Role } from '../../src/platform/actor.ts';
import type { Transaction } from '../../src/platform/database/database.ts';
import { sql } from '../../src/platform/database/sql.ts';
import { newId } from '../../src/platform/ids.ts';

const DAY_MS = 86_400_000;

interface Place {
  readonly gridIds: Readonly<Record<number, string>>;
  readonly buildingIds: Readonly<Record<number, string>>;
}

/** `temporary` answers for building 4 from 30 days after `tx.now` on. */
export async function makeStaff(tx: Transaction, place: Place, since: Date) {
  const organizationId = newId();
  await tx.execute(
    sql`insert into organizations (community_id, id, name, kind) values (${tx.communityId}::uuid, ${organizationId}::uuid, '小样物业', 'PROPERTY')`,
  );
  const personIds: Record<string, string> = {};
  const person = async (key: string, role: Role, organization: string | null = null) => {
    personIds[key] = newId();
    await tx.execute(sql`
      insert into people (community_id, id, name, role, organization_id)
      values (${tx.communityId}::uuid, ${personIds[key]}::uuid, ${`小样${key}`}, ${role}, ${organization}::uuid)`);
  };
  const duty = (key: string, role: string, scope: { grid?: string; building?: string }, from: Date) =>
    tx.execute(sql`
    insert into duties (community_id, id, person_id, role, grid_id, building_id, is_temporary, during)
    values (${tx.communityId}::uuid, ${newId()}::uuid, ${personIds[key]}::uuid, ${role}, ${scope.grid ?? null}::uuid, ${scope.building ?? null}::uuid,
      ${scope.building !== undefined}::boolean, tstzrange(${from.toISOString()}::timestamptz, null))`);
  await person('secretary', 'SECRETARY');
  await person('property', 'PROPERTY_MANAGER', organizationId);
  await person('temporary', 'GRID_WORKER');
  for (const number of [1, 2, 3]) {
    await person(`worker${number}`, 'GRID_WORKER');
    await person(`branch${number}`, 'BRANCH_SECRETARY');
    await duty(`worker${number}`, 'GRID_WORKER', { grid: place.gridIds[number]! }, since);
    await duty(`branch${number}`, 'BRANCH_SECRETARY', { grid: place.gridIds[number]! }, since);
  }
  await duty('temporary', 'GRID_WORKER', { building: place.buildingIds[4]! }, new Date(tx.now.getTime() + 30 * DAY_MS));
  await tx.execute(sql`
    insert into on_call (community_id, id, person_id, during) values (${tx.communityId}::uuid, ${newId()}::uuid, ${personIds['secretary']}::uuid,
      tstzrange(${since.toISOString()}::timestamptz, null))`);
  return { organizationId, personIds, accountIds: await makeAccounts(tx) };
}

const ROLES: readonly Role[] = [
  'SECRETARY',
  'GRID_WORKER',
  'BRANCH_SECRETARY',
  'PLANNER',
  'STREET_REVIEWER',
  'DISTRICT_REVIEWER',
  'PROPERTY_MANAGER',
  'POLICE',
  'ADMINISTRATOR',
  'VOLUNTEER',
  'CADRE',
];

async function makeAccounts(tx: Transaction): Promise<Readonly<Record<string, string>>> {
  const accountIds: Record<string, string> = {};
  for (const role of ROLES) {
    const id = (accountIds[role] = newId());
    await tx.execute(sql`
      insert into accounts (id, username, name, created_at)
      values (${id}::uuid, ${`${role.toLowerCase()}.${id.slice(-12)}`}, ${`小样${role}`}, ${tx.now.toISOString()}::timestamptz)`);
  }
  return accountIds;
}
