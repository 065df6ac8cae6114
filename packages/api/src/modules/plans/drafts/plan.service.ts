// The use cases of a draft: leave first, then one unit of work, then the plan as it is now.
// Refuses to decide on plans: submitting, reviewing and activating stand beside it.
import { type Access, type Guard, Permission } from '#modules/access';
import { type GeographyFace, placeName } from '#modules/geography';
import type { Database, Transaction } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, encodeId } from '#platform/ids';
import { abandonPlan } from './abandon-plan.ts';
import { applyOps, type AskedStep, PlanConflictFound } from './apply-ops.ts';
import { createPlan } from './create-plan.ts';
import type { ApplyPlanOps } from './plan-ops.ts';
import type { PlanReads, PlanView } from './plan.read.ts';

export interface PlanServiceDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly geography: GeographyFace;
  readonly reads: PlanReads;
}

export interface CreatePlan {
  readonly community: string;
  readonly name: string;
  readonly from?: string | null;
  readonly clientEventId: string;
}

export interface AbandonPlan {
  readonly plan: string;
  readonly version: number;
  readonly clientEventId: string;
}

export interface PlanApplied {
  readonly plan: PlanView;
  readonly merged: boolean;
}

export interface PlanConflict {
  readonly plan: PlanView;
  readonly units: readonly object[];
}

export class PlanService {
  readonly #deps: PlanServiceDeps;

  constructor(deps: PlanServiceDeps) {
    this.#deps = deps;
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, PLAN_TEXT_MISSING, TOO_LONG, IDEMPOTENCY_MISMATCH */
  async create(context: RequestContext, input: CreatePlan): Promise<PlanView> {
    const access = await this.#deps.guard.byCode(context, input.community, Permission.EditPlans);
    const from = input.from ? decodeId(input.from, 'Plan', 'input.from') : null;
    if (from && from.communityId !== access.community.id) throw new AppError('NOT_FOUND', {}, 'input.from');
    const now = context.clock.now();
    const { gridSize } = await this.#deps.geography.normsInForce(access.scope, access.community.id, now);
    const plan = { name: input.name, fromId: from?.id ?? null, by: byOf(access) };
    const { id } = await this.#write(context, access, (tx) =>
      once(tx, { clientEventId: input.clientEventId, operation: 'createPlan', body: input }, () =>
        createPlan(tx, plan, gridSize),
      ),
    );
    return this.#view(context, access, id);
  }

  /** @throws AppError as {@link applyOps}; NOT_FOUND, FORBIDDEN, IDEMPOTENCY_MISMATCH */
  async apply(context: RequestContext, input: ApplyPlanOps): Promise<PlanApplied | PlanConflict> {
    const { communityId, id: draftId } = decodeId(input.plan, 'Plan', 'input.plan');
    const access = await this.#deps.guard.byId(context, communityId, Permission.EditPlans);
    const { baseVersion, ops, source, clientEventId } = input;
    const request = { clientEventId, operation: 'applyPlanOps', body: input };
    return this.applyStep(context, access, { draftId, baseVersion, ops, source }, request);
  }

  /** After the guard: one step, asked for in whatever form. A file that changes nothing is no step. */
  async applyStep(
    context: RequestContext,
    access: Access,
    step: Omit<AskedStep, 'by'>,
    request: { readonly clientEventId: string; readonly operation: string; readonly body: object },
  ): Promise<PlanApplied | PlanConflict> {
    const nothing = step.source === 'IMPORT' && step.ops.length === 0;
    try {
      const { merged } = await this.#write(context, access, (tx) =>
        once(tx, request, async () => (nothing ? { merged: false } : applyOps(tx, { ...step, by: byOf(access) }))),
      );
      return { plan: await this.#view(context, access, step.draftId), merged };
    } catch (error) {
      if (!(error instanceof PlanConflictFound)) throw error;
      return this.#conflict(context, access, step.draftId, error);
    }
  }

  /** @throws AppError as {@link abandonPlan}; FORBIDDEN, IDEMPOTENCY_MISMATCH */
  async abandon(context: RequestContext, input: AbandonPlan): Promise<PlanView> {
    const { communityId, id } = decodeId(input.plan, 'Plan', 'input.plan');
    const access = await this.#deps.guard.byId(context, communityId, Permission.EditPlans);
    await this.#write(context, access, (tx) =>
      once(tx, { clientEventId: input.clientEventId, operation: 'abandonPlan', body: input }, () =>
        abandonPlan(tx, id, input.version),
      ),
    );
    return this.#view(context, access, id);
  }

  async #conflict(
    context: RequestContext,
    access: Access,
    draftId: string,
    { units }: PlanConflictFound,
  ): Promise<PlanConflict> {
    const communityId = access.community.id;
    const ids = units.map(({ entranceId }) => entranceId);
    const names = await this.#deps.geography.entrancesById(access.scope, communityId, ids);
    return {
      plan: await this.#view(context, access, draftId),
      units: units.map(({ entranceId, theirAt, ...unit }) => ({
        ...unit,
        entrance: encodeId('Entrance', communityId, entranceId),
        name: placeName(names.get(entranceId)?.name ?? '', context.language),
        theirAt: new Date(theirAt),
        yourName: access.actor.name,
      })),
    };
  }

  #write<Result>(context: RequestContext, access: Access, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const { scope, community, actor } = access;
    const options = { scope, communityId: community.id, actorId: actor.accountId, now: context.clock.now() };
    return this.#deps.database.write(options, work);
  }

  async #view(context: RequestContext, access: Access, id: string): Promise<PlanView> {
    const view = await this.#deps.reads.find(access, context.clock.now(), id);
    if (!view) throw new AppError('NOT_FOUND', {}, 'input.plan');
    return view;
  }
}

function byOf({ actor }: Access): { readonly id: string; readonly name: string } {
  return { id: actor.accountId, name: actor.name };
}
