// Use cases of comments: words about a plan, pinned to a door, a grid or a point, and whether they are settled.
// Refuses residents: the texts follow the rules of every free text here.
import { Permission } from '#modules/access';
import { requiredText } from '#modules/requests';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { checkPoint, type LonLatPoint } from '#platform/geometry/polygon-gate';
import type { RequestContext } from '#platform/graphql/context';
import { newId } from '#platform/ids';
import type { PlanView } from '../drafts/plan.read.ts';
import { type DecideDeps, decided, localId, placeOf } from './decide-deps.ts';
import { lockPlan } from './plan-record.ts';

const MAX_COMMENT = 500;

export interface CommentPlan {
  /** Opaque ids; the grid by its number. */
  readonly plan: string;
  readonly text: string;
  readonly entrance?: string | null;
  readonly grid?: number | null;
  readonly point?: LonLatPoint | null;
  readonly clientEventId: string;
}

export interface ResolvePlanComment {
  readonly plan: string;
  readonly comment: string;
  readonly resolved: boolean;
  readonly clientEventId: string;
}

export class CommentService {
  readonly #deps: DecideDeps;

  constructor(deps: DecideDeps) {
    this.#deps = deps;
  }

  /** Whoever may read plans may comment on them. @throws AppError NOT_FOUND, TOO_LONG, PLAN_NOT_AT_STAGE, those of the text rules */
  async comment(context: RequestContext, input: CommentPlan): Promise<PlanView> {
    const place = await placeOf(this.#deps, context, input.plan, Permission.ReadPlans);
    const { community, actor } = place.access;
    const text = requiredText(input.text, 'input.text');
    if ([...text].length > MAX_COMMENT) throw new AppError('TOO_LONG', { max: MAX_COMMENT }, 'input.text');
    const point = input.point ? checkPoint(input.point, 'input.point') : null;
    const entranceId = input.entrance ? localId(community.id, input.entrance, 'Entrance', 'input.entrance') : null;
    return decided(this.#deps, context, place, { operation: 'commentPlan', input }, async (tx) => {
      const plan = await lockPlan(tx, place.planId, null);
      if (plan.stage === 'ABANDONED') throw new AppError('PLAN_NOT_AT_STAGE', {}, 'input.plan');
      if (entranceId) await refuseUnknownEntrance(tx, entranceId);
      const gridId = input.grid ? await gridByNumber(tx, input.grid) : null;
      await tx.execute(sql`
        insert into plan_comments (community_id, id, draft_id, at, by_id, by_name, text, entrance_id, grid_id, point)
        values (${tx.communityId}::uuid, ${newId()}::uuid, ${plan.id}::uuid, ${tx.now.toISOString()}::timestamptz, ${actor.accountId}::uuid,
          ${actor.name}, ${text}, ${entranceId}::uuid, ${gridId}::uuid,
          st_setsrid(st_makepoint(${point?.longitude ?? null}::float8, ${point?.latitude ?? null}::float8), 4326))`);
      tx.record({ kind: 'plan.commented', at: tx.now, data: { plan: plan.id } });
    });
  }

  /** Settles a comment, or opens it again; as often as one likes. @throws AppError NOT_FOUND */
  async resolve(context: RequestContext, input: ResolvePlanComment): Promise<PlanView> {
    const place = await placeOf(this.#deps, context, input.plan, Permission.ReadPlans);
    const commentId = localId(place.access.community.id, input.comment, 'PlanComment', 'input.comment');
    return decided(this.#deps, context, place, { operation: 'resolvePlanComment', input }, async (tx) => {
      const at = input.resolved ? tx.now.toISOString() : null;
      const changed = await tx.execute<{ id: string }>(sql`
        update plan_comments set resolved_at = case when ${at}::timestamptz is null then null else coalesce(resolved_at, ${at}::timestamptz) end
        where community_id = ${tx.communityId}::uuid and draft_id = ${place.planId}::uuid and id = ${commentId}::uuid returning id`);
      if (changed.length === 0) throw new AppError('NOT_FOUND', {}, 'input.comment');
      tx.record({ kind: 'plan.commented', at: tx.now, data: { plan: place.planId } });
    });
  }
}

async function refuseUnknownEntrance(tx: Transaction, entranceId: string): Promise<void> {
  const found = await tx.execute<{ id: string }>(sql`
    select id from entrances where community_id = ${tx.communityId}::uuid and id = ${entranceId}::uuid`);
  if (found.length === 0) throw new AppError('NOT_FOUND', {}, 'input.entrance');
}

async function gridByNumber(tx: Transaction, number: number): Promise<string> {
  const [grid] = await tx.execute<{ id: string }>(sql`
    select id from grids where community_id = ${tx.communityId}::uuid and number = ${number}::int`);
  if (!grid) throw new AppError('NOT_FOUND', {}, 'input.grid');
  return grid.id;
}
