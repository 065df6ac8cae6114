// Owns making room for a plan on the two axes of time: what was known stays known, what holds from now on is added.
// Refuses to overwrite: only the end of `recorded` is ever set, and only rows of this same instant, which nobody has read, change.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { recordset } from './rows.ts';

interface KnownPlan {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly validFrom: number;
  readonly recordedFrom: number;
}

/**
 * Ends every plan now known at `from`: one that began earlier lives on until then, one that would begin later gives way.
 * Rows whose knowledge began before this instant are closed and, where something remains, written anew with the shorter range.
 */
export async function supersedePlans(tx: Transaction, from: Date): Promise<void> {
  const known = await tx.execute<KnownPlan>(sql`
    select id, ms(lower(valid)) as "validFrom", ms(lower(recorded)) as "recordedFrom" from grid_plans
    where community_id = ${tx.communityId}::uuid and upper_inf(recorded) and valid && tstzrange(${from.toISOString()}::timestamptz, null)`);
  for (const plan of known) {
    const remains = plan.validFrom < from.getTime();
    const wasRead = plan.recordedFrom < tx.now.getTime();
    if (wasRead) await closeKnowledge(tx, plan.id);
    if (wasRead && remains) await writeRemainder(tx, plan.id, from);
    if (!wasRead && remains) await shorten(tx, plan.id, from);
    if (!wasRead && !remains) await withdraw(tx, plan.id);
  }
}

async function closeKnowledge(tx: Transaction, planId: string): Promise<void> {
  const now = tx.now.toISOString();
  await tx.execute(sql`
    update grid_plans set recorded = tstzrange(lower(recorded), ${now}::timestamptz)
    where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid`);
  await tx.execute(sql`
    update grid_versions set recorded = tstzrange(lower(recorded), ${now}::timestamptz)
    where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`);
}

async function writeRemainder(tx: Transaction, planId: string, until: Date): Promise<void> {
  const [copy, now, end] = [newId(), tx.now.toISOString(), until.toISOString()];
  await tx.execute(sql`
    insert into grid_plans (community_id, id, name, valid, recorded)
    select community_id, ${copy}::uuid, name, tstzrange(lower(valid), ${end}::timestamptz), tstzrange(${now}::timestamptz, null)
    from grid_plans where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid`);
  await tx.execute(sql`
    insert into grid_assignments (community_id, plan_id, entrance_id, grid_id)
    select community_id, ${copy}::uuid, entrance_id, grid_id from grid_assignments
    where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`);
  const versions = await tx.execute<{ old: string }>(sql`
    select id as old from grid_versions where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`);
  await tx.execute(sql`
    insert into grid_versions (community_id, id, plan_id, grid_id, valid, recorded, boundary, label, area_hectares)
    select v.community_id, r.id, ${copy}::uuid, v.grid_id, tstzrange(lower(v.valid), ${end}::timestamptz),
      tstzrange(${now}::timestamptz, null), v.boundary, v.label, v.area_hectares
    from ${recordset(
      versions.map(({ old }) => ({ old, id: newId() })),
      'old uuid, id uuid',
    )}
    join grid_versions v on v.community_id = ${tx.communityId}::uuid and v.id = r.old`);
}

async function shorten(tx: Transaction, planId: string, until: Date): Promise<void> {
  const end = until.toISOString();
  await tx.execute(sql`
    update grid_plans set valid = tstzrange(lower(valid), ${end}::timestamptz)
    where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid`);
  await tx.execute(sql`
    update grid_versions set valid = tstzrange(lower(valid), ${end}::timestamptz)
    where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`);
}

async function withdraw(tx: Transaction, planId: string): Promise<void> {
  for (const table of [sql`grid_versions`, sql`grid_assignments`]) {
    await tx.execute(
      sql`delete from ${table} where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`,
    );
  }
  await tx.execute(sql`delete from grid_plans where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid`);
}
