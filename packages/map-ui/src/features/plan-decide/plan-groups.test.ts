// Checks the order of plans and which is shown first.
import { describe, expect, it } from 'vitest';
import type { PlanHead } from './plan-documents.ts';
import { firstShown, groupPlans } from './plan-groups.ts';

const plan = (
  id: string,
  stage: PlanHead['stage'],
  savedAt: string,
  effectiveFrom: string | null = null,
): PlanHead => ({
  id,
  name: id,
  stage,
  version: 1,
  acts: [],
  createdAt: savedAt,
  createdBy: '吴珩',
  savedAt,
  basedOn: savedAt,
  effectiveFrom,
  outdated: false,
  present: [],
  grids: [1],
});

const PLANS = [
  plan('old', 'PAST', '2026-01-02T00:00:00Z', '2026-01-03T16:00:00Z'),
  plan('first draft', 'DRAFT', '2026-07-01T00:00:00Z'),
  plan('now', 'IN_FORCE', '2026-03-01T00:00:00Z', '2026-03-31T16:00:00Z'),
  plan('later draft', 'DRAFT', '2026-07-07T00:00:00Z'),
  plan('dropped', 'ABANDONED', '2026-06-01T00:00:00Z'),
  plan('at the street', 'COMMUNITY_APPROVED', '2026-07-03T00:00:00Z'),
];

describe('groupPlans', () => {
  it('puts what holds first, then drafts, the newest on top, and nothing under empty headings', () => {
    expect(groupPlans(PLANS).map(({ name, plans }) => [name, plans.map(({ id }) => id)])).toEqual([
      ['inForce', ['now']],
      ['drafts', ['later draft', 'first draft']],
      ['review', ['at the street']],
      ['past', ['dropped', 'old']],
    ]);
  });
});

describe('firstShown', () => {
  it('is the one that waits for a decision', () => {
    expect(firstShown(PLANS)?.id).toBe('at the street');
  });
  it('is the newest draft when none waits', () => {
    expect(firstShown(PLANS.filter(({ stage }) => stage !== 'COMMUNITY_APPROVED'))?.id).toBe('later draft');
  });
  it('is nothing where there is no plan', () => {
    expect(firstShown([])).toBeUndefined();
  });
});
