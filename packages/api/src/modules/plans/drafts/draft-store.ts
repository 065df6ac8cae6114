// Owns a draft's rows in a unit of work: taking its next version under the row's lock, reading it whole, writing a step.
// Refuses to judge operations. What a step writes is its difference, never the whole draft.
import type { Transaction } from '#platform/database/database';
import { raw, type Sql, sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { DraftContent, StepStamp, UnitState } from './draft-state.ts';
import type { ChangeSource, DraftExemption, DraftLock, PlanOp, PlanRules, StepDiff } from './plan-ops.ts';
import type { StoredStage } from './plan-stage.ts';

/** The row as it was when its lock was taken. */
export interface LockedDraft {
  readonly id: string;
  readonly name: string;
  readonly stage: StoredStage;
  readonly rules: PlanRules;
  readonly gridIds: readonly string[];
  /** The version that this unit of work makes. */
  readonly version: number;
}

/** Counts the version up, which holds the row until the end: steps of one draft come one after another. @throws AppError NOT_FOUND */
export async function takeVersion(tx: Transaction, id: string): Promise<LockedDraft> {
  const [draft] = await tx.execute<Omit<LockedDraft, 'id'>>(sql`
    update plan_drafts set version = version + 1, saved_at = ${tx.now.toISOString()}::timestamptz
    where community_id = ${tx.communityId}::uuid and id = ${id}::uuid returning name, stage, rules, version, to_json(grid_ids) as "gridIds"`);
  if (!draft) throw new AppError('NOT_FOUND', {}, 'input.plan');
  return { id, ...draft };
}

export async function readContent(tx: Transaction, { id, name, rules, gridIds }: LockedDraft): Promise<DraftContent> {
  const units = await tx.execute<UnitState & { entranceId: string }>(sql`
    select e.id as "entranceId", u.grid_id as "gridId", coalesce(u.moved_version, 0) as "movedVersion", u.moved_by as "movedById",
      u.moved_by_name as "movedByName", ms(u.moved_at) as "movedAt"
    from entrances e left join plan_draft_units u on u.community_id = e.community_id and u.draft_id = ${id}::uuid and u.entrance_id = e.id
    where e.community_id = ${tx.communityId}::uuid`);
  const locks = await tx.execute<DraftLock>(sql`
    select id, kind, grid_id as "gridId", to_json(entrance_ids) as "entranceIds", by_name as "byName" from plan_locks
    where community_id = ${tx.communityId}::uuid and draft_id = ${id}::uuid order by id`);
  const exemptions = await tx.execute<DraftExemption>(sql`
    select id, check_code as check, grid_id as "gridId", to_json(entrance_ids) as "entranceIds", reason, by_name as "byName"
    from plan_exemptions where community_id = ${tx.communityId}::uuid and draft_id = ${id}::uuid order by id`);
  return {
    name,
    rules,
    gridIds,
    locks,
    exemptions,
    units: new Map(units.map(({ entranceId, ...unit }) => [entranceId, unit])),
  };
}

export interface Step {
  readonly draft: LockedDraft;
  readonly stamp: StepStamp;
  readonly source: ChangeSource;
  readonly ops: readonly PlanOp[];
  readonly diff: StepDiff;
  /** The step that this one takes back or does again. */
  readonly of: number | null;
}

/** Writes what changed, and the step with what takes it back. */
export async function writeStep(tx: Transaction, step: Step): Promise<void> {
  const { draft, diff } = step;
  await writeUnits(tx, step);
  await writeConditions(tx, draft.id, diff);
  const { grids, rules, name } = diff;
  if (grids && grids.added.length + grids.removed.length > 0) {
    const kept = [...draft.gridIds.filter((each) => !grids.removed.includes(each)), ...grids.added];
    await tx.execute(sql`
      update plan_drafts set grid_ids = ${kept}::uuid[]
      where community_id = ${tx.communityId}::uuid and id = ${draft.id}::uuid`);
  }
  if (rules || name) {
    await tx.execute(sql`
      update plan_drafts set rules = ${JSON.stringify(rules?.after ?? draft.rules)}::jsonb, name = ${name?.after ?? draft.name}
      where community_id = ${tx.communityId}::uuid and id = ${draft.id}::uuid`);
  }
  const { stamp, source, ops, of } = step;
  await tx.execute(sql`
    insert into plan_changes (community_id, draft_id, version, at, by_id, by_name, source, ops, undo, of_version)
    values (${tx.communityId}::uuid, ${draft.id}::uuid, ${stamp.version}::int, ${tx.now.toISOString()}::timestamptz, ${stamp.byId}::uuid,
      ${stamp.byName}, ${source}, ${JSON.stringify(ops)}::jsonb, ${JSON.stringify(diff)}::jsonb, ${of}::int)`);
}

async function writeUnits(tx: Transaction, { draft, stamp, diff }: Step): Promise<void> {
  if (diff.units.length === 0) return;
  const rows = diff.units.map(([entrance, , grid]) => ({ entrance, grid }));
  await tx.execute(sql`
    insert into plan_draft_units (community_id, draft_id, entrance_id, grid_id, moved_version, moved_by, moved_by_name, moved_at)
    select ${tx.communityId}::uuid, ${draft.id}::uuid, r.entrance, r.grid, ${stamp.version}::int, ${stamp.byId}::uuid, ${stamp.byName},
      ${tx.now.toISOString()}::timestamptz
    from ${recordset(rows, 'entrance uuid, grid uuid')}
    on conflict (community_id, draft_id, entrance_id) do update set grid_id = excluded.grid_id, moved_version = excluded.moved_version,
      moved_by = excluded.moved_by, moved_by_name = excluded.moved_by_name, moved_at = excluded.moved_at`);
}

async function writeConditions(tx: Transaction, draftId: string, { locks, exemptions }: StepDiff): Promise<void> {
  for (const [table, gone] of [
    [sql`plan_locks`, locks.removed],
    [sql`plan_exemptions`, exemptions.removed],
  ] as const) {
    if (gone.length === 0) continue;
    await tx.execute(sql`
      delete from ${table} where community_id = ${tx.communityId}::uuid and draft_id = ${draftId}::uuid
        and id = any(${gone.map(({ id }) => id)}::uuid[])`);
  }
  if (locks.added.length > 0) {
    await tx.execute(sql`
      insert into plan_locks (community_id, draft_id, id, kind, grid_id, entrance_ids, by_name)
      select ${tx.communityId}::uuid, ${draftId}::uuid, r.id, r.kind, r."gridId", ${uuids}, r."byName"
      from ${recordset(locks.added, 'id uuid, kind text, "gridId" uuid, "entranceIds" jsonb, "byName" text')}`);
  }
  if (exemptions.added.length > 0) {
    await tx.execute(sql`
      insert into plan_exemptions (community_id, draft_id, id, check_code, grid_id, entrance_ids, reason, by_name)
      select ${tx.communityId}::uuid, ${draftId}::uuid, r.id, r."check", r."gridId", ${uuids}, r.reason, r."byName"
      from ${recordset(exemptions.added, 'id uuid, "check" text, "gridId" uuid, "entranceIds" jsonb, reason text, "byName" text')}`);
  }
}

const uuids: Sql = sql`array(select entrance::uuid from jsonb_array_elements_text(r."entranceIds") entrance)`;

function recordset(rows: readonly object[], columns: string): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${raw(columns)})`;
}
