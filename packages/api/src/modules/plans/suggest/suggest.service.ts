// Use cases of suggestions: starting a search on a draft, looking at it, ending it. It runs in a process of its own.
// Refuses whoever may not edit plans, and more searches at once than there is room for.
import { type Guard, Permission } from '#modules/access';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, newId } from '#platform/ids';
import { unitOf } from '../decide/decide-deps.ts';
import type { PlanReads, PlanView } from '../drafts/plan.read.ts';
import type { PlanGroundService } from '../ground/plan-ground.service.ts';
import { PlanWatch } from '../presence/plan-watch.ts';
import { type AskedPlan, questionOf } from './suggest-question.ts';
import { type PlanSuggestionsView, viewOfJob } from './suggest-view.ts';
import { type KeptJob, SuggestionJobs } from './suggestion-jobs.ts';

export interface SuggestDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly reads: PlanReads;
  readonly ground: PlanGroundService;
}

export interface SuggestPlans {
  /** Opaque id. */
  readonly plan: string;
  readonly seed: number;
  readonly wholeBuildings: boolean;
  readonly clientEventId: string;
}

export class SuggestService {
  readonly #deps: SuggestDeps;
  readonly #jobs = new SuggestionJobs();

  constructor(deps: SuggestDeps) {
    this.#deps = deps;
  }

  /**
   * Starts a search. A repetition answers the same search; where it is forgotten, it is made again and finds the same.
   * @throws AppError NOT_FOUND, FORBIDDEN, PLAN_SEARCHES_BUSY, IDEMPOTENCY_MISMATCH
   */
  async suggest(context: RequestContext, input: SuggestPlans): Promise<PlanSuggestionsView> {
    const { communityId } = decodeId(input.plan, 'Plan', 'input.plan');
    const { database, guard, reads } = this.#deps;
    const access = await guard.byId(context, communityId, Permission.EditPlans);
    const plan = await reads.byId(context, input.plan, 'input.plan');
    const asked = await this.#asked(context, plan, input.wholeBuildings);
    const { job } = await database.write(unitOf(access, context.clock.now()), (tx) =>
      once(tx, { clientEventId: input.clientEventId, operation: 'suggestPlans', body: input }, async () => ({
        job: newId(),
      })),
    );
    const known = this.#jobs.find(communityId, job);
    if (known) return viewOfJob(known, context.language);
    const { uuid: planId, version } = plan;
    const kept = { id: job, communityId, planId, version, asked, question: questionOf(asked) };
    return viewOfJob(this.#jobs.start(kept, input.seed), context.language);
  }

  /** Null once it is forgotten: ten minutes after its end, or with the process. @throws AppError BAD_ID, NOT_FOUND, FORBIDDEN */
  async find(context: RequestContext, job: string): Promise<PlanSuggestionsView | null> {
    const kept = await this.#kept(context, job, Permission.ReadPlans);
    return kept && viewOfJob(kept, context.language);
  }

  /** Ends it; one that has ended, or is forgotten, needs no ending. */
  async cancel(context: RequestContext, job: string): Promise<void> {
    (await this.#kept(context, job, Permission.EditPlans))?.job.cancel();
  }

  /** The search now, and again whenever it got on, to its end. @throws AppError BAD_ID, NOT_FOUND, FORBIDDEN */
  async watch(context: RequestContext, job: string): Promise<PlanWatch<PlanSuggestionsView>> {
    const kept = await this.#kept(context, job, Permission.ReadPlans);
    if (!kept) throw new AppError('NOT_FOUND', {}, 'job');
    const touch = () => watch.touch();
    const watch: PlanWatch<PlanSuggestionsView> = new PlanWatch(
      async () => {
        const view = viewOfJob(kept, context.language);
        // After this one has been read.
        if (view.state !== 'RUNNING') setImmediate(() => watch.end());
        return view;
      },
      () => kept.watchers.delete(touch),
    );
    kept.watchers.add(touch);
    return watch;
  }

  stop(): Promise<void> {
    return this.#jobs.stop();
  }

  async #kept(context: RequestContext, opaque: string, permission: Permission): Promise<KeptJob | null> {
    const { communityId, id } = decodeId(opaque, 'PlanSuggestions', 'job');
    await this.#deps.guard.byId(context, communityId, permission);
    return this.#jobs.find(communityId, id);
  }

  async #asked(context: RequestContext, plan: PlanView, wholeBuildings: boolean): Promise<AskedPlan> {
    const ground = await this.#deps.ground.ground(context, plan.community);
    if (!ground) throw new AppError('NOT_FOUND', {}, 'input.plan');
    const [{ before, assignment }, locks] = await Promise.all([
      plan.details.units(plan.uuid),
      plan.details.locks(plan.uuid),
    ]);
    const { units, borders } = ground;
    return { units, borders, grids: plan.grids, before, assignment, rules: plan.rules, locks, wholeBuildings };
  }
}
