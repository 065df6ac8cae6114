// Owns reading what was said about plans: reviews and comments, as the contract shows them.
// Refuses to be asked by anyone but a plan that the viewer may read.
import type { Role } from '#platform/actor';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import type { StoredStage } from '../drafts/plan-stage.ts';
import type { PlanDecision } from './review-chain.ts';

export interface PlanReviewView {
  readonly at: Date;
  readonly by: string;
  readonly role: Role;
  readonly decision: PlanDecision | null;
  readonly note: string | null;
  readonly version: number;
  readonly stage: StoredStage;
}

export interface PlanCommentView {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly text: string;
  readonly entrance: string | null;
  readonly grid: number | null;
  /** GeoJSON text. */
  readonly point: string | null;
  readonly resolved: boolean;
}

interface PlanKey {
  readonly communityId: string;
  readonly planId: string;
}

/** In the order they were made. */
export async function readReviews(database: Database, scope: Scope, key: PlanKey): Promise<PlanReviewView[]> {
  const rows = await database.read<Omit<PlanReviewView, 'at'> & { at: number }>(
    scope,
    sql`
    select ms(at) as at, by_name as by, role, decision, note, version, stage from plan_reviews
    where community_id = ${key.communityId}::uuid and draft_id = ${key.planId}::uuid order by plan_reviews.at, id`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** In the order they were written. */
export async function readComments(database: Database, scope: Scope, key: PlanKey): Promise<PlanCommentView[]> {
  const rows = await database.read<Omit<PlanCommentView, 'at'> & { at: number }>(
    scope,
    sql`
    select c.id, ms(c.at) as at, c.by_name as by, c.text, c.entrance_id as entrance, g.number as grid,
      st_asgeojson(c.point, 7, 0) as point, c.resolved_at is not null as resolved
    from plan_comments c left join grids g on g.community_id = c.community_id and g.id = c.grid_id
    where c.community_id = ${key.communityId}::uuid and c.draft_id = ${key.planId}::uuid order by c.at, c.id`,
  );
  return rows.map((row) => ({
    ...row,
    id: encodeId('PlanComment', key.communityId, row.id),
    at: new Date(row.at),
    entrance: row.entrance && encodeId('Entrance', key.communityId, row.entrance),
  }));
}
