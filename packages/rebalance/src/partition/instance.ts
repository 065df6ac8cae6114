// The exchange format of instances and plans: plain JSON, so that other solvers can be set beside this one.
// Refuses what it cannot mean exactly, with the path to the fault.

import { type Assignment, type PartitionProblem, unitGraph } from './problem.ts';

/** `path` leads to the fault, e.g. `edges[7][1]`. */
export class InstanceFault extends Error {
  readonly path: string;

  constructor(path: string, expected: string) {
    super(`${path}: ${expected} expected`);
    this.name = 'InstanceFault';
    this.path = path;
  }
}

/**
 * What `solve` writes. `cut` is the sum of the edge weights between grids, 1 where an edge has none; null with no plan found.
 * `status`: proved – no plan within the limits has a lower cut; gap – none is below `bound`; none – nothing is known.
 */
export interface PlanFile {
  readonly assignment: readonly number[] | null;
  readonly cut: number | null;
  readonly bound: number | null;
  readonly status: 'proved' | 'gap' | 'none';
  readonly stats: Readonly<Record<string, number | string | boolean>>;
}

/**
 * Reads `{n, k, L, U, w: [weight per unit], edges: [[unit, unit] or [unit, unit, cost]]}`; other members are left alone.
 * @throws InstanceFault
 */
export function readInstance(json: unknown): PartitionProblem {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new InstanceFault('$', 'an object');
  const file = json as Record<string, unknown>;
  const n = whole(file['n'], 'n', 1, 1_000_000);
  const k = whole(file['k'], 'k', 1, n);
  const upper = whole(file['U'], 'U', 0, 0x7f_ff_ff_ff);
  const lower = whole(file['L'], 'L', 0, upper);
  const weights = list(file['w'], 'w').map((weight, unit) => whole(weight, `w[${unit}]`, 0, 0x7f_ff_ff_ff));
  if (weights.length !== n) throw new InstanceFault('w', `${n} weights`);
  if (weights.reduce((sum, weight) => sum + weight, 0) > 0x7f_ff_ff_ff)
    throw new InstanceFault('w', 'a sum below 2^31');
  const rows = list(file['edges'], 'edges').map((edge, index) => readEdge(edge, `edges[${index}]`, n));
  refuseRepetition(rows, n);
  const graph = unitGraph(
    n,
    rows.map(([one, two]) => [one, two] as const),
    rows.map(([, , cost]) => cost),
  );
  return { graph, measures: [{ weights: Int32Array.from(weights), lower, upper }], gridCount: k };
}

/** @throws InstanceFault unless there is a grid of 0 … k - 1 per unit */
export function readAssignment(json: unknown, problem: PartitionProblem): Assignment {
  const units = problem.graph.offsets.length - 1;
  const grids = list(json, 'assignment').map((grid, unit) =>
    whole(grid, `assignment[${unit}]`, 0, problem.gridCount - 1),
  );
  if (grids.length !== units) throw new InstanceFault('assignment', `${units} grids`);
  return Int32Array.from(grids);
}

function readEdge(json: unknown, path: string, n: number): readonly [number, number, number] {
  const edge = list(json, path);
  if (edge.length !== 2 && edge.length !== 3) throw new InstanceFault(path, 'two units and perhaps a cost');
  const one = whole(edge[0], `${path}[0]`, 0, n - 1);
  const two = whole(edge[1], `${path}[1]`, 0, n - 1);
  if (one === two) throw new InstanceFault(path, 'two different units');
  return [one, two, edge.length === 3 ? whole(edge[2], `${path}[2]`, 0, 1_000_000) : 1];
}

function refuseRepetition(rows: readonly (readonly [number, number, number])[], n: number): void {
  const seen = new Set<number>();
  rows.forEach(([one, two], index) => {
    const key = Math.min(one, two) * n + Math.max(one, two);
    if (seen.has(key)) throw new InstanceFault(`edges[${index}]`, 'an edge not named before');
    seen.add(key);
  });
}

function list(json: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(json)) throw new InstanceFault(path, 'a list');
  return json as readonly unknown[];
}

function whole(json: unknown, path: string, least: number, most: number): number {
  if (typeof json !== 'number' || !Number.isInteger(json) || json < least || json > most)
    throw new InstanceFault(path, `a whole number from ${least} to ${most}`);
  return json;
}
