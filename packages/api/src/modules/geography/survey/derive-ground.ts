// Owns what follows from the stored shapes of a community: slices, outline, coverage. Pure, so that it can run in a thread.
// Refuses the database, ids and counts: units are indexes here. Plain type stripping must suffice to run it.
import {
  type Coverage,
  deriveCoverage,
  localProjection,
  type MultiPolygon,
  outlineFromFootprints,
  type Position,
  projectPolygons,
  type Projection,
  toLonLatPolygons,
} from '@qinghe/rebalance';
import { coordinatesOf, parseShape } from './shapes.ts';
import { sliceUnits } from './slice-units.ts';

/** A border on a road or wall costs a fifth; it counts when it runs within 8 m of it. Ground across one counts as 30 m further off. */
const BARRIERS = { factor: 0.2, reachMetres: 8, crossingMetres: 30 } as const;
/** Kinds that no grid should straddle; streets, lanes and the like only attract borders. */
const IMPASSABLE: ReadonlySet<string> = new Set(['TRUNK_ROAD', 'RAIL', 'WATER', 'WALL']);
const DERIVED_MARGIN_METRES = 15;

/** The shapes of one unit, as GeoJSON text in degrees; `building` is any key that is the same for one footprint. */
export interface UnitShapes {
  readonly building: string;
  readonly number: string;
  readonly footprint: string;
  readonly door: string | null;
  /** Null: to be derived from the footprint. */
  readonly slice: string | null;
}

/** A line that grids like to end at: its kind as in the base map, and a GeoJSON LineString in degrees. */
export interface BarrierLine {
  readonly kind: string;
  readonly line: string;
}

/** Everything the ground follows from. */
export interface GroundInput {
  readonly units: readonly UnitShapes[];
  /** Null: to be derived from the footprints. */
  readonly outline: string | null;
  readonly barriers: readonly BarrierLine[];
}

/** Unit `i` of the coverage is unit `order[i]` of the input. */
export interface DerivedGround {
  /** Of the local projection, in degrees. */
  readonly anchor: Position;
  readonly order: readonly number[];
  /** By index of the input, metres; null when the stored slice stands. */
  readonly newSlices: readonly (MultiPolygon | null)[];
  /** Degrees. */
  readonly outline: MultiPolygon;
  readonly outlineDerived: boolean;
  readonly coverage: Coverage;
  readonly footprints: MultiPolygon;
}

/** The same shapes give the same ground. Seconds for thousands of units: not for the main thread. @throws RangeError */
export function deriveGround({ units, outline: drawn, barriers }: GroundInput): DerivedGround {
  const anchor = middleOf(units);
  const projection = localProjection(anchor);
  const metres = (geojson: string): MultiPolygon => projectPolygons(projection, coordinatesOf(parseShape(geojson)));
  const footprints = new Map(units.map((unit) => [unit.building, metres(unit.footprint)]));
  const newSlices = deriveSlices(units, footprints, projection);
  const allFootprints = [...footprints.values()].flat();
  // Rounded as it will be stored, so that cells and outline share every vertex.
  const outline =
    drawn === null
      ? toLonLatPolygons(projection, outlineFromFootprints(allFootprints, DERIVED_MARGIN_METRES))
      : coordinatesOf(parseShape(drawn));
  // Drawn slices first: where a derived one lies over them, theirs is the truth.
  const order = units
    .map((_, index) => index)
    .toSorted((a, b) => Number(units[a]!.slice === null) - Number(units[b]!.slice === null) || a - b);
  const lines = barriers.map(({ line }) =>
    (JSON.parse(line) as { coordinates: Position[] }).coordinates.map(projection.forward),
  );
  const impassable = barriers.flatMap(({ kind }, line) => (IMPASSABLE.has(kind) ? [line] : []));
  const coverage = deriveCoverage({
    anchor,
    outline: projectPolygons(projection, outline),
    units: order.map((index) => ({ polygons: newSlices[index] ?? metres(units[index]!.slice!) })),
    ...(lines.length > 0 ? { barriers: { lines, impassable, ...BARRIERS } } : {}),
  });
  return { anchor, order, newSlices, outline, outlineDerived: drawn === null, coverage, footprints: allFootprints };
}

function deriveSlices(
  units: readonly UnitShapes[],
  footprints: ReadonlyMap<string, MultiPolygon>,
  projection: Projection,
): readonly (MultiPolygon | null)[] {
  const slices: (MultiPolygon | null)[] = units.map(() => null);
  const derived = Map.groupBy(
    units.flatMap(({ slice }, index) => (slice === null ? [index] : [])),
    (index) => units[index]!.building,
  );
  for (const [building, indexes] of derived) {
    const entrances = indexes.map((index) => {
      const { number, door } = units[index]!;
      return { id: String(index), number, door: door === null ? null : projection.forward(parseDoor(door)) };
    });
    for (const [index, slice] of sliceUnits(footprints.get(building)!, entrances)) slices[Number(index)] = slice;
  }
  return slices;
}

function parseDoor(geojson: string): Position {
  return (JSON.parse(geojson) as { coordinates: Position }).coordinates;
}

/** The middle of the footprints' box: the anchor of the projection. */
function middleOf(units: readonly UnitShapes[]): Position {
  const positions = units.flatMap(({ footprint }) => coordinatesOf(parseShape(footprint)).flat(2));
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
