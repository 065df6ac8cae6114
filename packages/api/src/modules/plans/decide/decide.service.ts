// The use cases of deciding, gathered for the resolver; each lives in a file of its own.
// Refuses rules of its own.
import { Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import type { PlanDetails } from '../drafts/plan-details.read.ts';
import type { PlanView } from '../drafts/plan.read.ts';
import { acceptHandovers, type AcceptHandovers } from './accept-handovers.ts';
import { activatePlan, type ActivatePlan } from './activate-plan.ts';
import { CommentService } from './comment.service.ts';
import type { DecideDeps } from './decide-deps.ts';
import { type HandoversQuery, readHandovers } from './handover.read.ts';
import { PlanActs } from './plan-acts.read.ts';
import { readPlanDiff } from './plan-diff.read.ts';
import { planReplay } from './plan-replay.ts';
import { ReviewService } from './review.service.ts';
import { withdrawPlan, type WithdrawPlan } from './withdraw-plan.ts';

/** A plan of an answer; uuids. Plans of one answer share their `details`. */
type ShownPlan = Pick<PlanView, 'communityId' | 'uuid' | 'details'>;

export class DecideService {
  readonly #deps: DecideDeps;
  /** By what the plans of one answer share. */
  readonly #acts = new WeakMap<PlanDetails, PlanActs>();
  readonly reviews: ReviewService;
  readonly comments: CommentService;

  constructor(deps: DecideDeps) {
    this.#deps = deps;
    this.reviews = new ReviewService(deps);
    this.comments = new CommentService(deps);
  }

  activate(context: RequestContext, input: ActivatePlan) {
    return activatePlan(this.#deps, context, input);
  }

  withdraw(context: RequestContext, input: WithdrawPlan) {
    return withdrawPlan(this.#deps, context, input);
  }

  accept(context: RequestContext, input: AcceptHandovers) {
    return acceptHandovers(this.#deps, context, input);
  }

  handovers(context: RequestContext, query: HandoversQuery) {
    return readHandovers(this.#deps, context, query);
  }

  diff(context: RequestContext, plan: string, against: string | null) {
    return readPlanDiff(this.#deps, context, plan, against);
  }

  replay(context: RequestContext, plan: string, days: number) {
    return planReplay(this.#deps, context, plan, days);
  }

  reviewsOf(context: RequestContext, plan: ShownPlan) {
    return this.#actsOf(context, plan).then((acts) => acts.reviews(plan.uuid));
  }

  commentsOf(context: RequestContext, plan: ShownPlan) {
    return this.#actsOf(context, plan).then((acts) => acts.comments(plan.uuid));
  }

  async #actsOf(context: RequestContext, { communityId, details }: ShownPlan): Promise<PlanActs> {
    const { scope } = await this.#deps.guard.byId(context, communityId, Permission.ReadPlans);
    const acts = this.#acts.get(details) ?? new PlanActs(this.#deps.database, scope, communityId);
    this.#acts.set(details, acts);
    return acts;
  }
}
