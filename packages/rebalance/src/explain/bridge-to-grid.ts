// The cheapest chain of units that would join a loose piece to the rest of its grid. Refuses to ask what the chain's own grids say to it.

import { MinHeap } from '../mesh/min-heap.ts';
import type { Assignment } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';

/**
 * Shortest path from the piece to another unit of its grid, over units of other grids or of none; a unit costs the households whose
 * worker it would change, and one, so that of equals the shorter wins. O(edges · log units)
 * @param through only over units of this grid; null: of any
 * @returns the units between, empty when the two cannot be joined so
 */
export function bridgeToGrid(
  { graph: { offsets, neighbours }, current, disruption }: PlanQuestion,
  assignment: Assignment,
  piece: readonly number[],
  through: number | null,
): number[] {
  const home = assignment[piece[0]!]!;
  const inPiece = new Set(piece);
  const distance = new Float64Array(assignment.length).fill(Infinity);
  const before = new Int32Array(assignment.length).fill(-1);
  const heap = new MinHeap();
  for (const unit of piece) {
    distance[unit] = 0;
    heap.push(0, unit);
  }
  const price = (unit: number) =>
    1 + (current[unit] === assignment[unit] && current[unit]! >= 0 ? disruption[unit]! : 0);
  const settled = new Uint8Array(assignment.length);
  for (let unit = heap.pop(); unit !== undefined; unit = heap.pop()) {
    if (settled[unit] === 1) continue;
    settled[unit] = 1;
    if (assignment[unit] === home && !inPiece.has(unit)) return pathTo(before[unit]!, before);
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      const isHome = assignment[beside] === home;
      if (!isHome && through !== null && assignment[beside] !== through) continue;
      const sum = distance[unit]! + (isHome ? 0 : price(beside));
      if (sum >= distance[beside]!) continue;
      distance[beside] = sum;
      before[beside] = unit;
      heap.push(sum, beside);
    }
  }
  return [];
}

/** From the last unit between back to the piece, whose units came from nowhere. */
function pathTo(last: number, before: Int32Array): number[] {
  const units: number[] = [];
  for (let unit = last; before[unit]! >= 0; unit = before[unit]!) units.push(unit);
  return units;
}
