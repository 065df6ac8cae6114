// A small invented community for integration tests: 4 buildings × 2 entrances, 32 dwellings, 31 households, 3 grids, 2 plans.
// Synthetic and fixed, so that tests can assert real numbers; ids are new for each world.
import 'reflect-metadata';
import { localProjection, roundLonLat } from '@qinghe/rebalance';
import { type BuildingInput, type DwellingInput, type EntranceInput, entranceKey, type HouseholdInput, type MultiPolygonShape, surveyor } from '#modules/geography';
import type { Actor, Role } from '../../src/platform/actor.ts';
import type { Database, Transaction } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/scope.ts';
import { sql } from '../../src/platform/database/sql.ts';
import type { RequestContext } from '../../src/platform/graphql/context.ts';
import { newId } from '../../src/platform/ids.ts';

const DAY_MS = 86_400_000;
export const SMALL_WORLD_ANCHOR = [114.42, 30.63] as const;
const projection = localProjection(SMALL_WORLD_ANCHOR);

/** West, south, width and height in metres of the four buildings; 1 and 2 in the south, 3 and 4 in the north. */
const BOXES = { 1: [-80, -40, 60, 14], 2: [20, -40, 60, 14], 3: [-80, 26, 60, 14], 4: [20, 26, 60, 14] } as const;
type BuildingNumber = keyof typeof BOXES;
const NUMBERS = [1, 2, 3, 4] as const satisfies readonly BuildingNumber[];
const FLOORS = 2;
const DOORS = 2;
/** Nobody lives here. */
const VACANT = '4-2-2-2';
/** Care levels by building-entrance-floor-position. */
const CARE: Readonly<Record<string, 'DAILY' | 'WEEKLY' | 'MONTHLY'>> = { '1-1-1-1': 'DAILY', '1-1-1-2': 'WEEKLY', '2-1-1-1': 'MONTHLY', '3-2-2-1': 'DAILY' };

/** Grid of each entrance before and after the change of plans 45 days ago. */
const EARLIER: Readonly<Record<string, number>> = { '1-1': 1, '1-2': 1, '2-1': 2, '2-2': 2, '3-1': 3, '3-2': 3, '4-1': 3, '4-2': 3 };
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
  access(role: Role, options?: { readonly screen?: boolean; readonly now?: Date; readonly grid?: number }): RequestContext;
}

export interface SmallWorldOptions {
  /** 12 digits; another one for a second community in the same database. */
  readonly code?: string;
  readonly now?: Date;
}

/** Everything that the surveyor takes in for this world; also good for storing it twice. */
export const SMALL_WORLD_INPUTS: { buildings: readonly BuildingInput[]; entrances: readonly EntranceInput[]; dwellings: readonly DwellingInput[] } = {
  buildings: NUMBERS.map((number): BuildingInput => ({
    key: `no:${number}`, number: String(number), name: `${number}栋`, aliases: number === 1 ? ['南一栋'] : [], kind: 'RESIDENTIAL', floors: FLOORS,
    footprint: boxShape(BOXES[number]),
  })),
  entrances: NUMBERS.flatMap((number) => [1, 2].map((entrance): EntranceInput => entranceInput(number, entrance))),
  dwellings: doors().map(({ building, entrance, floor, position }): DwellingInput => ({
    buildingKey: `no:${building}`, entrance: String(entrance), floor, position, label: `${floor * 100 + position}`,
  })),
};

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
    await surveyor.putPlanInForce(tx, { name: '2026年方案', validFrom: new Date(at(45).toISOString().slice(0, 10) + 'T16:00:00Z'), assignment: assignment(IN_FORCE, place.entranceIds) });
    await surveyor.touchGeography(tx);
    return makeStaff(tx, place, at(200));
  });
  return { communityId, code, now, ...place, ...staff, access: accessOf({ communityId, code, now, ...place, ...staff }) };
}

function boxShape([west, south, width, height]: readonly [number, number, number, number]): MultiPolygonShape {
  const corner = (x: number, y: number) => roundLonLat(projection.inverse([x, y]));
  const ring = [corner(west, south), corner(west + width, south), corner(west + width, south + height), corner(west, south + height)];
  return { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]!]]] };
}

/** Buildings 1 and 2 come with slices, 3 with doors, 4 with nothing: all three ways that files know. */
function entranceInput(number: BuildingNumber, entrance: number): EntranceInput {
  const [west, south, width, height] = BOXES[number];
  const left = west + ((entrance - 1) * width) / 2;
  const input = { buildingKey: `no:${number}`, number: String(entrance), floors: FLOORS, doorsPerFloor: DOORS };
  if (number <= 2) return { ...input, slice: boxShape([left, south, width / 2, height]) };
  if (number === 3) return { ...input, point: { type: 'Point', coordinates: roundLonLat(projection.inverse([left + width / 4, south])) } };
  return input;
}

function doors() {
  return NUMBERS.flatMap((building) =>
    [1, 2].flatMap((entrance) =>
      Array.from({ length: FLOORS * DOORS }, (_, index) => ({ building, entrance, floor: Math.floor(index / DOORS) + 1, position: (index % DOORS) + 1 })),
    ),
  );
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
    { kind: 'LANE', name: '中间路', barrier: true, geometry: { type: 'LineString', coordinates: [[-100, 0], [100, 0]].map(([x, y]) => roundLonLat(projection.inverse([x!, y!]))) } },
  ]);
  const stored = await surveyor.storeBuildings(tx, buildings);
  const { ids } = await surveyor.storeEntrances(tx, entrances);
  const dwellingList = await surveyor.storeDwellings(tx, dwellings);
  const lived = doors().filter((door) => doorKey(door) !== VACANT);
  const householdList = await surveyor.storeHouseholds(tx, lived.map((door) => householdInput(door, movedIn)));
  await surveyor.deriveUnits(tx);
  const entranceIds = Object.fromEntries(Object.keys(EARLIER).map((key) => [key, ids.get(entranceKey(`no:${key.split('-')[0]}`, key.split('-')[1]!))!]));
  const plan = await surveyor.putPlanInForce(tx, { name: '2025年方案', validFrom, assignment: assignment(EARLIER, entranceIds) });
  await surveyor.touchGeography(tx);
  return {
    entranceIds,
    buildingIds: Object.fromEntries(NUMBERS.map((number) => [number, stored.ids.get(`no:${number}`)!])) as Record<number, string>,
    gridIds: Object.fromEntries([...plan.grids].map(([number, grid]) => [number, grid.id])) as Record<number, string>,
    dwellingIds: Object.fromEntries(doors().map((door, index) => [doorKey(door), dwellingList[index]!])) as Record<string, string>,
    householdIds: Object.fromEntries(lived.map((door, index) => [doorKey(door), householdList[index]!])) as Record<string, string>,
  };
}

type Door = ReturnType<typeof doors>[number];
const doorKey = ({ building, entrance, floor, position }: Door) => `${building}-${entrance}-${floor}-${position}`;

function householdInput(door: Door, movedIn: Date): HouseholdInput {
  const careLevel = CARE[doorKey(door)];
  return {
    buildingKey: `no:${door.building}`, entrance: String(door.entrance), floor: door.floor, position: door.position,
    residents: 1 + ((door.building + door.floor) % 3), movedIn,
    contact: { name: `住户${doorKey(door)}`, phone: '13900000000' },
    ...(careLevel ? { careLevel } : {}),
  };
}

function assignment(plan: Readonly<Record<string, number>>, entranceIds: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(Object.entries(plan).map(([key, grid]) => [entranceIds[key]!, grid]));
}

type Place = Awaited<ReturnType<typeof buildPlace>>;

async function makeStaff(tx: Transaction, place: Place, since: Date) {
  const organizationId = newId();
  await tx.execute(sql`insert into organizations (community_id, id, name, kind) values (${tx.communityId}::uuid, ${organizationId}::uuid, '小样物业', 'PROPERTY')`);
  const personIds: Record<string, string> = {};
  const person = async (key: string, role: Role, organization: string | null = null) => {
    personIds[key] = newId();
    await tx.execute(sql`
      insert into people (community_id, id, name, role, organization_id)
      values (${tx.communityId}::uuid, ${personIds[key]}::uuid, ${`小样${key}`}, ${role}, ${organization}::uuid)`);
  };
  const duty = (key: string, role: string, scope: { grid?: string; building?: string }, from: Date) => tx.execute(sql`
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
  'SECRETARY', 'GRID_WORKER', 'BRANCH_SECRETARY', 'PLANNER', 'STREET_REVIEWER', 'DISTRICT_REVIEWER', 'PROPERTY_MANAGER', 'POLICE', 'ADMINISTRATOR', 'VOLUNTEER', 'CADRE',
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

const PERSON_OF: Partial<Record<Role, string>> = { SECRETARY: 'secretary', GRID_WORKER: 'worker', BRANCH_SECRETARY: 'branch', PROPERTY_MANAGER: 'property' };

function accessOf(world: Omit<SmallWorld, 'access'>): SmallWorld['access'] {
  return (role, { screen = false, now = world.now, grid = 1 } = {}) => {
    const inGrid = role === 'GRID_WORKER' || role === 'BRANCH_SECRETARY';
    const person = PERSON_OF[role];
    const actor: Actor = {
      accountId: world.accountIds[role]!, username: role.toLowerCase(), name: `小样${role}`, sessionId: newId(), screen, readOnly: false,
      administrator: role === 'ADMINISTRATOR',
      memberships: [{
        communityId: world.communityId, communityCode: world.code, role,
        personId: person ? (world.personIds[inGrid ? `${person}${grid}` : person] ?? null) : null,
        gridId: inGrid ? (world.gridIds[grid] ?? null) : null,
        organizationId: role === 'PROPERTY_MANAGER' ? world.organizationId : null,
      }],
    };
    return { actor, language: 'ZH', requestId: newId(), clock: { now: () => now }, address: '127.0.0.1', setSessionCookie: () => undefined };
  };
}
