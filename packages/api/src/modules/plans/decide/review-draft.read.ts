// Owns a stored draft as the checks need it, read in the unit of work that judges it: grids by number, entrances by opaque id.
// Refuses to judge.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import type { LockKind, PlanRules } from '../drafts/plan-ops.ts';

interface DraftUnit {
  /** Numbers; null for no grid. */
  readonly grid: number | null;
  readonly before: number | null;
}

interface DraftCondition {
  readonly grid: number | null;
  /** Opaque ids. */
  readonly entrances: readonly string[];
}

export interface JudgedDraft {
  readonly rules: PlanRules;
  /** Numbers of its grids. */
  readonly grids: readonly number[];
  /** By opaque id of the entrance. */
  readonly units: ReadonlyMap<string, DraftUnit>;
  readonly locks: readonly (DraftCondition & { readonly kind: LockKind })[];
  readonly exemptions: readonly (DraftCondition & { readonly check: string })[];
}

/** The draft must be there, and held by its lock. */
export async function readJudgedDraft(tx: Transaction, planId: string): Promise<JudgedDraft> {
  const { communityId } = tx;
  const opaque = (id: string) => encodeId('Entrance', communityId, id);
  const [draft] = await tx.execute<Pick<JudgedDraft, 'rules' | 'grids'>>(sql`
    select d.rules, (select json_agg(g.number order by g.number) from grids g
      where g.community_id = d.community_id and g.id = any(d.grid_ids)) as grids
    from plan_drafts d where d.community_id = ${communityId}::uuid and d.id = ${planId}::uuid`);
  const units = await tx.execute<DraftUnit & { id: string }>(sql`
    select u.entrance_id as id, g.number as grid, b.number as before from plan_draft_units u
    left join grids g on g.community_id = u.community_id and g.id = u.grid_id
    left join grids b on b.community_id = u.community_id and b.id = u.before_grid_id
    where u.community_id = ${communityId}::uuid and u.draft_id = ${planId}::uuid`);
  const locks = await tx.execute<JudgedDraft['locks'][number]>(sql`
    select k.kind, g.number as grid, to_json(k.entrance_ids) as entrances from plan_locks k
    left join grids g on g.community_id = k.community_id and g.id = k.grid_id
    where k.community_id = ${communityId}::uuid and k.draft_id = ${planId}::uuid order by k.id`);
  const exemptions = await tx.execute<JudgedDraft['exemptions'][number]>(sql`
    select x.check_code as check, g.number as grid, to_json(x.entrance_ids) as entrances from plan_exemptions x
    left join grids g on g.community_id = x.community_id and g.id = x.grid_id
    where x.community_id = ${communityId}::uuid and x.draft_id = ${planId}::uuid order by x.id`);
  const named = <Condition extends DraftCondition>(each: Condition) => ({
    ...each,
    entrances: each.entrances.map(opaque),
  });
  return {
    rules: draft!.rules,
    grids: draft!.grids,
    units: new Map(units.map(({ id, ...unit }) => [opaque(id), unit])),
    locks: locks.map(named),
    exemptions: exemptions.map(named),
  };
}
