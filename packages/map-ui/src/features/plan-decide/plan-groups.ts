// Owns how plans are grouped and ordered in their list. Pure.
import type { PlanHead } from './plan-documents.ts';

/** Headings of the list, in their order. */
export const PLAN_GROUPS = ['inForce', 'drafts', 'review', 'ready', 'past'] as const;
export type PlanGroupName = (typeof PLAN_GROUPS)[number];

const GROUP_OF: Readonly<Record<PlanHead['stage'], PlanGroupName>> = {
  IN_FORCE: 'inForce',
  DRAFT: 'drafts',
  SUBMITTED: 'review',
  COMMUNITY_APPROVED: 'review',
  STREET_APPROVED: 'review',
  APPROVED: 'ready',
  SCHEDULED: 'ready',
  PAST: 'past',
  ABANDONED: 'past',
};

/** Plans under one heading; the newest first. */
export interface PlanGroup {
  readonly name: PlanGroupName;
  readonly plans: readonly PlanHead[];
}

const lastTouched = ({ effectiveFrom, savedAt }: PlanHead) => Date.parse(effectiveFrom ?? savedAt);

/** Headings without a plan are left out. O(n log n) */
export function groupPlans(plans: readonly PlanHead[]): PlanGroup[] {
  return PLAN_GROUPS.map((name) => ({
    name,
    plans: plans
      .filter(({ stage }) => GROUP_OF[stage] === name)
      .toSorted((one, other) => lastTouched(other) - lastTouched(one)),
  })).filter((group) => group.plans.length > 0);
}

/** Whether a plan holds, or will hold without any further decision. */
export function isDecided({ stage }: Pick<PlanHead, 'stage'>): boolean {
  return stage === 'SCHEDULED' || stage === 'IN_FORCE' || stage === 'PAST';
}

/** What one looks at first: the one being decided, else the newest draft, else the one in force. */
export function firstShown(plans: readonly PlanHead[]): PlanHead | undefined {
  const groups = new Map(groupPlans(plans).map((group) => [group.name, group.plans[0]]));
  return groups.get('review') ?? groups.get('ready') ?? groups.get('drafts') ?? groups.get('inForce') ?? plans[0];
}
