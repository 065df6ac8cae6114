// Use case: a draft that nobody wants any more. It stays readable; nothing is deleted.
// Refuses a plan that is scheduled or has been in force, and one that changed since it was looked at.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { StoredStage } from './plan-stage.ts';

/** @param version that the caller saw @throws AppError NOT_FOUND, STALE, PLAN_NOT_ABANDONABLE */
export async function abandonPlan(tx: Transaction, id: string, version: number): Promise<{ id: string }> {
  const [plan] = await tx.execute<{ stage: StoredStage; version: number }>(sql`
    update plan_drafts set saved_at = ${tx.now.toISOString()}::timestamptz
    where community_id = ${tx.communityId}::uuid and id = ${id}::uuid returning stage, version`);
  if (!plan) throw new AppError('NOT_FOUND', {}, 'input.plan');
  if (plan.stage === 'SCHEDULED' || plan.stage === 'ABANDONED')
    throw new AppError('PLAN_NOT_ABANDONABLE', {}, 'input.plan');
  if (plan.version !== version) throw new AppError('STALE', {}, 'input.version');
  await tx.execute(sql`
    update plan_drafts set stage = 'ABANDONED' where community_id = ${tx.communityId}::uuid and id = ${id}::uuid`);
  tx.record({ kind: 'plan.staged', at: tx.now, data: { plan: id, stage: 'ABANDONED' } });
  return { id };
}
