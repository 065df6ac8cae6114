// Owns what a plan leaves open: units without a grid, those that came after it was drawn included, and grids without a unit.
// Refuses to assign or close them: a plan is complete by decision, never by default.
import { ENTRANCE_NAME, gridLabel, placeName } from '#modules/geography';
import type { Language } from '@qinghe/schema';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { inDoorOrder } from './door-order.ts';

const NAMED = 6;

/** @throws AppError PLAN_INCOMPLETE, PLAN_GRID_EMPTY */
export async function refuseUnfinished(tx: Transaction, planId: string, language: Language): Promise<void> {
  await refuseUnassigned(tx, planId, language);
  await refuseEmpty(tx, planId, language);
}

/** @throws AppError PLAN_INCOMPLETE naming the first of them in door order */
async function refuseUnassigned(tx: Transaction, planId: string, language: Language): Promise<void> {
  const rows = await tx.execute<{ name: string; buildingNumber: string; entranceNumber: string }>(sql`
    select ${ENTRANCE_NAME} as name, b.number as "buildingNumber", e.number as "entranceNumber"
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
    left join plan_draft_units u on u.community_id = e.community_id and u.draft_id = ${planId}::uuid and u.entrance_id = e.id
    where e.community_id = ${tx.communityId}::uuid and u.grid_id is null`);
  if (rows.length === 0) return;
  const names = inDoorOrder(rows).map(({ name }) => placeName(name, language));
  throw new AppError('PLAN_INCOMPLETE', { count: rows.length, names: listed(names, language) }, 'input.plan');
}

/** A grid that nobody gave a unit would have a worker and no place. @throws AppError PLAN_GRID_EMPTY naming them */
async function refuseEmpty(tx: Transaction, planId: string, language: Language): Promise<void> {
  const rows = await tx.execute<{ number: number }>(sql`
    select g.number from plan_drafts d join grids g on g.community_id = d.community_id and g.id = any(d.grid_ids)
    where d.community_id = ${tx.communityId}::uuid and d.id = ${planId}::uuid and not exists (
      select 1 from plan_draft_units u where u.community_id = d.community_id and u.draft_id = d.id and u.grid_id = g.id)
    order by g.number`);
  if (rows.length === 0) return;
  const grids = rows.map(({ number }) => gridLabel(number)).join(language === 'EN' ? ', ' : '、');
  throw new AppError('PLAN_GRID_EMPTY', { grids }, 'input.plan');
}

/** The first few, and that there are more. */
export function listed(names: readonly string[], language: Language): string {
  const shown = names.slice(0, NAMED).join(language === 'EN' ? '; ' : '、');
  return names.length > NAMED ? `${shown}…` : shown;
}
