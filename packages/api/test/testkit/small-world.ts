// A small invented community for integration tests: 4 buildings × 2 entrances, 32 dwellings, 31 households, 3 grids, 2 plans.
// Synthetic and fixed, so that tests can assert real numbers; ids are new for each world.
import 'reflect-metadata';
import { roundLonLat } from '@qinghe/rebalance';
import { entranceKey, surveyor } from '#modules/geography';
import type { Actor, Role } from '../../src/platform/actor.ts';
import type { Database, Transaction } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/scope.ts';
import { sql } from '../../src/platform/database/sql.ts';
import type { RequestContext } from '../../src/platform/graphql/context.ts';
import { newId } from '../../src/platform/ids.ts';
import {
  doorKey,
  doors,
  householdInput,
  NUMBERS,
  projection,
  SMALL_WORLD_INPUTS,
  VACANT,
} from './small-world-inputs.ts';
import { makeStaff } from './small-world-staff.ts';

export { SMALL_WORLD_ANCHOR, SMALL_WORLD_INPUTS } from './small-world-inputs.ts';

const DAY_MS = 86_400_000;
/** Grid of each entrance before and after the change of plans 45 days ago. */
const EARLIER: Readonly<Record<string, number>> = {
  '1-1': 1,
  '1-2': 1,
  '2-1': 2,
  '2-2': 2,
  '3-1': 3,
  '3-2': 3,
  '4-1': 3,
  '4-2': 3,
};
const IN_FORCE: Readonly<Record<string, number>> = { ...EARLIER, '4-2': 2 };

export interface SmallWorld {
  readonly communityId: string;
  readonly code: string;
  readonly now: Date;
  /** By `building-entrance`, e.g. `4-2`. */
  readonly entranceIds: Readonly<Record<string, string>>;
  /** By grid number. */
  readonly gridIds: Readonly<Record<number, string>>;
  /** By building number. */
  readonly buildingIds: Readonly<Record<number, string>>;
  /** By `building-entrance-floor-position`; absent for the vacant door 4-2-2-2. */
  readonly householdIds: Readonly<Record<string, string>>;
  readonly dwellingIds: Readonly<Record<string, string>>;
  /** `worker1`…`worker3`, `branch1`…`branch3`, `temporary`, `secretary`, `property`. */
  readonly personIds: Readonly<Record<string, string>>;
  /** A property firm. */
  readonly organizationId: string;
  readonly accountIds: Readonly<Record<string, string>>;
  /** A signed-in call; GRID_WORKER and BRANCH_SECRETARY belong to grid 1, PROPERTY_MANAGER to the firm. */
  access(
    role: Role,
    options?: { readonly screen?: boolean; readonly now?: Date; readonly grid?: number },
  ): RequestContext;
}

export interface SmallWorldOptions {
  /** 12 digits; another one for a second community in the same database. */
  readonly code?: string;
  readonly now?: Date;
}

/** Builds the world in one unit of work at `now` − 200 days (first plan) and one at `now` − 46 days (the plan in force). */
export async function smallWorld(database: Database, options: SmallWorldOptions = {}): Promise<SmallWorld> {
  const now = options.now ?? new Date('2026-07-07T02:00:00Z');
  const code = options.code ?? '420100000001';
  const communityId = newId();
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS);
  const unit = <Result>(moment: Date, work: (tx: Transaction) => Promise<Result>) =>
    database.write({ scope: SYSTEM, communityId, actorId: null, now: moment }, work);
  const place = await unit(at(200), async (tx) => {
    await makeCommunity(tx, code, at(200));
    return buildPlace(tx, at(200), at(400));
  });
  const staff = await unit(at(46), async (tx) => {
    await surveyor.putPlanInForce(tx, {
      name: '2026年方案',
      validFrom: new Date(at(45).toISOString().slice(0, 10) + 'T16:00:00Z'),
      assignment: assignment(IN_FORCE, place.entranceIds),
    });
    await surveyor.touchGeography(tx);
    return makeStaff(tx, place, at(200));
  });
  return {
    communityId,
    code,
    now,
    ...place,
    ...staff,
    access: accessOf({ communityId, code, now, ...place, ...staff }),
  };
}

async function makeCommunity(tx: Transaction, code: string, createdAt: Date): Promise<void> {
  await tx.execute(sql`
    insert into communities (id, code, name, name_en, time_zone, synthetic, created_at)
    values (${tx.communityId}::uuid, ${code}, '青和小样社区', 'Small sample', 'Asia/Shanghai', true, ${createdAt.toISOString()}::timestamptz)`);
  await tx.execute(sql`insert into community_counters (community_id) values (${tx.communityId}::uuid)`);
}

async function buildPlace(tx: Transaction, validFrom: Date, movedIn: Date) {
  const { buildings, entrances, dwellings } = SMALL_WORLD_INPUTS;
  await surveyor.storeBaseFeatures(tx, [
    {
      kind: 'LANE',
      name: '中间路',
      barrier: true,
      geometry: {
        type: 'LineString',
        coordinates: [
          [-100, 0],
          [100, 0],
        ].map(([x, y]) => roundLonLat(projection.inverse([x!, y!]))),
      },
    },
  ]);
  const stored = await surveyor.storeBuildings(tx, buildings);
  const { ids } = await surveyor.storeEntrances(tx, entrances);
  const dwellingList = await surveyor.storeDwellings(tx, dwellings);
  const lived = doors().filter((door) => doorKey(door) !== VACANT);
  const householdList = await surveyor.storeHouseholds(
    tx,
    lived.map((door) => householdInput(door, movedIn)),
  );
  await surveyor.deriveUnits(tx);
  const entranceIds = Object.fromEntries(
    Object.keys(EARLIER).map((key) => [key, ids.get(entranceKey(`no:${key.split('-')[0]}`, key.split('-')[1]!))!]),
  );
  const plan = await surveyor.putPlanInForce(tx, {
    name: '2025年方案',
    validFrom,
    assignment: assignment(EARLIER, entranceIds),
  });
  await surveyor.touchGeography(tx);
  return {
    entranceIds,
    buildingIds: Object.fromEntries(NUMBERS.map((number) => [number, stored.ids.get(`no:${number}`)!])) as Record<
      number,
      string
    >,
    gridIds: Object.fromEntries([...plan.grids].map(([number, grid]) => [number, grid.id])) as Record<number, string>,
    dwellingIds: Object.fromEntries(doors().map((door, index) => [doorKey(door), dwellingList[index]!])) as Record<
      string,
      string
    >,
    householdIds: Object.fromEntries(lived.map((door, index) => [doorKey(door), householdList[index]!])) as Record<
      string,
      string
    >,
  };
}

function assignment(
  plan: Readonly<Record<string, number>>,
  entranceIds: Readonly<Record<string, string>>,
): ReadonlyMap<string, number> {
  return new Map(Object.entries(plan).map(([key, grid]) => [entranceIds[key]!, grid]));
}

const PERSON_OF: Partial<Record<Role, string>> = {
  SECRETARY: 'secretary',
  GRID_WORKER: 'worker',
  BRANCH_SECRETARY: 'branch',
  PROPERTY_MANAGER: 'property',
};

function accessOf(world: Omit<SmallWorld, 'access'>): SmallWorld['access'] {
  return (role, { screen = false, now = world.now, grid = 1 } = {}) => {
    const inGrid = role === 'GRID_WORKER' || role === 'BRANCH_SECRETARY';
    const person = PERSON_OF[role];
    const actor: Actor = {
      accountId: world.accountIds[role]!,
      username: role.toLowerCase(),
      name: `小样${role}`,
      sessionId: newId(),
      screen,
      readOnly: false,
      administrator: role === 'ADMINISTRATOR',
      memberships: [
        {
          communityId: world.communityId,
          communityCode: world.code,
          role,
          personId: person ? (world.personIds[inGrid ? `${person}${grid}` : person] ?? null) : null,
          gridId: inGrid ? (world.gridIds[grid] ?? null) : null,
          organizationId: role === 'PROPERTY_MANAGER' ? world.organizationId : null,
        },
      ],
    };
    return {
      actor,
      language: 'ZH',
      requestId: newId(),
      clock: { now: () => now },
      address: '127.0.0.1',
      setSessionCookie: () => undefined,
    };
  };
}
