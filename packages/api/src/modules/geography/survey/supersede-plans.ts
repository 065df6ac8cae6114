// Owns making room for a plan on the two axes of time, and closing the gap again: what was known stays known, what holds from now
// on is added.
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
    if (plan.validFrom < from.getTime()) await endAt(tx, plan, from);
    else await giveWay(tx, plan);
  }
}

/**
 * Takes the plan back that would begin at `from`: it is no longer known, and the one that would have ended there goes on as long as
 * it would have. Nothing happens where no plan begins at `from`: another has superseded it.
 */
export async function reinstateBefore(tx: Transaction, from: Date): Promise<void> {
  const start = from.toISOString();
  const [taken] = await tx.execute<KnownPlan & { validTo: number | null }>(sql`
    select id, ms(lower(valid)) as "validFrom", ms(upper(valid)) as "validTo", ms(lower(recorded)) as "recordedFrom" from grid_plans
    where community_id = ${tx.communityId}::uuid and upper_inf(recorded) and lower(valid) = ${start}::timestamptz`);
  if (!taken) return;
  await giveWay(tx, taken);
  const [before] = await tx.execute<KnownPlan>(sql`
    select id, ms(lower(valid)) as "validFrom", ms(lower(recorded)) as "recordedFrom" from grid_plans
    where community_id = ${tx.communityId}::uuid and upper_inf(recorded) and upper(valid) = ${start}::timestamptz`);
  if (before) await endAt(tx, before, taken.validTo === null ? null : new Date(taken.validTo));
}

/** From now on it is known to end at `until`; null: nobody knows of an end. */
async function endAt(tx: Transaction, { id, recordedFrom }: KnownPlan, until: Date | null): Promise<void> {
  if (recordedFrom >= tx.now.getTime()) return setEnd(tx, id, until);
  await closeKnowledge(tx, id);
  await writeAnew(tx, id, until);
}

/** From now on it is known not to come. */
async function giveWay(tx: Transaction, { id, recordedFrom }: KnownPlan): Promise<void> {
  return recordedFrom < tx.now.getTime() ? closeKnowledge(tx, id) : erase(tx, id);
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

async function writeAnew(tx: Transaction, planId: string, until: Date | null): Promise<void> {
  const [copy, now, end] = [newId(), tx.now.toISOString(), until?.toISOString() ?? null];
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

async function setEnd(tx: Transaction, planId: string, until: Date | null): Promise<void> {
  const end = until?.toISOString() ?? null;
  await tx.execute(sql`
    update grid_plans set valid = tstzrange(lower(valid), ${end}::timestamptz)
    where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid`);
  await tx.execute(sql`
    update grid_versions set valid = tstzrange(lower(valid), ${end}::timestamptz)
    where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`);
}

async function erase(tx: Transaction, planId: string): Promise<void> {
  for (const table of [sql`grid_versions`, sql`grid_assignments`]) {
    await tx.execute(
      sql`delete from ${table} where community_id = ${tx.communityId}::uuid and plan_id = ${planId}::uuid`,
    );
  }
  await tx.execute(sql`delete from grid_plans where community_id = ${tx.communityId}::uuid and id = ${planId}::uuid`);
}
