// Owns what the engine is given of a community: units in the order of their map ids, outline and barriers. It runs in a
// thread of its own, once for the same shapes in a unit of work. Refuses to write; the caller keeps what it derives.
import path from 'node:path';
import { type Coverage, localProjection, type MultiPolygon, type Position, type Projection } from '@qinghe/rebalance';
import { type Sql, sql } from '#platform/database/sql';
import { inThread } from '#platform/one-shot-thread';
import type { BarrierLine, DerivedGround, GroundInput } from './derive-ground.ts';

/** Ten times what the largest community that may be imported takes. */
const LIMITS = { timeMs: 60_000, memoryMebibytes: 2_048 } as const;

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./ground.worker${path.extname(import.meta.url)}`, import.meta.url);

/** One unit of the ground: an entrance with its slice. */
export interface GroundUnit {
  readonly id: string;
  readonly buildingName: string;
  readonly number: string;
  readonly implicit: boolean;
  readonly households: number;
  /** Metres; null when the stored slice stands. */
  readonly newSlice: MultiPolygon | null;
}

/** Where the rows come from: a unit of work, or a reading session. */
export interface GroundSource {
  readonly communityId: string;
  execute<Row extends object>(query: Sql): Promise<Row[]>;
}

/**
 * The order of the units of a ground, on entrances `e`: slices that somebody drew come first, as in the coverage. Every list of
 * units by index keeps to it.
 */
export const GROUND_ORDER: Sql = sql`e.slice_derived, e.map_id`;

/** The derived ground; indexes of units are those of `units`, in {@link GROUND_ORDER}. */
export interface Ground {
  readonly units: readonly GroundUnit[];
  /** Of the projection, in degrees. */
  readonly anchor: Position;
  readonly projection: Projection;
  /** Degrees; the proposed one where none was given. */
  readonly outline: MultiPolygon;
  readonly outlineDerived: boolean;
  readonly coverage: Coverage;
  /** Footprints in metres, for labels to avoid. */
  readonly footprints: MultiPolygon;
}

interface UnitRow {
  readonly id: string;
  readonly building: string;
  readonly buildingName: string;
  readonly number: string;
  readonly implicit: boolean;
  readonly households: number;
  /** Null when it is derived. */
  readonly slice: string | null;
  readonly footprint: string;
  readonly door: string | null;
}

/**
 * Derives slices, outline and coverage from what is stored. The same rows give the same ground. Null without buildings.
 * @throws RangeError for ground that no coverage can be derived of; ThreadOverrun
 */
export async function surveyGround(tx: GroundSource): Promise<Ground | null> {
  const rows = await unitRows(tx);
  if (rows.length === 0) return null;
  const input: GroundInput = {
    units: rows.map(({ building, number, footprint, door, slice }) => ({ building, number, footprint, door, slice })),
    ...(await outlineAndBarriers(tx)),
  };
  const { anchor, order, newSlices, ...derived } = await derivedIn(tx, input);
  return {
    ...derived,
    anchor,
    projection: localProjection(anchor),
    units: order.map((index): GroundUnit => {
      const { id, buildingName, number, implicit, households } = rows[index]!;
      return { id, buildingName, number, implicit, households, newSlice: newSlices[index] ?? null };
    }),
  };
}

interface Kept {
  readonly key: string;
  readonly ground: Promise<DerivedGround>;
}
const kept = new WeakMap<GroundSource, Kept>();

/** Units, then plan: both ask for the same ground in one unit of work. */
function derivedIn(tx: GroundSource, input: GroundInput): Promise<DerivedGround> {
  const key = JSON.stringify(input);
  const known = kept.get(tx);
  if (known?.key === key) return known.ground;
  const ground = inThread<DerivedGround>(workerFile, input, LIMITS);
  kept.set(tx, { key, ground });
  return ground;
}

/** Joined here: rows of this unit of work have no statistics yet, and a nested loop over thousands takes seconds. */
async function unitRows(tx: GroundSource): Promise<UnitRow[]> {
  const buildings = await tx.execute<{ id: string; name: string; footprint: string }>(sql`
    select id, name, footprint_geojson as footprint from buildings where community_id = ${tx.communityId}::uuid`);
  const byId = new Map(buildings.map((building) => [building.id, building]));
  const entrances = await tx.execute<Omit<UnitRow, 'buildingName' | 'footprint'>>(sql`
    select id, building_id as building, number, implicit, households,
      case when slice_derived then null else slice_geojson end as slice, st_asgeojson(door) as door
    from entrances where community_id = ${tx.communityId}::uuid order by map_id`);
  return entrances.map((entrance) => {
    const { name, footprint } = byId.get(entrance.building)!;
    return { ...entrance, buildingName: name, footprint };
  });
}

async function outlineAndBarriers(tx: GroundSource): Promise<Pick<GroundInput, 'outline' | 'barriers'>> {
  const [community] = await tx.execute<{ outline: string | null }>(sql`
    select case when outline_derived then null else outline_geojson end as outline from communities where id = ${tx.communityId}::uuid`);
  const barriers = await tx.execute<BarrierLine>(sql`
    select kind, st_asgeojson((st_dump(geom)).geom, 7, 0) as line from base_features
    where community_id = ${tx.communityId}::uuid and barrier and geometrytype(geom) in ('LINESTRING', 'MULTILINESTRING')`);
  return { outline: community?.outline ?? null, barriers };
}
