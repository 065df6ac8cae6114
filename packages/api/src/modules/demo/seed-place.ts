// Owns carrying the synthetic layout into the surveyor: outline, base map, buildings, entrances, doors, households and both plans.
// Refuses geometry of its own: units, cells and boundaries are derived by the surveyor as for any community.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import {
  type BaseFeatureInput,
  type BuildingInput,
  type DwellingInput,
  type EntranceInput,
  entranceKey,
  type HouseholdInput,
  type MultiPolygonShape,
  surveyor,
} from '#modules/geography';
import { localDay } from './world/local-day.ts';
import type { EntranceKey, Ring, World, WorldPlan } from './world/world-types.ts';

/** Instants of the seeding, all before the demo's first day. */
export interface SeedTimes {
  /** The compound was surveyed, its first plan put in force, its people took up their duties. */
  readonly foundedAt: Date;
  /** Levels of care began: the first day of the history, so that its first weeks are not all overdue. */
  readonly careSince: Date;
}

/** Identity of a building in this source. */
export const buildingKey = (number: number) => `no:${number}`;
const facilityKey = (kind: string) => `facility:${kind}`;
const IMPLICIT = '1';

/** Stores the place and derives its units. In bulk: about ten statements, whatever the number of doors. */
export async function seedPlace(tx: Transaction, world: World, { foundedAt, careSince }: SeedTimes): Promise<void> {
  await surveyor.storeOutline(tx, shape(world.layout.base.outline));
  await surveyor.storeBaseFeatures(tx, baseFeatures(world));
  await surveyor.storeBuildings(tx, buildings(world));
  await surveyor.storeEntrances(tx, entrances(world));
  await surveyor.storeDwellings(tx, dwellings(world));
  await surveyor.storeHouseholds(tx, households(world, careSince));
  // People lived here before the levels were agreed; the surveyor knows one date for both.
  await tx.execute(sql`
    update households set moved_in = ${foundedAt.toISOString()}::timestamptz where community_id = ${tx.communityId}::uuid`);
  await surveyor.deriveUnits(tx);
}

/** Puts one plan in force from a local midnight, as known from `tx.now` on. The numbers are the plan's own. */
export async function seedPlan(tx: Transaction, plan: WorldPlan, since: string, world: World): Promise<void> {
  const ids = await surveyor.entranceIds(tx);
  const assignment = new Map(
    Object.entries(plan.assignment).map(([key, grid]) => [idOfEntrance(ids, key as EntranceKey), grid]),
  );
  for (const { kind } of world.layout.facilities) {
    const id = ids.get(entranceKey(facilityKey(kind), IMPLICIT));
    if (id) assignment.set(id, plan.facilityGrid);
  }
  await surveyor.putPlanInForce(tx, { name: plan.name, validFrom: new Date(localDay(since).startMs), assignment });
}

function idOfEntrance(ids: ReadonlyMap<string, string>, key: EntranceKey): string {
  const [building, entrance] = key.split('-');
  const id = ids.get(entranceKey(buildingKey(Number(building)), entrance ?? ''));
  if (!id) throw new RangeError(`no entrance ${key}`);
  return id;
}

function shape(ring: Ring): MultiPolygonShape {
  return { type: 'MultiPolygon', coordinates: [[ring]] };
}

function baseFeatures({ layout: { base } }: World): BaseFeatureInput[] {
  const feature = (
    kind: string,
    type: string,
    coordinates: unknown,
    name: string | null = null,
    barrier = false,
  ): BaseFeatureInput => ({
    kind,
    name,
    barrier,
    geometry: { type, coordinates },
  });
  return [
    ...base.courts.map((ring) => feature('COURT', 'Polygon', [ring])),
    ...base.roads.map(({ line, name }) => feature('ROAD', 'LineString', line, name)),
    ...base.lanes.map(({ line, name }) => feature('LANE', 'LineString', line, name, true)),
    ...base.wall.map((line) => feature('WALL', 'LineString', line)),
    ...base.gates.map(({ at, name }) => feature('GATE', 'Point', at, name)),
    ...base.trees.map(({ at }) => feature('TREE', 'Point', at)),
  ];
}

function buildings({ layout }: World): BuildingInput[] {
  return [
    ...layout.buildings.map(({ number, name, floors, ring }): BuildingInput => ({
      key: buildingKey(number),
      number: String(number),
      name,
      aliases: [],
      kind: 'RESIDENTIAL',
      floors,
      footprint: shape(ring),
    })),
    ...layout.facilities.map(({ kind, name, ring }): BuildingInput => ({
      key: facilityKey(kind),
      number: null,
      name,
      aliases: [],
      kind,
      footprint: shape(ring),
    })),
  ];
}

function entrances({ layout }: World): EntranceInput[] {
  return layout.buildings.flatMap((building) =>
    building.entrances.map((entrance): EntranceInput => ({
      buildingKey: buildingKey(building.number),
      number: String(entrance.entrance),
      slice: shape(entrance.ring),
      point: { type: 'Point', coordinates: entrance.doorAt },
      floors: entrance.floors,
    })),
  );
}

function dwellings({ layout }: World): DwellingInput[] {
  return layout.buildings.flatMap((building) =>
    building.entrances.flatMap((entrance) =>
      entrance.dwellings.map(({ floor, position, door }): DwellingInput => ({
        buildingKey: buildingKey(building.number),
        entrance: String(entrance.entrance),
        floor,
        position,
        label: String(door),
      })),
    ),
  );
}

function households(world: World, careSince: Date): HouseholdInput[] {
  return world.households.map(({ entrance, door, contactName, phone, residents, careLevel }): HouseholdInput => {
    const [building, number] = entrance.split('-');
    return {
      buildingKey: buildingKey(Number(building)),
      entrance: number ?? '',
      floor: Math.floor(door / 100),
      position: door % 100,
      residents,
      movedIn: careSince,
      contact: { name: contactName, phone },
      careLevel,
    };
  });
}
