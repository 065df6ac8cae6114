// Owns the engine's question of the open plan, made anew only when something of it changed.
import { useMemo } from 'react';
import { usePlan } from '#plan/open-plan';
import { questionOf } from '#plan/plan-question';

/** The question without any wish. */
export function useQuestion() {
  const units = usePlan((plan) => plan.units);
  const grids = usePlan((plan) => plan.grids);
  const graph = usePlan((plan) => plan.graph);
  const rules = usePlan((plan) => plan.rules);
  const locks = usePlan((plan) => plan.locks);
  const before = usePlan((plan) => plan.before);
  const assignment = usePlan((plan) => plan.assignment);
  return useMemo(
    () => questionOf({ units, grids, graph }, { before, rules, locks, assignment }),
    [units, grids, graph, rules, locks, before, assignment],
  );
}
