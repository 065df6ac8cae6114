// Random questions small enough to look at every plan, and that look: what is claimed about conflicts is judged by it alone.
import fc from 'fast-check';
import { unitGraph } from '../src/partition/problem.ts';
import type { Lock, PlanQuestion } from '../src/planning/question.ts';
import type { Change } from '../src/explain/relaxation.ts';
import type { Rule } from '../src/explain/terms.ts';

/** Up to `most` units on a random connected graph, two measures, grids of today in whatever pieces, up to four locks. */
export const smallQuestion = (most: number) =>
  fc
    .integer({ min: 2, max: most })
    .chain((units) =>
      fc.record({
        parents: fc.tuple(...Array.from({ length: units - 1 }, (_, unit) => fc.nat({ max: unit }))),
        extra: fc.array(fc.tuple(fc.nat({ max: units - 1 }), fc.nat({ max: units - 1 })), { maxLength: 4 }),
        weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: units, maxLength: units }),
        others: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: units, maxLength: units }),
        gridCount: fc.integer({ min: 1, max: Math.min(3, units) }),
        slack: fc.integer({ min: 0, max: 8 }),
        current: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: units, maxLength: units }),
        locks: fc.array(
          fc.record({
            kind: fc.constantFrom('stay', 'together', 'together', 'grid'),
            units: fc.uniqueArray(fc.nat({ max: units - 1 }), { minLength: 1, maxLength: 3 }),
            grid: fc.nat({ max: 2 }),
          }),
          { maxLength: 4 },
        ),
      }),
    )
    .map((seed): PlanQuestion => {
      const edges = new Map<string, readonly [number, number]>();
      const join = (one: number, two: number) => {
        if (one !== two) edges.set(`${Math.min(one, two)} ${Math.max(one, two)}`, [one, two]);
      };
      (seed.parents as number[]).forEach((parent, unit) => join(parent, unit + 1));
      for (const [one, two] of seed.extra) join(one, two);
      const { gridCount, weights, slack } = seed;
      const current = Int32Array.from(seed.current, (grid) => Math.min(grid, gridCount - 1));
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / gridCount;
      return {
        graph: unitGraph(weights.length, [...edges.values()]),
        measures: [
          {
            weights: Int32Array.from(weights),
            lower: Math.max(0, Math.ceil(mean - slack)),
            upper: Math.floor(mean + slack),
          },
          { weights: Int32Array.from(seed.others), lower: 0, upper: 8 },
        ],
        gridCount,
        current,
        disruption: Int32Array.from(weights),
        locks: seed.locks.flatMap(({ kind, units, grid }): Lock[] => {
          if (kind === 'together') return [{ kind, units }];
          if (kind === 'stay') return [{ kind, units, grid: Math.min(grid, gridCount - 1) }];
          return current.includes(Math.min(grid, gridCount - 1))
            ? [{ kind: 'grid', grid: Math.min(grid, gridCount - 1) }]
            : [];
        }),
      };
    });

/** The question after a planner let go of something. */
export function eased(question: PlanQuestion, changes: readonly Change[]): PlanQuestion {
  const freed = new Set(changes.map((change) => (change.kind === 'free-lock' ? change.lock : -1)));
  const [first, ...others] = question.measures.map((measure, index) =>
    changes.reduce(
      (so, change) =>
        change.kind === 'limit' && change.measure === index ? { ...so, [change.side]: change.value } : so,
      measure,
    ),
  );
  return {
    ...question,
    measures: [first!, ...others],
    gridCount: changes.reduce((so, change) => (change.kind === 'grid-count' ? change.value : so), question.gridCount),
    locks: question.locks.filter((_, lock) => !freed.has(lock)),
  };
}

/** Whether some plan keeps these rules, by trying all; grids beyond the question's have no names, so they are opened in order. */
export function somePlanKeeps(question: PlanQuestion, rules: readonly Rule[], labels = question.gridCount): boolean {
  const units = question.current.length;
  const plan = new Int32Array(units);
  const isCounted = rules.some(({ kind }) => kind === 'grid-count');
  const place = (unit: number, most: number): boolean => {
    if (unit === units) return keepsRules(question, rules, plan);
    const last = isCounted ? labels - 1 : Math.max(labels, most + 1);
    for (let grid = 0; grid <= last; grid += 1) {
      plan[unit] = grid;
      if (place(unit + 1, Math.max(most, grid))) return true;
    }
    return false;
  };
  return place(0, labels - 1);
}

/** Judges a plan rule by rule, in words as plain as the rules'. */
export function keepsRules(question: PlanQuestion, rules: readonly Rule[], plan: Int32Array): boolean {
  const grids = [...new Set(plan)];
  const unitsOf = (grid: number, of: Int32Array) => [...of.keys()].filter((unit) => of[unit] === grid);
  return rules.every((rule) => {
    if (rule.kind === 'grid-count') return grids.length === question.gridCount;
    if (rule.kind === 'contiguity') return grids.every((grid) => mayLieSo(question, unitsOf(grid, plan), grid));
    if (rule.kind === 'limit') {
      const { weights, [rule.side]: limit } = question.measures[rule.measure]!;
      return grids.every((grid) => {
        const load = unitsOf(grid, plan).reduce((sum, unit) => sum + weights[unit]!, 0);
        return rule.side === 'lower' ? load >= limit : load <= limit;
      });
    }
    const lock = question.locks[rule.lock]!;
    if (lock.kind === 'stay') return lock.units.every((unit) => plan[unit] === lock.grid);
    if (lock.kind === 'together') return new Set(lock.units.map((unit) => plan[unit])).size === 1;
    return String(unitsOf(lock.grid, plan)) === String(unitsOf(lock.grid, question.current));
  });
}

/** In one piece; or each piece but the heaviest is what is left of one piece of today, and the heaviest has a unit of today. */
function mayLieSo({ graph, current, measures }: PlanQuestion, units: readonly number[], grid: number): boolean {
  const pieces = piecesOf(graph, units);
  if (pieces.length === 1) return true;
  const load = (piece: readonly number[]) => piece.reduce((sum, unit) => sum + measures[0].weights[unit]!, 0);
  const [heaviest, ...loose] = pieces.toSorted((a, b) => load(b) - load(a) || b.length - a.length || a[0]! - b[0]!);
  const today = piecesOf(
    graph,
    [...current.keys()].filter((unit) => current[unit] === grid),
  );
  const meets = (piece: readonly number[], other: readonly number[]) => piece.some((unit) => other.includes(unit));
  if (!heaviest!.some((unit) => current[unit] === grid)) return false;
  return loose.every((piece) => {
    const home = today.find((other) => piece.every((unit) => other.includes(unit)));
    return home !== undefined && pieces.every((other) => other === piece || !meets(other, home));
  });
}

function piecesOf(graph: PlanQuestion['graph'], units: readonly number[]): number[][] {
  const left = new Set(units);
  const pieces: number[][] = [];
  for (const start of units) {
    if (!left.delete(start)) continue;
    const piece = [start];
    for (const unit of piece)
      for (const beside of graph.neighbours.subarray(graph.offsets[unit], graph.offsets[unit + 1]))
        if (left.delete(beside)) piece.push(beside);
    pieces.push(piece.toSorted((a, b) => a - b));
  }
  return pieces;
}

/** The fewest grids outside one side of a limit, over all plans that keep units together and give every grid some weight. */
export function fewestOut(question: PlanQuestion, measure: number, side: 'lower' | 'upper'): number {
  const { weights, [side]: limit } = question.measures[measure]!;
  const together = question.locks.filter(({ kind }) => kind === 'together');
  const rules = together.map((_, lock): Rule => ({ kind: 'lock', lock }));
  const units = question.current.length;
  let fewest = Infinity;
  const plan = new Int32Array(units);
  for (let code = 0; code < question.gridCount ** units; code += 1) {
    for (let unit = 0, rest = code; unit < units; unit += 1, rest = Math.floor(rest / question.gridCount))
      plan[unit] = rest % question.gridCount;
    if (!keepsRules({ ...question, locks: together }, rules, plan)) continue;
    const loads = Array.from({ length: question.gridCount }, () => 0);
    plan.forEach((grid, unit) => (loads[grid]! += weights[unit]!));
    if (loads.some((load) => load === 0)) continue;
    fewest = Math.min(fewest, loads.filter((load) => (side === 'lower' ? load < limit : load > limit)).length);
  }
  return fewest;
}
