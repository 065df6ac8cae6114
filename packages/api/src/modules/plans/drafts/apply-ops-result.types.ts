// The three answers to a change of a plan: applied, in conflict with somebody else's, refused.
import { createUnionType } from 'type-graphql';
import { isRefusal } from '#platform/errors';
import { RefusalType } from '#platform/graphql/outcome';
import { PlanAppliedType, PlanConflictType } from './plan.types.ts';

export const ApplyPlanOpsResult = createUnionType({
  name: 'ApplyPlanOpsResult',
  types: () => [PlanAppliedType, PlanConflictType, RefusalType] as const,
  resolveType: (value: object) => {
    if (isRefusal(value)) return RefusalType;
    return 'units' in value ? PlanConflictType : PlanAppliedType;
  },
});
