// Use case: a scheduled plan is taken back before its midnight. What was agreed stays known as of then; from now on everything is
// as if it had never been scheduled: grids, who answers, nothing to hand over. Refuses a plan that has begun, and one that another follows.
import { Permission } from '#modules/access';
import { surveyor } from '#modules/geography';
import { staff } from '#modules/people';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { dayOf } from '#platform/time/zoned-time';
import { reasonText } from '../drafts/plan-text.ts';
import type { PlanView } from '../drafts/plan.read.ts';
import { activatorRole, type DecideDeps, decided, placeOf } from './decide-deps.ts';
import { removeHandovers } from './handover-rows.ts';
import { holdGeography, lockPlan, type PlanRecord, stagePlan } from './plan-record.ts';

export interface WithdrawPlan {
  /** Opaque id. */
  readonly plan: string;
  readonly version: number;
  /** Why. */
  readonly note: string;
  readonly clientEventId: string;
}

/**
 * Back to APPROVED, so that another day can be set.
 * @throws AppError STALE, PLAN_NOT_AT_STAGE, PLAN_BEGUN, PLAN_FOLLOWED, PLAN_TEXT_MISSING, TOO_LONG, IDEMPOTENCY_MISMATCH
 */
export async function withdrawPlan(deps: DecideDeps, context: RequestContext, input: WithdrawPlan): Promise<PlanView> {
  const place = await placeOf(deps, context, input.plan, Permission.ActivatePlans);
  const { access } = place;
  const note = reasonText(input.note, 'input.note');
  return decided(deps, context, place, { operation: 'withdrawPlan', input }, async (tx) => {
    const plan = await lockPlan(tx, place.planId, input.version);
    await holdGeography(tx);
    const from = await startOf(tx, plan, access.community.timeZone);
    await stagePlan(tx, access, plan, { role: activatorRole(access), decision: null, note, stage: 'APPROVED' });
    await tx.execute(sql`
      update plan_drafts set effective_from = null, grid_plan_id = null
      where community_id = ${tx.communityId}::uuid and id = ${plan.id}::uuid`);
    await staff.endDuties(tx, await removeHandovers(tx, plan.id));
    await surveyor.reinstateBefore(tx, from);
    await surveyor.touchGeography(tx);
  });
}

/** When it would come in force. @throws AppError PLAN_NOT_AT_STAGE, PLAN_BEGUN, PLAN_FOLLOWED */
async function startOf(tx: Transaction, plan: PlanRecord, zone: string): Promise<Date> {
  if (plan.stage !== 'SCHEDULED' || plan.effectiveFrom === null)
    throw new AppError('PLAN_NOT_AT_STAGE', {}, 'input.plan');
  const from = new Date(plan.effectiveFrom);
  if (from <= tx.now) throw new AppError('PLAN_BEGUN', { day: dayOf(from, zone) }, 'input.plan');
  // What passes from whom to whom on the later day was worked out on the grids of this one.
  const [later] = await tx.execute<{ name: string; at: number }>(sql`
    select name, ms(effective_from) as at from plan_drafts
    where community_id = ${tx.communityId}::uuid and stage = 'SCHEDULED' and effective_from > ${from.toISOString()}::timestamptz
    order by effective_from limit 1`);
  if (later)
    throw new AppError('PLAN_FOLLOWED', { name: later.name, day: dayOf(new Date(later.at), zone) }, 'input.plan');
  return from;
}
