// Which of the known plans are shown, three to five of them, and what each is for. Refuses to look for more.

import type { KnownPlan, PlanArchive } from './plan-archive.ts';

/** What a plan is shown for. */
export type PlanRole = 'least-change' | 'knee' | 'best-balance' | 'most-compact';

/** A chosen plan. */
export interface ChosenPlan {
  readonly plan: KnownPlan;
  readonly roles: readonly PlanRole[];
}

/** No answer has more. */
export const MOST_PLANS = 5;

/** From the least change on; empty when nothing is known. Fewer than three where there are no more. */
export function choosePlans(archive: PlanArchive): ChosenPlan[] {
  const ladder = archive.front;
  const [first, last] = [ladder[0], ladder.at(-1)];
  if (first === undefined || last === undefined) return [];
  const roles = new Map<KnownPlan, PlanRole[]>();
  const give = (plan: KnownPlan, role: PlanRole): unknown => roles.set(plan, [...(roles.get(plan) ?? []), role]);
  give(first, 'least-change');
  const knee = kneeOf(ladder);
  if (knee !== null) give(knee, 'knee');
  give(last, 'best-balance');
  const compact = archive.mostCompact!;
  give(compact, 'most-compact');
  for (let at = widest(ladder, roles); at !== null && roles.size < MOST_PLANS; at = widest(ladder, roles))
    roles.set(at, []);
  return [...roles]
    .map(([plan, own]) => ({ plan, roles: own }))
    .toSorted((a, b) => a.plan.disruption - b.plan.disruption || b.plan.deviation - a.plan.deviation);
}

/** The rung that bends the ladder most: farthest below the line from its first to its last, both axes stretched to one. */
function kneeOf(ladder: readonly KnownPlan[]): KnownPlan | null {
  const [first, last] = [ladder[0]!, ladder.at(-1)!];
  const cost = Math.max(1, last.disruption - first.disruption);
  const span = Math.max(Number.MIN_VALUE, first.deviation - last.deviation);
  let best: KnownPlan | null = null;
  let deepest = -Infinity;
  for (const plan of ladder.slice(1, -1)) {
    const depth = (first.deviation - plan.deviation) / span - (plan.disruption - first.disruption) / cost;
    if (depth > deepest) [best, deepest] = [plan, depth];
  }
  return best;
}

/** The rung not yet chosen that lies nearest the middle of the widest gap in deviation; null when all are. */
function widest(ladder: readonly KnownPlan[], chosen: ReadonlyMap<KnownPlan, unknown>): KnownPlan | null {
  let [best, gap] = [null as KnownPlan | null, 0];
  for (const [at, plan] of ladder.entries()) {
    if (chosen.has(plan)) continue;
    const above = ladder.slice(0, at).findLast((one) => chosen.has(one));
    const below = ladder.slice(at).find((one) => chosen.has(one));
    if (above === undefined || below === undefined) continue;
    const room = Math.min(above.deviation - plan.deviation, plan.deviation - below.deviation);
    if (room > gap) [best, gap] = [plan, room];
  }
  return best;
}
