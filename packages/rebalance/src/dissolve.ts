// Owns the way from arcs to polygons: rings are chained from arcs whose two sides differ. Moves and drops no vertex,
// so that neighbours match vertex for vertex.

import type { Arcs } from './mesh/arcs.ts';
import { assemble, splitAtRepeats } from './rings.ts';
import type { MultiPolygon, Position, Ring } from './shapes.ts';

/**
 * One MultiPolygon per grid (index = grid) in metres: shells counter-clockwise, holes clockwise, valid by the rules of OGC.
 * A grid whose units are connected over shared borders comes out as one polygon. `assignment[unit]` is a grid index, or below 0 for
 * none. O(points + arcs at shared junctions).
 */
export function dissolve(
  coverage: { readonly arcs: Arcs },
  assignment: Int16Array | Int32Array,
  gridCount?: number,
): MultiPolygon[] {
  const { arcs } = coverage;
  const gridOf = (unit: number): number => (unit < 0 ? -1 : (assignment[unit] ?? -1));
  const outgoing = new Map<number, HalfArc[]>();
  const all: HalfArc[] = [];
  const add = (halfArc: HalfArc): void => {
    const key = halfArc.from;
    const list = outgoing.get(key);
    if (list === undefined) outgoing.set(key, [halfArc]);
    else list.push(halfArc);
    all.push(halfArc);
  };
  let grids = gridCount ?? 0;
  for (let arc = 0; arc < arcs.left.length; arc += 1) {
    const [left, right] = [gridOf(arcs.left[arc]!), gridOf(arcs.right[arc]!)];
    grids = Math.max(grids, left + 1, right + 1);
    if (left === right) continue;
    const points = pointsOf(arcs, arc);
    if (left >= 0) add({ grid: left, from: arcs.start[arc]!, to: arcs.end[arc]!, points, done: false });
    if (right >= 0)
      add({ grid: right, from: arcs.end[arc]!, to: arcs.start[arc]!, points: points.toReversed(), done: false });
  }
  const rings = Array.from({ length: grids }, (): Ring[] => []);
  for (const halfArc of all) {
    if (halfArc.done) continue;
    rings[halfArc.grid]?.push(...splitAtRepeats(walk(halfArc, outgoing)));
  }
  return rings.map(assemble);
}

interface HalfArc {
  readonly grid: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Position[];
  done: boolean;
}

function pointsOf({ offsets, points }: Arcs, arc: number): Position[] {
  const result: Position[] = [];
  for (let point = offsets[arc]!; point < offsets[arc + 1]!; point += 1)
    result.push([points[2 * point]!, points[2 * point + 1]!]);
  return result;
}

function walk(first: HalfArc, outgoing: ReadonlyMap<number, readonly HalfArc[]>): Position[] {
  const ring: Position[] = [];
  for (let halfArc = first; !halfArc.done;) {
    halfArc.done = true;
    for (let index = 0; index < halfArc.points.length - 1; index += 1) ring.push(halfArc.points[index]!);
    halfArc = nextHalfArc(halfArc, outgoing.get(halfArc.to) ?? []);
  }
  return ring;
}

/** The grid's interior lies on the left: at a shared junction the next arc is the first one clockwise from where we came. */
function nextHalfArc(halfArc: HalfArc, leaving: readonly HalfArc[]): HalfArc {
  const candidates = leaving.filter(({ grid }) => grid === halfArc.grid);
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined) return only;
  const back = directionOf(halfArc.points.at(-1)!, halfArc.points.at(-2)!);
  let best = halfArc;
  let smallest = Infinity;
  for (const candidate of candidates) {
    const turn = back - directionOf(candidate.points[0]!, candidate.points[1]!);
    const clockwise = turn <= 0 ? turn + 2 * Math.PI : turn;
    if (clockwise >= smallest) continue;
    smallest = clockwise;
    best = candidate;
  }
  return best;
}

function directionOf([x0, y0]: Position, [x1, y1]: Position): number {
  return Math.atan2(y1 - y0, x1 - x0);
}
