// The ladder made certain: rung by rung the least disruption, and the shortest cut, over all grids there could be. Only at community size;
// elsewhere it says so and leaves the ladder as it is.

import type { LinearSolver } from '../partition/linear-solver.ts';
import { provePartition } from '../partition/set-partition.ts';
import { choosePlans } from './choose-plans.ts';
import { matchLabels } from './match-labels.ts';
import type { KnownPlan, PlanArchive } from './plan-archive.ts';
import { proveRung } from './prove-rung.ts';
import type { ReducedQuestion } from './reduce-question.ts';
import { rungProblem } from './rung.ts';
import { columnsWithin, enumerateColumns, type LoadedColumns } from './rung-columns.ts';

/** What a proof works on and whom it tells. */
export interface ExactInput {
  readonly reduced: ReducedQuestion;
  readonly solver: LinearSolver;
  readonly archive: PlanArchive;
  /** Takes a plan into the archive. */
  readonly offer: (labels: Int32Array) => unknown;
  readonly keepGoing: () => boolean;
  /** After each step. */
  readonly onStep: () => void;
}

const MAX_GRIDS = 3_000_000;
/** Beyond this there are always more: not worth counting up to the cap. */
const MOST_NODES_A_LABEL = 12;
/** Shares of the least change's deviation. */
const RUNGS = [0.82, 0.67, 0.55, 0.45, 0.36, 0.28];
const HALVINGS = 1;
const FINISHES = 4;
/** Plans that may stay unproved before the rest is left as it is. */
const PATIENCE = 1;
/** How many steps there are at the most. */
export const EXACT_STEPS = 5 + RUNGS.length + HALVINGS + FINISHES;

/**
 * @returns null where grids cannot be enumerated; else the bound on the cut of nodes, null where it has none. The first
 * rung that cannot be settled ends the work. About a second a million grids for the
 * widest rung, less for others.
 */
export function proveLadder(input: ExactInput): { readonly cutBound: number | null } | null {
  const { reduced, keepGoing, onStep } = input;
  if (reduced.unitsOf.length > MOST_NODES_A_LABEL * reduced.gridOf.length) return null;
  const columns = enumerateColumns(reduced, { maxGrids: MAX_GRIDS, keepGoing });
  if (columns === null) return null;
  const climb = new ExactClimb(input, columns);
  climb.prove(Infinity);
  onStep();
  if (!Number.isFinite(input.archive.boundAt(Infinity))) return { cutBound: null };
  const cutBound = proveCut(input, columns);
  onStep();
  climb.climb();
  climb.finish();
  return { cutBound };
}

class ExactClimb {
  isSettled = true;
  readonly #input: ExactInput;
  readonly #columns: LoadedColumns;

  constructor(input: ExactInput, columns: LoadedColumns) {
    this.#input = input;
    this.#columns = columns;
  }

  /** @returns whether a plan within the deviation is known */
  prove(deviation: number): boolean {
    const { reduced, solver, archive, offer, keepGoing } = this.#input;
    const known = archive.cheapestWithin(deviation);
    if (known !== null && known.disruption <= archive.boundAt(deviation)) return true;
    if (!keepGoing()) return known !== null;
    const columns = columnsWithin(this.#columns, rungProblem(reduced, deviation));
    const plans = archive.plans.filter((plan) => plan.deviation <= deviation).map(({ labels }) => labels);
    const proof = proveRung({ reduced, columns, solver, plans, keepGoing });
    archive.addBound(deviation, proof.bound);
    if (proof.labels !== null) offer(proof.labels);
    const best = archive.cheapestWithin(deviation);
    this.isSettled &&= (best?.disruption ?? Infinity) <= archive.boundAt(deviation);
    return best !== null;
  }

  /** Down to the first rung without a plan, then between it and the last that has one. */
  climb(): void {
    const { archive, onStep, keepGoing } = this.#input;
    const widest = archive.ladder[0]?.deviation;
    if (widest === undefined) return;
    let missed = 0;
    for (const share of RUNGS) {
      if (!this.isSettled) return;
      const found = this.prove(share * widest);
      onStep();
      if (found) continue;
      missed = share * widest;
      break;
    }
    const settled = this.isSettled;
    for (let halving = 0; halving < HALVINGS && settled && keepGoing(); halving += 1) {
      const middle = (archive.ladder.at(-1)!.deviation + missed) / 2;
      if (!this.prove(middle)) missed = middle;
      onStep();
    }
    // Between the tightest rung that has a plan and the loosest that may have none proofs are hard: what they leave open ends nothing.
    this.isSettled = settled;
  }

  /** Proves the plans that will be shown, each at its own deviation; what that finds may take their place. */
  finish(): void {
    const { archive, onStep, keepGoing } = this.#input;
    let patience = PATIENCE;
    for (let step = 0; step < FINISHES && patience > 0 && keepGoing(); step += 1) {
      const open = choosePlans(archive).find(({ plan }) => this.#isOpen(plan));
      if (open === undefined) return;
      this.#tried.add(open.plan);
      this.isSettled = true;
      this.prove(open.plan.deviation);
      if (!this.isSettled) patience -= 1;
      onStep();
    }
  }

  readonly #tried = new Set<KnownPlan>();

  #isOpen(plan: KnownPlan): boolean {
    const { archive } = this.#input;
    const isRung = archive.front.includes(plan);
    return isRung && !this.#tried.has(plan) && plan.disruption > archive.boundAt(plan.deviation);
  }
}

function proveCut(
  { reduced, solver, archive, offer, keepGoing }: ExactInput,
  { columns }: LoadedColumns,
): number | null {
  const incumbent = archive.mostCompact?.labels;
  if (incumbent === undefined || !keepGoing()) return null;
  const proof = provePartition(reduced.problem, columns, solver, { incumbent, keepGoing });
  if (proof.assignment !== null) offer(matchLabels(reduced, proof.assignment));
  return proof.bound;
}
