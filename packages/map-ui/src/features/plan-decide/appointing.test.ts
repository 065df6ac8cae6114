// Checks which grids want a worker, and that those who are free come first.
import { describe, expect, it } from 'vitest';
import { gridsWithoutWorker, workerChoices } from './appointing.ts';

const worker = (id: string, ...grids: number[]) => ({ person: { id, name: id === 'x' ? null : id }, grids });

describe('appointing', () => {
  it('is asked for the grids of the plan that nobody has', () => {
    expect(gridsWithoutWorker([1, 3, 16], [worker('a', 1), worker('b', 3, 8)])).toEqual([16]);
    expect(gridsWithoutWorker([1], [worker('a', 1)])).toEqual([]);
  });

  it('offers who has no grid of the plan first, and nobody without a name', () => {
    const workers = [worker('a', 1), worker('b', 8), worker('c', 2, 3), worker('x')];
    expect(workerChoices(workers, [1, 2, 3])).toEqual([
      { id: 'b', name: 'b', held: [] },
      { id: 'a', name: 'a', held: [1] },
      { id: 'c', name: 'c', held: [2, 3] },
    ]);
  });
});
