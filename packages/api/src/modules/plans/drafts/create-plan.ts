// Use case: a new draft, branched from the plan in force, from another draft or from an earlier plan.
// Refuses nothing but a name: several drafts at once are welcome, also of the same name.
import { inForce, type Norms } from '#modules/geography';
import type { Transaction } from '#platform/database/database';
import { type Sql, sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { PlanRules } from './plan-ops.ts';
import { planName } from './plan-text.ts';
import { keepEarlierPlans } from './keep-earlier-plans.ts';
import { usualRules } from './usual-rules.ts';

export interface NewPlan {
  readonly name: string;
  /** Uuid of a draft whose units, rules, locks and exemptions the new one starts with; null for the plan in force. */
  readonly fromId: string | null;
  readonly by: { readonly id: string; readonly name: string };
}

/**
 * What it starts from becomes its units; what is in force now is what it is compared with.
 * @returns uuid of the draft @throws AppError NOT_FOUND, PLAN_TEXT_MISSING, TOO_LONG
 */
export async function createPlan(tx: Transaction, plan: NewPlan, gridSize: Norms['gridSize']): Promise<{ id: string }> {
  const id = newId();
  const name = planName(plan.name, 'input.name');
  await keepEarlierPlans(tx, gridSize);
  const source = plan.fromId === null ? null : await sourceOf(tx, plan.fromId);
  const now = tx.now.toISOString();
  const rules: PlanRules = source?.rules ?? usualRules(gridSize);
  await tx.execute(sql`
    insert into plan_drafts (community_id, id, name, stage, version, rules, based_on, base_plan_id, created_by, created_by_name,
      created_at, saved_at, grid_ids)
    select ${tx.communityId}::uuid, ${id}::uuid, ${name}, 'DRAFT', 1, ${JSON.stringify(rules)}::jsonb, ${now}::timestamptz,
      (select p.id from grid_plans p where ${inForce(tx.communityId, tx.now, null)}), ${plan.by.id}::uuid, ${plan.by.name},
      ${now}::timestamptz, ${now}::timestamptz, ${gridIdsOf(tx, plan.fromId)}`);
  await copyUnits(tx, id, plan.fromId);
  if (plan.fromId !== null) await copyConditions(tx, id, plan.fromId);
  tx.record({ kind: 'plan.created', at: tx.now, data: { plan: id } });
  return { id };
}

async function sourceOf(tx: Transaction, id: string): Promise<{ rules: PlanRules }> {
  const [source] = await tx.execute<{ rules: PlanRules }>(
    sql`select rules from plan_drafts where community_id = ${tx.communityId}::uuid and id = ${id}::uuid`,
  );
  if (!source) throw new AppError('NOT_FOUND', {}, 'input.from');
  return source;
}

/** The grids of the plan in force, or those that the other draft has. */
function gridIdsOf(tx: Transaction, fromId: string | null): Sql {
  if (fromId !== null)
    return sql`(select f.grid_ids from plan_drafts f where f.community_id = ${tx.communityId}::uuid and f.id = ${fromId}::uuid)`;
  return sql`array(select distinct a.grid_id from grid_assignments a where a.community_id = ${tx.communityId}::uuid
    and a.plan_id = (select p.id from grid_plans p where ${inForce(tx.communityId, tx.now, null)}))`;
}

async function copyUnits(tx: Transaction, id: string, fromId: string | null): Promise<void> {
  const grid: Sql = fromId === null ? sql`a.grid_id` : sql`f.grid_id`;
  await tx.execute(sql`
    insert into plan_draft_units (community_id, draft_id, entrance_id, grid_id, before_grid_id)
    select e.community_id, ${id}::uuid, e.id, ${grid}, a.grid_id
    from entrances e
    left join grid_assignments a on a.community_id = e.community_id and a.entrance_id = e.id
      and a.plan_id = (select p.id from grid_plans p where ${inForce(tx.communityId, tx.now, null)})
    left join plan_draft_units f on f.community_id = e.community_id and f.entrance_id = e.id and f.draft_id = ${fromId}::uuid
    where e.community_id = ${tx.communityId}::uuid`);
}

/** Ids of locks are unique within their draft only. */
async function copyConditions(tx: Transaction, id: string, fromId: string): Promise<void> {
  await tx.execute(sql`
    insert into plan_locks (community_id, draft_id, id, kind, grid_id, entrance_ids, by_name)
    select community_id, ${id}::uuid, id, kind, grid_id, entrance_ids, by_name from plan_locks
    where community_id = ${tx.communityId}::uuid and draft_id = ${fromId}::uuid`);
  await tx.execute(sql`
    insert into plan_exemptions (community_id, draft_id, id, check_code, grid_id, entrance_ids, reason, by_name)
    select community_id, ${id}::uuid, id, check_code, grid_id, entrance_ids, reason, by_name from plan_exemptions
    where community_id = ${tx.communityId}::uuid and draft_id = ${fromId}::uuid`);
}
