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
}

const MAX_ANGLE_COSINE = Math.cos(Math.PI / 6);

/** Neighbours are units that share at least `minBorderMetres`. O(pieces log barriers). */
export function deriveAdjacency(
  arcs: Arcs,
  unitCount: number,
  minBorderMetres: number,
  barriers?: Barriers,
): Adjacency {
  const isBarrier = barrierTest(barriers);
  const shared = new Map<number, { border: number; cost: number }>();
  for (let arc = 0; arc < arcs.left.length; arc += 1) {
    const [one, two] = [Math.min(arcs.left[arc]!, arcs.right[arc]!), Math.max(arcs.left[arc]!, arcs.right[arc]!)];
    if (one < 0) continue;
    const entry = shared.get(one * unitCount + two) ?? { border: 0, cost: 0 };
    shared.set(one * unitCount + two, entry);
    for (let point = arcs.offsets[arc]! + 1; point < arcs.offsets[arc + 1]!; point += 1) {
      const [x0, y0] = [arcs.points[2 * point - 2]!, arcs.points[2 * point - 1]!];
      const [x1, y1] = [arcs.points[2 * point]!, arcs.points[2 * point + 1]!];
      const metres = Math.hypot(x1 - x0, y1 - y0);
      entry.border += metres;
      entry.cost += metres * (isBarrier(x0, y0, x1, y1) ? (barriers?.factor ?? 1) : 1);
    }
  }
  const rows = [...shared].filter(([, { border }]) => border >= minBorderMetres);
  const directed = rows
    .flatMap(([key, entry]) => {
      const [one, two] = [Math.floor(key / unitCount), key % unitCount];
      return [
        { from: one, to: two, ...entry },
        { from: two, to: one, ...entry },
      ];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const offsets = new Int32Array(unitCount + 1);
  for (const { from } of directed) offsets[from + 1]! += 1;
  for (let unit = 0; unit < unitCount; unit += 1) offsets[unit + 1]! += offsets[unit]!;
  return {
    offsets,
    neighbours: Int32Array.from(directed, ({ to }) => to),
    borderDecimetres: Int32Array.from(directed, ({ border }) => Math.max(1, Math.round(border * 10))),
    costDecimetres: Int32Array.from(directed, ({ cost }) => Math.round(cost * 10)),
  };
}

function barrierTest(barriers?: Barriers): (x0: number, y0: number, x1: number, y1: number) => boolean {
  const pieces = (barriers?.lines ?? []).flatMap((line) =>
    line.slice(1).map((end, index) => [...(line[index] ?? end), ...end] as [number, number, number, number]),
  );
  if (barriers === undefined || pieces.length === 0) return () => false;
  const index = new Flatbush(pieces.length);
  for (const [x0, y0, x1, y1] of pieces)
    index.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  index.finish();
  const reach = barriers.reachMetres;
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
