// The plans worth showing: none is beaten by another in disruption, balance and cut at once. Keeps also what is known to be
// impossible, rung by rung. Refuses to search.

import type { Assignment } from '../partition/problem.ts';

/** A plan of the reduced question. */
export interface KnownPlan {
  readonly labels: Assignment;
  readonly disruption: number;
  /** Of the grids that are not held. */
  readonly deviation: number;
  /** Sum of the squared loads of the grids that are not held: of two plans the one with less has the smaller CV. */
  readonly unevenness: number;
  readonly cut: number;
}

export class PlanArchive {
  plans: KnownPlan[] = [];
  readonly #bounds: { deviation: number; disruption: number }[] = [];

  /** @returns whether nothing known is as good in all three */
  add(plan: KnownPlan): boolean {
    if (this.plans.some((known) => isAsGood(known, plan))) return false;
    this.plans = [...this.plans.filter((known) => !isAsGood(plan, known)), plan];
    return true;
  }

  /** No plan within the deviation costs less. */
  addBound(deviation: number, disruption: number): void {
    this.#bounds.push({ deviation, disruption });
  }

  /** A plan within a deviation is one within every wider one: their bounds hold too. */
  boundAt(deviation: number): number {
    return this.#bounds.reduce(
      (most, bound) => (bound.deviation >= deviation ? Math.max(most, bound.disruption) : most),
      0,
    );
  }

  /** The plan of least disruption within a deviation. */
  cheapestWithin(deviation: number): KnownPlan | null {
    return this.plans.reduce<KnownPlan | null>((best, plan) => {
      if (plan.deviation > deviation) return best;
      return best === null || comparePlans(plan, best) < 0 ? plan : best;
    }, null);
  }

  /** Plans that none beats in disruption and balance, from the least change to the best balance. */
  get ladder(): KnownPlan[] {
    const rungs: KnownPlan[] = [];
    for (const plan of this.plans.toSorted(comparePlans))
      if (plan.deviation < (rungs.at(-1)?.deviation ?? Infinity)) rungs.push(plan);
    return rungs;
  }

  /** Of the ladder, those whose CV falls from one to the next as well: whoever judges balance by either sees none beaten. */
  get front(): KnownPlan[] {
    const front: KnownPlan[] = [];
    for (const plan of this.ladder) if (plan.unevenness < (front.at(-1)?.unevenness ?? Infinity)) front.push(plan);
    return front;
  }

  get mostCompact(): KnownPlan | null {
    return this.plans.toSorted((a, b) => a.cut - b.cut || comparePlans(a, b))[0] ?? null;
  }
}

function comparePlans(a: KnownPlan, b: KnownPlan): number {
  return a.disruption - b.disruption || a.deviation - b.deviation || a.cut - b.cut;
}

function isAsGood(one: KnownPlan, other: KnownPlan): boolean {
  return one.disruption <= other.disruption && one.deviation <= other.deviation && one.cut <= other.cut;
}
