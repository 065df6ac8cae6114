// Owns giving the plans that came in force without a draft (by an import, or before there were drafts) their place in the list:
// so that they can be compared with, exported and returned to like any other. Refuses to touch the plans themselves.
import type { Norms } from '#modules/geography';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import type { PlanRules } from './plan-ops.ts';
import { usualRules } from './usual-rules.ts';

/** Nobody's account: these plans were not drafted here. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface EarlierPlan {
  readonly gridPlanId: string;
  /** The plan that held just before it. */
  readonly previousId: string | null;
}

/** Two at once wait for each other; the second finds nothing to do. Written once a plan, then never again. */
export async function keepEarlierPlans(tx: Transaction, gridSize: Norms['gridSize']): Promise<void> {
  if ((await unkept(tx)).length === 0) return;
  await tx.execute(sql`
    update community_counters set event_seq = event_seq where community_id = ${tx.communityId}::uuid`);
  for (const plan of await unkept(tx)) await keep(tx, plan, usualRules(gridSize));
}

function unkept(tx: Transaction): Promise<EarlierPlan[]> {
  return tx.execute<EarlierPlan>(sql`
    select p.id as "gridPlanId", (
      select q.id from grid_plans q where q.community_id = p.community_id and upper_inf(q.recorded) and upper(q.valid) = lower(p.valid)
    ) as "previousId"
    from grid_plans p where p.community_id = ${tx.communityId}::uuid and upper_inf(p.recorded) and not lower_inf(p.valid)
      and not exists (select 1 from plan_drafts d where d.community_id = p.community_id and d.stage = 'SCHEDULED'
        and d.effective_from = lower(p.valid))
    order by lower(p.valid)`);
}

async function keep(tx: Transaction, { gridPlanId, previousId }: EarlierPlan, rules: PlanRules): Promise<void> {
  const id = newId();
  await tx.execute(sql`
    insert into plan_drafts (community_id, id, name, stage, version, rules, based_on, base_plan_id, created_by, created_by_name,
      created_at, saved_at, effective_from, grid_plan_id, grid_ids)
    select p.community_id, ${id}::uuid, p.name, 'SCHEDULED', 1, ${JSON.stringify(rules)}::jsonb, lower(p.valid), ${previousId}::uuid,
      ${NOBODY}::uuid, c.name, lower(p.recorded), lower(p.recorded), lower(p.valid), p.id,
      array(select distinct a.grid_id from grid_assignments a where a.community_id = p.community_id and a.plan_id = p.id)
    from grid_plans p join communities c on c.id = p.community_id
    where p.community_id = ${tx.communityId}::uuid and p.id = ${gridPlanId}::uuid`);
  await tx.execute(sql`
    insert into plan_draft_units (community_id, draft_id, entrance_id, grid_id, before_grid_id)
    select a.community_id, ${id}::uuid, a.entrance_id, a.grid_id, b.grid_id
    from grid_assignments a
    left join grid_assignments b on b.community_id = a.community_id and b.plan_id = ${previousId}::uuid and b.entrance_id = a.entrance_id
    where a.community_id = ${tx.communityId}::uuid and a.plan_id = ${gridPlanId}::uuid`);
}
