// Owns how a building's footprint falls into four entrance slices whose shared edges match vertex by vertex.
// Refuses coordinates: everything here is local metres.
import type { BuildingRow } from './layout-table.ts';
import type { LocalPoint } from './local-frame.ts';

export interface Slice {
  /** Open, counter-clockwise. */
  readonly corners: readonly LocalPoint[];
  readonly door: LocalPoint;
}

export interface Shape {
  readonly outline: readonly LocalPoint[];
  readonly slices: readonly Slice[];
}

const SLAB_HALF_DEPTH = 7;
const TOWER_HALF_DEPTH = 17;
const RECESS_HALF_WIDTH = 3.5;
const RECESS_DEPTH = 4;

interface Band {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Corners on the vertical line between two bands, without repeats, from south to north. */
function seam(here: Band, there: Band | undefined, x: number): LocalPoint[] {
  const marks = there === undefined ? [] : [there.south, there.north];
  const inside = marks.filter((y) => y > here.south && y < here.north);
  return [here.south, ...inside.toSorted((a, b) => a - b), here.north].map((y) => [x, y]);
}

function slabSlice(band: Band, west: Band | undefined, east: Band | undefined): Slice {
  const corners = [...seam(band, east, band.east), ...seam(band, west, band.west).toReversed()];
  return { corners, door: [(band.west + band.east) / 2, band.south] };
}

function slabShape(row: BuildingRow): Shape {
  const bands = row.steps.map((step, i): Band => {
    const west = row.x + i * row.sliceMetres;
    const y = row.y + step;
    return { west, east: west + row.sliceMetres, south: y - SLAB_HALF_DEPTH, north: y + SLAB_HALF_DEPTH };
  });
  const along = (side: 'south' | 'north') =>
    bands.flatMap((band): LocalPoint[] => [
      [band.west, band[side]],
      [band.east, band[side]],
    ]);
  const outline = [...along('south'), ...along('north').toReversed()];
  return {
    outline: outline.filter((point, i) => !isSame(point, outline[i - 1])),
    slices: bands.map((band, i) => slabSlice(band, bands[i - 1], bands[i + 1])),
  };
}

function isSame(a: LocalPoint, b: LocalPoint | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}

/** Entrances 1 and 2 take the north side, 3 and 4 the south, each from west to east. */
const QUADRANTS = [
  [-1, 1],
  [1, 1],
  [-1, -1],
  [1, -1],
] as const;

function towerShape(row: BuildingRow): Shape {
  const [w, d] = [row.sliceMetres, TOWER_HALF_DEPTH];
  const at = (x: number, y: number): LocalPoint => [row.x + x, row.y + y];
  const quarter: readonly LocalPoint[] = [
    [0, 0],
    [w, 0],
    [w, d],
    [RECESS_HALF_WIDTH, d],
    [RECESS_HALF_WIDTH, d - RECESS_DEPTH],
    [0, d - RECESS_DEPTH],
  ];
  const slices = QUADRANTS.map(([sx, sy]): Slice => {
    const corners = quarter.map(([x, y]) => at(sx * x, sy * y));
    return {
      corners: sx * sy > 0 ? corners : corners.toReversed(),
      door: at(sx * RECESS_HALF_WIDTH, sy * (d - RECESS_DEPTH / 2)),
    };
  });
  // Corners that two quadrants share stay in the outline, so that slices and outline match vertex by vertex.
  const top = quarter.slice(1);
  const north = [...top, ...top.map(([x, y]): LocalPoint => [-x, y]).toReversed()];
  const outline = [...north, ...north.map(([x, y]): LocalPoint => [-x, -y])].map(([x, y]) => at(x, y));
  return { outline: outline.filter((point, i) => !isSame(point, outline.at(i - 1))), slices };
}

/** Footprint and its four slices in local metres; slices touch only along shared edges and tile the outline. */
export function shapeOf(row: BuildingRow): Shape {
  return row.form === 'SLAB' ? slabShape(row) : towerShape(row);
}
