// Owns the chain a plan goes through until it may come in force, as one table: who has to say what at which stage.
// Pure. Refuses to store and to know who asks: the services bring the roles.
import type { ErrorCode } from '@qinghe/schema';
import type { Role } from '#platform/actor';
import type { StoredStage } from '../drafts/plan-stage.ts';

export const PLAN_DECISIONS = ['APPROVE', 'SEND_BACK'] as const;
export type PlanDecision = (typeof PLAN_DECISIONS)[number];

interface Link {
  readonly stage: StoredStage;
  /** Whose turn it is. */
  readonly reviewer: Role;
  readonly approved: StoredStage;
}

/** Community, street, district; the district's approval files the plan too. */
export const REVIEW_CHAIN: readonly Link[] = [
  { stage: 'SUBMITTED', reviewer: 'SECRETARY', approved: 'COMMUNITY_APPROVED' },
  { stage: 'COMMUNITY_APPROVED', reviewer: 'STREET_REVIEWER', approved: 'STREET_APPROVED' },
  { stage: 'STREET_APPROVED', reviewer: 'DISTRICT_REVIEWER', approved: 'APPROVED' },
];

/** Where a step leads, and in which role it was taken. */
export interface ChainStep {
  readonly to: StoredStage;
  readonly role: Role;
}

export interface ChainRefusal {
  readonly refused: ErrorCode;
  /** Role that it takes, or the stage the plan is at; said in words by the text of the code. */
  readonly path: 'input.plan' | 'input.decision' | 'input.note';
}

const SUBMITTERS: readonly Role[] = ['SECRETARY', 'PLANNER'];

/** Submission. The secretary's own counts as the community's approval: nobody approves twice. */
export function submission(stage: StoredStage, roles: readonly Role[]): ChainStep | ChainRefusal {
  if (stage !== 'DRAFT') return { refused: 'PLAN_NOT_AT_STAGE', path: 'input.plan' };
  const role = SUBMITTERS.find((each) => roles.includes(each));
  if (!role) return { refused: 'PLAN_NOT_YOUR_TURN', path: 'input.plan' };
  return { role, to: role === 'SECRETARY' ? 'COMMUNITY_APPROVED' : 'SUBMITTED' };
}

/** One reviewer's decision. Whoever is next approves or sends back; sending back says why. */
export function decision(
  stage: StoredStage,
  { decided, note }: { readonly decided: PlanDecision; readonly note: string | null },
  roles: readonly Role[],
): ChainStep | ChainRefusal {
  const link = REVIEW_CHAIN.find((each) => each.stage === stage);
  if (!link) return { refused: 'PLAN_NOT_AT_STAGE', path: 'input.plan' };
  if (!roles.includes(link.reviewer)) return { refused: 'PLAN_NOT_YOUR_TURN', path: 'input.decision' };
  if (decided === 'SEND_BACK' && note === null) return { refused: 'PLAN_NOTE_REQUIRED', path: 'input.note' };
  return { role: link.reviewer, to: decided === 'APPROVE' ? link.approved : 'DRAFT' };
}

/** Whose turn it is at a stage; null when nobody reviews there. */
export function reviewerAt(stage: string): Role | null {
  return REVIEW_CHAIN.find((link) => link.stage === stage)?.reviewer ?? null;
}
