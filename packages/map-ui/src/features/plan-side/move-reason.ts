// Owns why a unit is moved, in numbers: how its two grids stood before, and what leaving it out would do. Pure. Refuses words.
import { explainMove, gridLoads, type PlanQuestion } from '@qinghe/rebalance';

/** Grids by index; shares are of the target, 0.22 for 22 % over, negative for short. */
export interface MoveReason {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly fromBefore: number;
  readonly toBefore: number;
  /** Of the draft with this unit back where it was. */
  readonly fromWithout: number;
  readonly toWithout: number;
  /** Without the move: grids outside a limit that are not, or less far, with it. */
  readonly breaks: readonly {
    readonly grid: number;
    readonly load: number;
    readonly limit: number;
    readonly over: boolean;
  }[];
  /** Without the move: grids in more pieces. */
  readonly fallApart: readonly number[];
  /** Without the move a lock would not hold. */
  readonly breaksLock: boolean;
  /** Disruption that leaving it out would spare; negative when it would cost. */
  readonly spared: number;
}

/** Null when the unit is where it was. O(units + edges) */
export function moveReason(question: PlanQuestion, assignment: Int32Array, unit: number): MoveReason | null {
  const effect = explainMove(question, assignment, unit);
  const [from, to] = [question.current[unit] ?? -1, assignment[unit] ?? -1];
  const households = question.measures[0];
  const target = question.target ?? 0;
  if (!effect || to < 0 || target <= 0) return null;
  const before = gridLoads(households, question.current, question.gridCount);
  const without = gridLoads(households, effect.assignment, question.gridCount);
  const share = (loads: Float64Array, grid: number) => (loads[grid] ?? 0) / target - 1;
  return {
    unit,
    from,
    to,
    fromBefore: share(before, from),
    toBefore: share(before, to),
    fromWithout: share(without, from),
    toWithout: share(without, to),
    breaks: effect.breaks
      .filter(({ measure }) => measure === 0)
      .map(({ grid, load, lower, upper }) => ({
        grid,
        load,
        limit: load < lower ? lower : upper,
        over: load > upper,
      })),
    fallApart: effect.fallApart.map(({ grid }) => grid),
    breaksLock: effect.locks.length > 0,
    spared: effect.disruptionSaved,
  };
}
