// Use cases of the chain: submitting a plan, and each reviewer's word on it. The history of a plan sent back stays.
// Refuses whoever is not next, a plan that leaves a unit out, and at submission one whose checks are open. Approval and activation ask
// no more than completeness: a plan agreed on is not held up by doors that moved in meanwhile.
import { Permission } from '#modules/access';
import { optionalText } from '#modules/requests';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import type { PlanView } from '../drafts/plan.read.ts';
import { type DecideDeps, decided, placeOf, rolesIn } from './decide-deps.ts';
import { lockPlan, stagePlan } from './plan-record.ts';
import { type ChainRefusal, type ChainStep, decision, type PlanDecision, submission } from './review-chain.ts';
import { refuseOpenChecks } from './review-checks.ts';
import { refuseUnfinished } from './unassigned.read.ts';

export interface SubmitPlan {
  /** Opaque id. */
  readonly plan: string;
  readonly version: number;
  readonly note?: string | null;
  readonly clientEventId: string;
}

export interface ReviewPlan extends SubmitPlan {
  readonly decision: PlanDecision;
}

export class ReviewService {
  readonly #deps: DecideDeps;

  constructor(deps: DecideDeps) {
    this.#deps = deps;
  }

  /** @throws AppError STALE, PLAN_NOT_AT_STAGE, PLAN_INCOMPLETE, PLAN_GRID_EMPTY, PLAN_CHECKS_OPEN, IDEMPOTENCY_MISMATCH, those of the text rules */
  async submit(context: RequestContext, input: SubmitPlan): Promise<PlanView> {
    const place = await placeOf(this.#deps, context, input.plan, Permission.EditPlans);
    const note = optionalText(input.note, 'input.note');
    // Before the unit of work: it does not change with the draft, and takes longest.
    const ground = await this.#deps.ground.ground(context, place.access.community.code);
    return decided(this.#deps, context, place, { operation: 'submitPlan', input }, async (tx) => {
      const plan = await lockPlan(tx, place.planId, input.version);
      const { to, role } = taken(submission(plan.stage, rolesIn(place.access)));
      await refuseUnfinished(tx, plan.id, context.language);
      if (ground) await refuseOpenChecks(tx, plan.id, ground, context.language);
      await stagePlan(tx, place.access, plan, { role, decision: null, note, stage: to });
    });
  }

  /** @throws AppError STALE, PLAN_NOT_AT_STAGE, PLAN_NOT_YOUR_TURN, PLAN_NOTE_REQUIRED, PLAN_INCOMPLETE, PLAN_GRID_EMPTY, IDEMPOTENCY_MISMATCH */
  async review(context: RequestContext, input: ReviewPlan): Promise<PlanView> {
    const place = await placeOf(this.#deps, context, input.plan, Permission.ReviewPlans);
    const note = optionalText(input.note, 'input.note');
    return decided(this.#deps, context, place, { operation: 'reviewPlan', input }, async (tx) => {
      const plan = await lockPlan(tx, place.planId, input.version);
      const { to, role } = taken(decision(plan.stage, { decided: input.decision, note }, rolesIn(place.access)));
      if (input.decision === 'APPROVE') await refuseUnfinished(tx, plan.id, context.language);
      await stagePlan(tx, place.access, plan, { role, decision: input.decision, note, stage: to });
    });
  }
}

function taken(step: ChainStep | ChainRefusal): ChainStep {
  if ('refused' in step) throw new AppError(step.refused, {}, step.path);
  return step;
}
