// The use cases of deciding, gathered for the resolver; each lives in a file of its own.
// Refuses rules of its own.
import { Permission } from '#modules/access';
import type { RequestContext } from '#platform/graphql/context';
import { acceptHandovers, type AcceptHandovers } from './accept-handovers.ts';
import { activatePlan, type ActivatePlan } from './activate-plan.ts';
import { CommentService } from './comment.service.ts';
import type { DecideDeps } from './decide-deps.ts';
import { type HandoversQuery, readHandovers } from './handover.read.ts';
import { readComments, readReviews } from './plan-acts.read.ts';
import { readPlanDiff } from './plan-diff.read.ts';
import { planReplay } from './plan-replay.ts';
import { ReviewService } from './review.service.ts';

/** A plan that the viewer has been shown; uuids. */
interface PlanKey {
  readonly communityId: string;
  readonly uuid: string;
}

export class DecideService {
  readonly #deps: DecideDeps;
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

  async reviewsOf(context: RequestContext, { communityId, uuid }: PlanKey) {
    const { scope } = await this.#deps.guard.byId(context, communityId, Permission.ReadPlans);
    return readReviews(this.#deps.database, scope, { communityId, planId: uuid });
  }

  async commentsOf(context: RequestContext, { communityId, uuid }: PlanKey) {
    const { scope } = await this.#deps.guard.byId(context, communityId, Permission.ReadPlans);
    return readComments(this.#deps.database, scope, { communityId, planId: uuid });
  }
}
