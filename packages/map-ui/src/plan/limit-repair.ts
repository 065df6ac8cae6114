// Owns the repair of one grid outside its limits: the cheapest move of one unit, or of two, that brings it within and makes
// nothing worse. Pure. Refuses more than two: that is a new plan, and the search for plans does it better.
import { checkPlan, disruptionOf, gridLoads, type PlanQuestion } from '@qinghe/rebalance';

/** Units that move, each with where it leaves and where it goes. */
export interface LimitRepair {
  readonly moves: readonly { readonly unit: number; readonly from: number; readonly to: number }[];
  readonly assignment: Int32Array;
  /** What it costs people more than the draft does; negative when it spares them. */
  readonly disruption: number;
}

type Move = LimitRepair['moves'][number];

/**
 * The cheapest repair by disruption, then by distance of the grid from its target.
 * @returns null where the grid is within its limits, or one and two moves do not do
 * O(moves² · (units + edges)) at worst, where moves are the units on the border of the grid
 */
export function repairLimits(question: PlanQuestion, assignment: Int32Array, grid: number): LimitRepair | null {
  if (outsideBy(question, assignment, grid) === 0) return null;
  const singles = bordering(question, assignment, grid);
  return (
    cheapest(
      question,
      assignment,
      grid,
      singles.map((move) => [move]),
    ) ?? inPairs(question, assignment, grid, singles)
  );
}

function inPairs(question: PlanQuestion, assignment: Int32Array, grid: number, singles: readonly Move[]) {
  const pairs = singles.flatMap((first) =>
    bordering(question, applied(assignment, [first]), grid)
      .filter(({ unit }) => unit !== first.unit)
      .map((second) => [first, second]),
  );
  return cheapest(question, assignment, grid, pairs);
}

/** Units that may join the grid, when it has too little, or leave it, when it has too much. */
function bordering({ graph, measures }: PlanQuestion, assignment: Int32Array, grid: number): Move[] {
  const short = loadOf(measures[0].weights, assignment, grid) < measures[0].lower;
  const found = new Map<string, Move>();
  assignment.forEach((from, unit) => {
    for (const beside of graph.neighbours.subarray(graph.offsets[unit], graph.offsets[unit + 1])) {
      const to = assignment[beside] ?? -1;
      const leaves = from >= 0 && to >= 0 && from !== to;
      if (leaves && (short ? to : from) === grid) found.set(`${unit} ${to}`, { unit, from, to });
    }
  });
  return [...found.values()];
}

function cheapest(
  question: PlanQuestion,
  assignment: Int32Array,
  grid: number,
  proposals: readonly (readonly Move[])[],
): LimitRepair | null {
  const faultsBefore = faultsOf(question, assignment);
  const costBefore = disruptionOf(question, assignment);
  const target = question.target ?? 0;
  let best: (LimitRepair & { readonly miss: number }) | null = null;
  for (const moves of proposals) {
    const after = applied(assignment, moves);
    const disruption = disruptionOf(question, after) - costBefore;
    if (best && disruption > best.disruption) continue;
    if (outsideBy(question, after, grid) > 0 || strays(question, assignment, after, moves)) continue;
    if (isWorse(faultsOf(question, after), faultsBefore)) continue;
    const miss = Math.abs(loadOf(question.measures[0].weights, after, grid) - target);
    if (best === null || disruption < best.disruption || miss < best.miss)
      best = { moves, assignment: after, disruption, miss };
  }
  return best && { moves: best.moves, assignment: best.assignment, disruption: best.disruption };
}

/** Whether a grid that gives or takes would lie further outside its limits than it does. */
function strays(question: PlanQuestion, before: Int32Array, after: Int32Array, moves: readonly Move[]): boolean {
  const touched = new Set(moves.flatMap(({ from, to }) => [from, to]));
  return [...touched].some((grid) => outsideBy(question, after, grid) > outsideBy(question, before, grid));
}

type Faults = ReadonlyMap<string, number>;

function faultsOf(question: PlanQuestion, assignment: Int32Array): Faults {
  const counts = new Map<string, number>();
  for (const finding of checkPlan(question, assignment)) {
    const place = 'grid' in finding ? finding.grid : 'lock' in finding ? finding.lock : '';
    const key = `${finding.kind} ${place}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** No fault pays for another: a lock is not broken to keep a limit, nor is the next grid left short. */
function isWorse(after: Faults, before: Faults): boolean {
  return [...after].some(([kind, count]) => count > (before.get(kind) ?? 0));
}

function applied(assignment: Int32Array, moves: readonly Move[]): Int32Array {
  const after = assignment.slice();
  for (const { unit, to } of moves) after[unit] = to;
  return after;
}

function loadOf(weights: Int32Array, assignment: Int32Array, grid: number): number {
  let load = 0;
  assignment.forEach((of, unit) => (load += of === grid ? (weights[unit] ?? 0) : 0));
  return load;
}

/** How far the grid lies outside its limits, over all measures. */
function outsideBy({ measures, gridCount }: PlanQuestion, assignment: Int32Array, grid: number): number {
  return measures.reduce((sum, measure) => {
    const load = gridLoads(measure, assignment, gridCount)[grid] ?? 0;
    return sum + Math.max(0, measure.lower - load, load - measure.upper);
  }, 0);
}
