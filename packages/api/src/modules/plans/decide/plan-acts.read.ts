// Owns reading what was said about plans: reviews and comments, as the contract shows them.
// Refuses to be asked by anyone but a plan that the viewer may read.
import type { Role } from '#platform/actor';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { BatchLoader } from '#platform/graphql/batch-loader';
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

type Of<Row> = Omit<Row, 'at'> & { readonly plan: string; readonly at: number };

/** Of one answer: all its plans are asked for at once. A later answer reads anew. */
export class PlanActs {
  readonly #database: Database;
  readonly #scope: Scope;
  readonly #communityId: string;
  readonly #reviews = new BatchLoader<PlanReviewView[]>((plans) => this.#readReviews(plans));
  readonly #comments = new BatchLoader<PlanCommentView[]>((plans) => this.#readComments(plans));

  constructor(database: Database, scope: Scope, communityId: string) {
    this.#database = database;
    this.#scope = scope;
    this.#communityId = communityId;
  }

  /** In the order they were made. @param plan uuid */
  async reviews(plan: string): Promise<readonly PlanReviewView[]> {
    return (await this.#reviews.get(plan)) ?? [];
  }

  /** In the order they were written. */
  async comments(plan: string): Promise<readonly PlanCommentView[]> {
    return (await this.#comments.get(plan)) ?? [];
  }

  async #readReviews(plans: readonly string[]): Promise<Map<string, PlanReviewView[]>> {
    const rows = await this.#database.read<Of<PlanReviewView>>(
      this.#scope,
      sql`
      select r.draft_id as plan, ms(r.at) as at, r.by_name as by, r.role, r.decision, r.note, r.version, r.stage from plan_reviews r
      where r.community_id = ${this.#communityId}::uuid and r.draft_id = any(${[...plans]}::uuid[]) order by r.at, r.id`,
    );
    return grouped(rows, ({ plan: _plan, at, ...row }) => ({ ...row, at: new Date(at) }));
  }

  async #readComments(plans: readonly string[]): Promise<Map<string, PlanCommentView[]>> {
    const rows = await this.#database.read<Of<PlanCommentView>>(
      this.#scope,
      sql`
      select c.draft_id as plan, c.id, ms(c.at) as at, c.by_name as by, c.text, c.entrance_id as entrance, g.number as grid,
        st_asgeojson(c.point, 7, 0) as point, c.resolved_at is not null as resolved
      from plan_comments c left join grids g on g.community_id = c.community_id and g.id = c.grid_id
      where c.community_id = ${this.#communityId}::uuid and c.draft_id = any(${[...plans]}::uuid[]) order by c.at, c.id`,
    );
    return grouped(rows, ({ plan: _plan, at, id, entrance, ...row }) => ({
      ...row,
      at: new Date(at),
      id: encodeId('PlanComment', this.#communityId, id),
      entrance: entrance && encodeId('Entrance', this.#communityId, entrance),
    }));
  }
}

function grouped<Row extends { readonly plan: string }, View>(
  rows: readonly Row[],
  view: (row: Row) => View,
): Map<string, View[]> {
  return new Map([...Map.groupBy(rows, ({ plan }) => plan)].map(([plan, own]) => [plan, own.map(view)]));
}
