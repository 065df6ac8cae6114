// Whether a grid stays in one piece when one of its units leaves: first among the unit's own neighbours, which nearly always
// settles it, then by a search inside the grid that stops as soon as all of them are reached.

import type { Assignment, UnitGraph } from './problem.ts';

export class LeaveTest {
  readonly #graph: UnitGraph;
  /** Stamp of the last question that met the unit: saves clearing. */
  readonly #wanted: Int32Array;
  readonly #seen: Int32Array;
  readonly #queue: Int32Array;
  #stamp = 0;

  constructor(graph: UnitGraph) {
    const units = graph.offsets.length - 1;
    this.#graph = graph;
    this.#wanted = new Int32Array(units);
    this.#seen = new Int32Array(units);
    this.#queue = new Int32Array(units);
  }

  /** True when the rest of the unit's grid is connected; a grid of this unit alone has no rest and answers false. */
  staysWhole(assignment: Assignment, unit: number): boolean {
    const { offsets, neighbours } = this.#graph;
    const grid = assignment[unit]!;
    this.#stamp += 1;
    let wanted = 0;
    let first = -1;
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (assignment[beside] !== grid) continue;
      this.#wanted[beside] = this.#stamp;
      first = beside;
      wanted += 1;
    }
    if (wanted <= 1) return wanted === 1;
    return (
      this.#reaches(assignment, grid, unit, first, wanted - 1, true) ||
      this.#reaches(assignment, grid, unit, first, wanted - 1, false)
    );
  }

  /** @param near stay among the wanted ones */
  #reaches(
    assignment: Assignment,
    grid: number,
    without: number,
    first: number,
    others: number,
    near: boolean,
  ): boolean {
    const { offsets, neighbours } = this.#graph;
    const wantedStamp = this.#stamp;
    // A second search needs a stamp of its own for `seen`: odd and even halves of one counter.
    const seenStamp = 2 * wantedStamp + (near ? 0 : 1);
    const [wanted, seen, queue] = [this.#wanted, this.#seen, this.#queue];
    let left = others;
    queue[0] = first;
    seen[first] = seenStamp;
    for (let head = 0, tail = 1; head < tail; head += 1) {
      const here = queue[head]!;
      for (let at = offsets[here]!; at < offsets[here + 1]!; at += 1) {
        const beside = neighbours[at]!;
        if (seen[beside] === seenStamp || assignment[beside] !== grid || beside === without) continue;
        const isWanted = wanted[beside] === wantedStamp;
        if (near && !isWanted) continue;
        seen[beside] = seenStamp;
        if (isWanted && (left -= 1) === 0) return true;
        queue[tail] = beside;
        tail += 1;
      }
    }
    return false;
  }
}
