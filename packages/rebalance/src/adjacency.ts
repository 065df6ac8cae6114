// Owns the unit graph in compressed rows, derived from arcs. Decides no partition.

import Flatbush from 'flatbush';
import type { Arcs } from './mesh/arcs.ts';
import type { LineString } from './shapes.ts';

/** Neighbours of unit i: `neighbours[offsets[i]] … neighbours[offsets[i + 1] - 1]`, ascending. Symmetric. Transferable. */
export interface Adjacency {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
  /** Shared border in decimetres. */
  readonly borderDecimetres: Int32Array;
  /** The same after the barrier factor: what a partition pays for separating the two. */
  readonly costDecimetres: Int32Array;
}

/** Lines that grids like to end at. */
export interface Barriers {
  readonly lines: readonly LineString[];
  /** Cost of a metre of border on a barrier, compared with one elsewhere (0 to 1). */
  readonly factor: number;
  /** A border piece is on a barrier when its middle is this near and within 30 degrees of its direction. */
  readonly reachMetres: number;
  /**
   * What ground across a barrier counts as further off, in metres; default 0. Borders then run along a barrier that lies between two
   * slices, unless one of them is nearer to it by more than this. A cell is never torn by it, nor a slice cut.
   */
  readonly crossingMetres?: number;
  /** Indexes of the lines that no grid should straddle, e.g. water or rails; the others only attract borders. */
  readonly impassable?: readonly number[];
}

const NO_BARRIERS: Barriers = { lines: [], factor: 1, reachMetres: 0 };

const MAX_ANGLE_COSINE = Math.cos(Math.PI / 6);

/** Neighbours with this share of their common border, or more, on impassable lines have a barrier between them. */
const CROSSING_SHARE = 0.5;

/** The graph, and what is to be known of its pairs besides; pairs are one unit and the other, the lower first. */
export interface Contacts {
  readonly adjacency: Adjacency;
  /** Units that touch along a border too short for the graph: yet polygons of a grid that holds both are joined there. */
  readonly shortContacts: Int32Array;
  /** Neighbours with an impassable line along half their common border or more: a grid that holds both straddles it. */
  readonly barrierCrossings: Int32Array;
}

/** Metres per pair. */
interface Borders {
  readonly border: Float64Array;
  readonly cost: Float64Array;
  readonly impassable: Float64Array;
}

/** Neighbours are units that share at least `minBorderMetres`. O(pieces log barriers). */
export function deriveContacts(arcs: Arcs, unitCount: number, minBorderMetres: number, barriers?: Barriers): Contacts {
  const pairs = pairsOf(arcs, unitCount);
  return rowsOf(pairs, bordersOf(arcs, pairs, barriers ?? NO_BARRIERS), unitCount, minBorderMetres);
}

function bordersOf({ offsets, points }: Arcs, { one, pairOf }: Pairs, barriers: Barriers): Borders {
  const border = new Float64Array(one.length);
  const cost = new Float64Array(one.length);
  const impassable = new Float64Array(one.length);
  const { lines, factor, reachMetres } = barriers;
  const isBarrier = barrierTest(lines, reachMetres);
  const isImpassable = barrierTest(impassableLines(barriers), reachMetres);
  for (let arc = 0; arc < pairOf.length; arc += 1) {
    const pair = pairOf[arc]!;
    if (pair < 0) continue;
    for (let point = offsets[arc]! + 1; point < offsets[arc + 1]!; point += 1) {
      const x0 = points[2 * point - 2]!;
      const y0 = points[2 * point - 1]!;
      const x1 = points[2 * point]!;
      const y1 = points[2 * point + 1]!;
      const metres = Math.hypot(x1 - x0, y1 - y0);
      border[pair]! += metres;
      cost[pair]! += metres * (isBarrier(x0, y0, x1, y1) ? factor : 1);
      if (isImpassable(x0, y0, x1, y1)) impassable[pair]! += metres;
    }
  }
  return { border, cost, impassable };
}

function impassableLines({ lines, impassable = [] }: Barriers): LineString[] {
  return impassable.flatMap((index) => (lines[index] ? [lines[index]] : []));
}

/** The pairs of units with an arc between them, ascending by the lower unit, and the pair of each arc (-1 on the outline). */
interface Pairs {
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly pairOf: Int32Array;
}

/** Arcs are sorted by their lower unit; within its row a mark per higher unit tells pairs apart, so that no key is hashed. */
function pairsOf({ left, right }: Arcs, unitCount: number): Pairs {
  const arcCount = left.length;
  const offsets = new Int32Array(unitCount + 1);
  const isInner = (arc: number): boolean => left[arc]! >= 0 && right[arc]! >= 0;
  for (let arc = 0; arc < arcCount; arc += 1) if (isInner(arc)) offsets[Math.min(left[arc]!, right[arc]!) + 1]! += 1;
  for (let unit = 0; unit < unitCount; unit += 1) offsets[unit + 1]! += offsets[unit]!;
  const sorted = new Int32Array(offsets[unitCount]!);
  const fill = offsets.slice();
  for (let arc = 0; arc < arcCount; arc += 1)
    if (isInner(arc)) sorted[fill[Math.min(left[arc]!, right[arc]!)]!++] = arc;
  const [one, two] = [new Int32Array(sorted.length), new Int32Array(sorted.length)];
  const pairOf = new Int32Array(arcCount).fill(-1);
  const pairWith = new Int32Array(unitCount).fill(-1);
  let count = 0;
  for (let unit = 0; unit < unitCount; unit += 1) {
    const rowStart = count;
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const arc = sorted[at]!;
      const other = Math.max(left[arc]!, right[arc]!);
      if (pairWith[other]! < rowStart) {
        pairWith[other] = count;
        one[count] = unit;
        two[count++] = other;
      }
      pairOf[arc] = pairWith[other]!;
    }
  }
  return { one: one.subarray(0, count), two: two.subarray(0, count), pairOf };
}

function rowsOf(
  { one, two }: Pairs,
  { border, cost, impassable }: Borders,
  unitCount: number,
  minBorderMetres: number,
): Contacts {
  const offsets = new Int32Array(unitCount + 1);
  const shortContacts: number[] = [];
  const barrierCrossings: number[] = [];
  for (let pair = 0; pair < one.length; pair += 1) {
    if (border[pair]! < minBorderMetres) {
      shortContacts.push(one[pair]!, two[pair]!);
      continue;
    }
    offsets[one[pair]! + 1]! += 1;
    offsets[two[pair]! + 1]! += 1;
    if (impassable[pair]! >= CROSSING_SHARE * border[pair]!) barrierCrossings.push(one[pair]!, two[pair]!);
  }
  for (let unit = 0; unit < unitCount; unit += 1) offsets[unit + 1]! += offsets[unit]!;
  const pairAt = new Int32Array(offsets[unitCount]!);
  const fill = offsets.slice();
  for (let pair = 0; pair < one.length; pair += 1) {
    if (border[pair]! < minBorderMetres) continue;
    pairAt[fill[one[pair]!]!++] = pair;
    pairAt[fill[two[pair]!]!++] = pair;
  }
  const neighbours = new Int32Array(pairAt.length);
  const borderDecimetres = new Int32Array(pairAt.length);
  const costDecimetres = new Int32Array(pairAt.length);
  // Each unit, in ascending order, enters itself in the rows of its neighbours: so that every row is ascending without being sorted.
  fill.set(offsets);
  for (let unit = 0; unit < unitCount; unit += 1) {
    for (let row = offsets[unit]!; row < offsets[unit + 1]!; row += 1) {
      const pair = pairAt[row]!;
      const at = fill[one[pair] === unit ? two[pair]! : one[pair]!]!++;
      neighbours[at] = unit;
      borderDecimetres[at] = Math.max(1, Math.round(border[pair]! * 10));
      costDecimetres[at] = Math.round(cost[pair]! * 10);
    }
  }
  return {
    adjacency: { offsets, neighbours, borderDecimetres, costDecimetres },
    shortContacts: Int32Array.from(shortContacts),
    barrierCrossings: Int32Array.from(barrierCrossings),
  };
}

/** Whether a border piece runs along one of the lines. */
function barrierTest(
  lines: readonly LineString[],
  reach: number,
): (x0: number, y0: number, x1: number, y1: number) => boolean {
  const pieces = lines.flatMap((line) =>
    line.slice(1).map((end, index) => [...(line[index] ?? end), ...end] as [number, number, number, number]),
  );
  if (pieces.length === 0) return () => false;
  const index = new Flatbush(pieces.length);
  for (const [x0, y0, x1, y1] of pieces)
    index.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  index.finish();
  return (x0, y0, x1, y1) => {
    const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
    return index.search(mx - reach, my - reach, mx + reach, my + reach).some((found) => {
      const [a0, b0, a1, b1] = pieces[found] as [number, number, number, number];
      const [dx, dy] = [a1 - a0, b1 - b0];
      const length = Math.hypot(dx, dy);
      if (length === 0) return false;
      const share = Math.min(1, Math.max(0, ((mx - a0) * dx + (my - b0) * dy) / length ** 2));
      const near = Math.hypot(mx - a0 - share * dx, my - b0 - share * dy) <= reach;
      return (
        near && Math.abs((x1 - x0) * dx + (y1 - y0) * dy) >= MAX_ANGLE_COSINE * length * Math.hypot(x1 - x0, y1 - y0)
      );
    });
  };
}
