// The whole table of the chain: each stage by each role, and the way from draft to approved.
import { describe, expect, it } from 'vitest';
import type { Role } from '#platform/actor';
import { decision, PLAN_DECISIONS, reviewerAt, submission } from './review-chain.ts';

type StoredStage = Parameters<typeof decision>[0];
const STAGES: readonly StoredStage[] = [
  'DRAFT',
  'SUBMITTED',
  'COMMUNITY_APPROVED',
  'STREET_APPROVED',
  'APPROVED',
  'SCHEDULED',
  'ABANDONED',
];
const ROLES: readonly Role[] = ['PLANNER', 'SECRETARY', 'STREET_REVIEWER', 'DISTRICT_REVIEWER', 'GRID_WORKER'];
const approve = { decided: 'APPROVE', note: null } as const;

describe('the chain of reviews', () => {
  it('lets exactly one role decide at each of three stages, and nobody elsewhere', () => {
    const allowed = STAGES.flatMap((stage) =>
      ROLES.flatMap((role) => {
        const step = decision(stage, approve, [role]);
        return 'to' in step ? [`${stage} ${role} → ${step.to}`] : [];
      }),
    );
    expect(allowed).toEqual([
      'SUBMITTED SECRETARY → COMMUNITY_APPROVED',
      'COMMUNITY_APPROVED STREET_REVIEWER → STREET_APPROVED',
      'STREET_APPROVED DISTRICT_REVIEWER → APPROVED',
    ]);
  });

  it('says whether the stage or the role is wrong', () => {
    expect(decision('SUBMITTED', approve, ['STREET_REVIEWER'])).toMatchObject({ refused: 'PLAN_NOT_YOUR_TURN' });
    for (const decided of PLAN_DECISIONS)
      for (const stage of ['DRAFT', 'APPROVED', 'SCHEDULED', 'ABANDONED'] as const)
        expect(decision(stage, { decided, note: '理由' }, ROLES)).toMatchObject({ refused: 'PLAN_NOT_AT_STAGE' });
  });

  it('sends back to the draft from every stage, with a reason only', () => {
    for (const stage of ['SUBMITTED', 'COMMUNITY_APPROVED', 'STREET_APPROVED'] as const) {
      const reviewer = reviewerAt(stage);
      expect(decision(stage, { decided: 'SEND_BACK', note: '9栋拆得太碎' }, ROLES)).toEqual({
        role: reviewer,
        to: 'DRAFT',
      });
      expect(decision(stage, { decided: 'SEND_BACK', note: null }, ROLES)).toEqual({
        refused: 'PLAN_NOTE_REQUIRED',
        path: 'input.note',
      });
    }
  });

  it('takes the submission of the secretary for the approval of the community', () => {
    expect(submission('DRAFT', ['PLANNER'])).toEqual({ role: 'PLANNER', to: 'SUBMITTED' });
    expect(submission('DRAFT', ['PLANNER', 'SECRETARY'])).toEqual({ role: 'SECRETARY', to: 'COMMUNITY_APPROVED' });
    expect(submission('DRAFT', ['STREET_REVIEWER'])).toMatchObject({ refused: 'PLAN_NOT_YOUR_TURN' });
    for (const stage of STAGES.filter((each) => each !== 'DRAFT'))
      expect(submission(stage, ['SECRETARY'])).toMatchObject({ refused: 'PLAN_NOT_AT_STAGE' });
  });
});
