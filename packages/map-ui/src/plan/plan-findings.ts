// Owns what the checks find in a draft, as the list shows it: the shared findings, and whether someone accepted them or they were so
// before. Pure. Refuses wording, and rules of its own: the server holds a plan back by the same.
import {
  ACCEPTED_BY_UNITS,
  acceptanceOf,
  communityExtra,
  communityFindings,
  type CommunityFinding,
} from '@qinghe/rebalance';
import type { PlanContent } from './plan-content.ts';
import type { PlanModel } from './plan-model.ts';
import { questionOf } from './plan-question.ts';
import type { PlanFinding } from './plan-session.types.ts';

/** All findings in the order of the checks. O(units + edges) */
export function planFindings(model: PlanModel, content: PlanContent): PlanFinding[] {
  const { locks, rules, assignment, exemptions, openGrids } = content;
  const found = communityFindings({
    question: questionOf(model, content),
    assignment,
    extra: communityExtra(model, rules.maxSpanMetres),
    grids: new Set(openGrids),
    lockGrids: locks.map(({ grid }) => grid),
    names: model.units.map(({ name }) => name),
  });
  return found.map(({ existing, ...shown }) => {
    const exemption = existing ? undefined : acceptanceOf(shown, exemptions);
    return {
      ...shown,
      key: keyOf(shown),
      exempt: existing || exemption !== undefined,
      exemption: exemption ? { id: exemption.id, by: exemption.by, reason: exemption.reason } : null,
    };
  });
}

function keyOf({ check, grid, units }: Pick<CommunityFinding, 'check' | 'grid' | 'units'>): string {
  return [check, grid ?? '', ...(check === 'lock' || ACCEPTED_BY_UNITS.has(check) ? units.slice(0, 2) : [])].join(':');
}
