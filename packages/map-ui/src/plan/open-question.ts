// Owns the question of a search: of the plan's own grids alone, and what it answers in the indexes of the ground again. Pure.
// Refuses grids that the plan has not: no search may fill one that was closed.
import type { PlanQuestion, SuggestedPlan } from '@qinghe/rebalance';

/** A question whose grid `g` is grid `grids[g]` of the ground. */
export interface OpenQuestion {
  readonly question: PlanQuestion;
  readonly grids: readonly number[];
  /** What leaving grids costs that the plan has no more: no plan avoids it. */
  readonly unavoidable: number;
}

/** Units of a grid that the plan has no more start from none. O(units + locked units) */
export function openQuestion(question: PlanQuestion, openGrids: readonly number[]): OpenQuestion {
  const indexOf = new Map(openGrids.map((grid, index) => [grid, index]));
  const placed = (grid: number) => indexOf.get(grid) ?? -1;
  const current = question.current.map(placed);
  return {
    grids: openGrids,
    question: {
      ...question,
      gridCount: openGrids.length,
      current,
      locks: question.locks.map((lock) => (lock.kind === 'together' ? lock : { ...lock, grid: placed(lock.grid) })),
    },
    unavoidable: question.disruption.reduce(
      (sum, cost, unit) => sum + (current[unit] === -1 && (question.current[unit] ?? -1) >= 0 ? cost : 0),
      0,
    ),
  };
}

/** A plan found, as the page counts: grids of the ground, and all units that leave the grid they had. O(units) */
export function answeredPlan(
  plan: SuggestedPlan,
  { grids, unavoidable }: Pick<OpenQuestion, 'grids' | 'unavoidable'>,
  before: Int32Array,
): SuggestedPlan {
  const assignment = plan.assignment.map((grid) => grids[grid] ?? -1);
  return {
    ...plan,
    assignment,
    movedUnits: before.reduce((sum, grid, unit) => sum + (grid >= 0 && grid !== assignment[unit] ? 1 : 0), 0),
    disruption: plan.disruption + unavoidable,
    disruptionBound: plan.disruptionBound + unavoidable,
  };
}
