// Units that a plan forgot: who takes them, and that nothing named moves.
import { describe, expect, it } from 'vitest';
import { completeAssignment } from './complete-assignment.ts';

/** Units in a row; borders[i] decimetres between i and i + 1, 0 for none. */
function row(...borders: number[]) {
  const offsets = [0];
  const neighbours: number[] = [];
  const borderDecimetres: number[] = [];
  for (let unit = 0; unit <= borders.length; unit += 1) {
    for (const [beside, border] of [
      [unit - 1, borders[unit - 1] ?? 0],
      [unit + 1, borders[unit] ?? 0],
    ] as const) {
      if (border === 0) continue;
      neighbours.push(beside);
      borderDecimetres.push(border);
    }
    offsets.push(neighbours.length);
  }
  const border = Int32Array.from(borderDecimetres);
  return {
    offsets: Int32Array.from(offsets),
    neighbours: Int32Array.from(neighbours),
    borderDecimetres: border,
    costDecimetres: border,
  };
}

describe('completeAssignment', () => {
  it('leaves a complete plan alone', () => {
    const { complete, added } = completeAssignment(row(10, 10), Int32Array.of(0, 1, 1));
    expect([[...complete], added]).toEqual([[0, 1, 1], []]);
  });

  it('gives a unit to the neighbour with the longest border', () => {
    expect([...completeAssignment(row(10, 30), Int32Array.of(0, -1, 1)).complete]).toEqual([0, 1, 1]);
    expect([...completeAssignment(row(30, 10), Int32Array.of(0, -1, 1)).complete]).toEqual([0, 0, 1]);
  });

  it('closes a chain of forgotten units from its stronger end', () => {
    const { complete, added } = completeAssignment(row(20, 50, 40, 10), Int32Array.of(3, -1, -1, -1, 7));
    expect([[...complete], added]).toEqual([
      [3, 3, 3, 3, 7],
      [1, 2, 3],
    ]);
  });

  it('puts an island, and a plan of nothing, into the first grid', () => {
    expect([...completeAssignment(row(0, 10), Int32Array.of(-1, 1, -1)).complete]).toEqual([0, 1, 1]);
    expect([...completeAssignment(row(5), Int32Array.of(-1, -1)).complete]).toEqual([0, 0]);
  });
});
