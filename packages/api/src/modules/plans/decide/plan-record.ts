// Owns what deciding reads and writes of a stored plan: its stage under a lock, the acts about it, the event of the log.
// Refuses its content: units, locks and rules are the drafts'.
import type { Access } from '#modules/access';
import type { Role } from '#platform/actor';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { StoredStage } from '../drafts/plan-stage.ts';
import type { PlanDecision } from './review-chain.ts';

export interface PlanRecord {
  readonly id: string;
  readonly name: string;
  readonly stage: StoredStage;
  readonly version: number;
  /** Epoch milliseconds; null before it is scheduled. */
  readonly effectiveFrom: number | null;
}

/** The plan under its lock, at the version the caller has seen. @throws AppError NOT_FOUND, STALE */
export async function lockPlan(tx: Transaction, planId: string, version: number | null): Promise<PlanRecord> {
  const [plan] = await tx.execute<PlanRecord>(sql`
    select id, name, stage, version, ms(effective_from) as "effectiveFrom" from plan_drafts
    where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid for no key update`);
  if (!plan) throw new AppError('NOT_FOUND', {}, 'input.plan');
  if (version !== null && version !== plan.version) throw new AppError('STALE', {}, 'input.version');
  return plan;
}

/**
 * The version of the community's geography, which nobody else changes until this unit of work ends: days of plans are set and taken
 * back one after another. As weak as the update of the version: rows that refer to the community are written beside it.
 */
export async function holdGeography(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ version: number }>(
    sql`select geography_version as version from communities where id = ${tx.communityId}::uuid for no key update`,
  );
  return row?.version ?? 0;
}

export interface PlanAct {
  readonly role: Role;
  readonly decision: PlanDecision | null;
  readonly note: string | null;
  /** Stage that the act leads to. */
  readonly stage: StoredStage;
}

/** Moves the plan on and keeps who did it in which role. */
export async function stagePlan(tx: Transaction, access: Access, plan: PlanRecord, act: PlanAct): Promise<void> {
  await tx.execute(sql`
    update plan_drafts set stage = ${act.stage} where community_id = ${tx.communityId}::uuid and id = ${plan.id}::uuid`);
  await tx.execute(sql`
    insert into plan_reviews (community_id, id, draft_id, at, by_id, by_name, role, decision, note, version, stage)
    values (${tx.communityId}::uuid, ${newId()}::uuid, ${plan.id}::uuid, ${tx.now.toISOString()}::timestamptz, ${access.actor.accountId}::uuid,
      ${access.actor.name}, ${act.role}, ${act.decision}, ${act.note}, ${plan.version}::int, ${act.stage})`);
  tx.record({ kind: 'plan.staged', at: tx.now, data: { plan: plan.id, stage: act.stage } });
}
