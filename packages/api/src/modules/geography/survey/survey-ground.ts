// Owns what the engine is given of a community: units in the order of their map ids, outline and barriers, in metres.
// Refuses to write; the caller keeps what it derives.
import {
  type Coverage,
  deriveCoverage,
  type LineString,
  localProjection,
  type MultiPolygon,
  outlineFromFootprints,
  type Position,
  projectPolygons,
  type Projection,
  toLonLatPolygons,
} from '@qinghe/rebalance';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { coordinatesOf, parseShape } from './shapes.ts';
import { sliceUnits } from './slice-units.ts';

/** A border on a road or wall costs a fifth; it counts when it runs within 8 m of it. */
const BARRIERS = { factor: 0.2, reachMetres: 8 } as const;
const DERIVED_MARGIN_METRES = 15;

/** One unit of the ground: an entrance with its slice. */
export interface GroundUnit {
  readonly id: string;
  readonly buildingName: string;
  readonly number: string;
  readonly implicit: boolean;
  readonly households: number;
  readonly sliceDerived: boolean;
  /** Metres; null when the stored slice stands. */
  readonly newSlice: MultiPolygon | null;
}

/** The derived ground; indexes of units are those of `units`. */
export interface Ground {
  readonly units: readonly GroundUnit[];
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
  readonly sliceDerived: boolean;
  readonly slice: string;
  readonly footprint: string;
  readonly door: string | null;
}

/** Derives slices, outline and coverage from what is stored. The same rows give the same ground. Null without buildings. */
export async function surveyGround(tx: Transaction): Promise<Ground | null> {
  const rows = await unitRows(tx);
  if (rows.length === 0) return null;
  const projection = localProjection(middleOf(rows));
  const metres = (geojson: string): MultiPolygon => projectPolygons(projection, coordinatesOf(parseShape(geojson)));
  const footprints = new Map(rows.map((row) => [row.building, metres(row.footprint)]));
  const newSlices = deriveSlices(rows, footprints, projection);
  const units = rows.map(({ id, buildingName, number, implicit, households, sliceDerived }): GroundUnit => ({
    id,
    buildingName,
    number,
    implicit,
    households,
    sliceDerived,
    newSlice: newSlices.get(id) ?? null,
  }));
  const given = await outlineAndBarriers(tx, projection);
  const allFootprints = [...footprints.values()].flat();
  // Rounded as it will be stored, so that cells and outline share every vertex.
  const outline =
    given.outline ?? toLonLatPolygons(projection, outlineFromFootprints(allFootprints, DERIVED_MARGIN_METRES));
  const slices = rows.map((row) => newSlices.get(row.id) ?? metres(row.slice));
  // Drawn slices first: where a derived one lies over them, theirs is the truth.
  const order = rows
    .map((_, index) => index)
    .toSorted((a, b) => Number(rows[a]!.sliceDerived) - Number(rows[b]!.sliceDerived) || a - b);
  const coverage = deriveCoverage({
    outline: projectPolygons(projection, outline),
    units: order.map((index) => ({ polygons: slices[index]! })),
    ...(given.lines.length > 0 ? { barriers: { lines: given.lines, ...BARRIERS } } : {}),
  });
  return {
    units: order.map((index) => units[index]!),
    projection,
    outline,
    outlineDerived: given.outline === null,
    coverage,
    footprints: allFootprints,
  };
}

function unitRows(tx: Transaction): Promise<UnitRow[]> {
  return tx.execute<UnitRow>(sql`
    select e.id, b.id as building, b.name as "buildingName", e.number, e.implicit, e.households, e.slice_derived as "sliceDerived",
      e.slice_geojson as slice, b.footprint_geojson as footprint, st_asgeojson(e.door) as door
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
    where e.community_id = ${tx.communityId}::uuid order by e.map_id`);
}

function deriveSlices(
  rows: readonly UnitRow[],
  footprints: ReadonlyMap<string, MultiPolygon>,
  projection: Projection,
): ReadonlyMap<string, MultiPolygon> {
  const slices = new Map<string, MultiPolygon>();
  for (const [building, footprint] of footprints) {
    const own = rows.filter((row) => row.building === building && row.sliceDerived);
    if (own.length === 0) continue;
    const entrances = own.map(({ id, number, door }) => ({
      id,
      number,
      door: door === null ? null : projection.forward(parseDoor(door)),
    }));
    for (const [id, slice] of sliceUnits(footprint, entrances)) slices.set(id, slice);
  }
  return slices;
}

async function outlineAndBarriers(
  tx: Transaction,
  projection: Projection,
): Promise<{ outline: MultiPolygon | null; lines: LineString[] }> {
  const [community] = await tx.execute<{ outline: string | null }>(sql`
    select case when outline_derived then null else outline_geojson end as outline from communities where id = ${tx.communityId}::uuid`);
  const barriers = await tx.execute<{ line: string }>(sql`
    select st_asgeojson((st_dump(geom)).geom, 7, 0) as line from base_features
    where community_id = ${tx.communityId}::uuid and barrier and geometrytype(geom) in ('LINESTRING', 'MULTILINESTRING')`);
  const outline = community?.outline ? coordinatesOf(parseShape(community.outline)) : null;
  const lines = barriers.map(({ line }) =>
    (JSON.parse(line) as { coordinates: Position[] }).coordinates.map(projection.forward),
  );
  return { outline, lines };
}

function parseDoor(geojson: string): Position {
  return (JSON.parse(geojson) as { coordinates: Position }).coordinates;
}

/** The middle of the footprints' box: the anchor of the projection. */
function middleOf(rows: readonly UnitRow[]): Position {
  const positions = rows.flatMap((row) => coordinatesOf(parseShape(row.footprint)).flat(2));
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [[number, number], [number, number]];
  for (const position of positions) {
    for (const axis of [0, 1] as const) {
      low[axis] = Math.min(low[axis], position[axis]);
      high[axis] = Math.max(high[axis], position[axis]);
    }
  }
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
}
