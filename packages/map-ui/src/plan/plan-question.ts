// Owns how an open plan is put to the engine as a question. Pure. Refuses the terms: figures,
// rules and locks mean the same to the server.
import { communityLock, communityTerms, type PlanQuestion } from '@qinghe/rebalance';
import type { PlanContent } from './plan-content.ts';
import type { PlanModel } from './plan-model.ts';

/** What of a plan the question needs. */
export interface AskedPlan extends Pick<PlanContent, 'before' | 'rules' | 'locks'> {
  /** The draft, where it may differ from before in a grid that is locked as it is now. */
  readonly assignment?: Int32Array;
}

/** The engine's question, with every grid there ever was: for checks and repairs, which look at grids that have units. O(units · locked grids) */
export function questionOf(model: Pick<PlanModel, 'units' | 'graph' | 'grids'>, plan: AskedPlan): PlanQuestion {
  return {
    graph: model.graph,
    ...communityTerms(model.units, plan.rules),
    gridCount: model.grids.length,
    current: plan.before,
    locks: plan.locks.map((lock) => communityLock(lock, plan)),
  };
}
