// Owns the stages of a plan and what a viewer may do at each. Pure.
// Refuses to store IN_FORCE and PAST: they follow from the instants of a scheduled plan.
import { Permission } from '#modules/access';
import type { Role } from '#platform/actor';
import { reviewerAt } from '../decide/review-chain.ts';

export const STORED_STAGES = [
  'DRAFT',
  'SUBMITTED',
  'COMMUNITY_APPROVED',
  'STREET_APPROVED',
  'APPROVED',
  'SCHEDULED',
  'ABANDONED',
] as const;
export type StoredStage = (typeof STORED_STAGES)[number];

export const PLAN_STAGES = [...STORED_STAGES, 'IN_FORCE', 'PAST'] as const;
export type PlanStage = (typeof PLAN_STAGES)[number];

export const PLAN_ACTS = [
  'EDIT',
  'SUBMIT',
  'APPROVE',
  'SEND_BACK',
  'ACTIVATE',
  'WITHDRAW',
  'ABANDON',
  'COMMENT',
] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

/** Instants in epoch milliseconds. */
export interface StageFacts {
  readonly stage: StoredStage;
  readonly effectiveFrom: number | null;
  /** When the plan now in force began; null without one. */
  readonly inForceFrom: number | null;
}

export function stageOf({ stage, effectiveFrom, inForceFrom }: StageFacts, nowMs: number): PlanStage {
  if (stage !== 'SCHEDULED' || effectiveFrom === null || effectiveFrom > nowMs) return stage;
  return inForceFrom !== null && inForceFrom > effectiveFrom ? 'PAST' : 'IN_FORCE';
}

/** What this viewer may do now; the services judge by the same list. */
export function planActs(
  stage: PlanStage,
  viewer: { readonly roles: readonly Role[]; readonly permissions: ReadonlySet<Permission> },
): PlanAct[] {
  const { roles, permissions } = viewer;
  const edits = permissions.has(Permission.EditPlans);
  const reviewer = reviewerAt(stage);
  const reviews = permissions.has(Permission.ReviewPlans) && reviewer !== null && roles.includes(reviewer);
  const open = stage !== 'ABANDONED' && stage !== 'IN_FORCE' && stage !== 'PAST';
  const acts: Readonly<Record<PlanAct, boolean>> = {
    EDIT: edits && stage === 'DRAFT',
    SUBMIT: edits && stage === 'DRAFT',
    APPROVE: reviews,
    SEND_BACK: reviews,
    ACTIVATE: stage === 'APPROVED' && permissions.has(Permission.ActivatePlans),
    WITHDRAW: stage === 'SCHEDULED' && permissions.has(Permission.ActivatePlans),
    ABANDON: edits && open && stage !== 'SCHEDULED',
    COMMENT: stage !== 'ABANDONED' && permissions.has(Permission.ReadPlans),
  };
  return PLAN_ACTS.filter((act) => acts[act]);
}
