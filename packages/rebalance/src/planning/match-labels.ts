// Which part of a plan takes which label, at the least cost: the assignment problem, exactly. For plans whose numbering means nothing.

import type { Assignment } from '../partition/problem.ts';
import type { ReducedQuestion } from './reduce-question.ts';

/** Renumbers the parts so that the disruption is least. Forbidden places may remain where no numbering avoids them. O(nodes + labels³) */
export function matchLabels({ costs, gridOf }: ReducedQuestion, parts: Assignment): Assignment {
  const count = gridOf.length;
  const sums = Array.from({ length: count }, () => new Float64Array(count));
  parts.forEach((part, node) => {
    for (let label = 0; label < count; label += 1) sums[part]![label]! += costs[node * count + label]!;
  });
  const labelOf = cheapestMatching(sums);
  return parts.map((part) => labelOf[part]!);
}

/** Column of each row of a square matrix such that the sum is least: shortest augmenting paths with potentials. O(n³) */
export function cheapestMatching(costs: readonly Float64Array[]): Int32Array {
  const size = costs.length;
  const rowPrice = new Float64Array(size);
  const columnPrice = new Float64Array(size + 1);
  // The last column stands for the row that is being added.
  const rowOf = new Int32Array(size + 1).fill(-1);
  for (let row = 0; row < size; row += 1) {
    const least = new Float64Array(size).fill(Infinity);
    const before = new Int32Array(size).fill(size);
    const used = new Uint8Array(size + 1);
    rowOf[size] = row;
    let column = size;
    while (rowOf[column]! >= 0) {
      used[column] = 1;
      const here = rowOf[column]!;
      let [next, step] = [-1, Infinity];
      for (let to = 0; to < size; to += 1) {
        if (used[to] === 1) continue;
        const reduced = costs[here]![to]! - rowPrice[here]! - columnPrice[to]!;
        if (reduced < least[to]!) {
          least[to] = reduced;
          before[to] = column;
        }
        if (least[to]! < step) [next, step] = [to, least[to]!];
      }
      for (let to = 0; to <= size; to += 1)
        if (used[to] === 1) {
          rowPrice[rowOf[to]!]! += step;
          columnPrice[to]! -= step;
        } else if (to < size) least[to]! -= step;
      column = next;
    }
    for (; column !== size; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
  }
  const columnOf = new Int32Array(size);
  for (let column = 0; column < size; column += 1) columnOf[rowOf[column]!] = column;
  return columnOf;
}
