// Owns which grids of a plan nobody is appointed to, and who may be. Pure. Refuses words.
import type { GridWorker } from './plan-documents.ts';

/** Somebody to choose, with those grids of the plan they have. */
export interface WorkerChoice {
  readonly id: string;
  readonly name: string;
  readonly held: readonly number[];
}

/** Numbers, ascending. */
export function gridsWithoutWorker(grids: readonly number[], workers: readonly GridWorker[]): number[] {
  const held = new Set(workers.flatMap((worker) => worker.grids));
  return grids.filter((grid) => !held.has(grid));
}

/** Whoever has fewest grids of the plan first: who worked in a grid that it closed is free. Nobody without a name. */
export function workerChoices(workers: readonly GridWorker[], grids: readonly number[]): WorkerChoice[] {
  return workers
    .flatMap(({ person: { id, name }, grids: all }) =>
      name ? [{ id, name, held: all.filter((grid) => grids.includes(grid)) }] : [],
    )
    .toSorted((one, other) => one.held.length - other.held.length || (one.held[0] ?? 0) - (other.held[0] ?? 0));
}
