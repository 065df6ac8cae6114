// Owns reading plans as the contract shows them: heads in one query; units, locks and history in one query each, when asked.
// Refuses to guess: stages in force and past follow from the instants.
import { type Access, type Guard, Permission } from '#modules/access';
import { inForce } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { empty, type Sql, sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { type DecodedId, decodeId, encodeId } from '#platform/ids';
import { PlanDetails } from './plan-details.read.ts';
import type { PlanRules } from './plan-ops.ts';
import { type PlanAct, planActs, type PlanStage, stageOf, type StoredStage } from './plan-stage.ts';

/** A plan in the contract's shape; the uuids, `storedStage` and `details` are for services and nested fields. */
export interface PlanView {
  readonly id: string;
  readonly uuid: string;
  readonly communityId: string;
  readonly community: string;
  readonly name: string;
  readonly stage: PlanStage;
  readonly storedStage: StoredStage;
  readonly version: number;
  /** Numbers of its grids, ascending; those without a unit, too. */
  readonly grids: readonly number[];
  readonly basedOn: Date;
  readonly outdated: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly savedAt: Date;
  readonly effectiveFrom: Date | null;
  readonly acts: readonly PlanAct[];
  readonly rules: PlanRules;
  /** The plan in force that it was branched from, and the one it became. */
  readonly basePlanId: string | null;
  readonly gridPlanId: string | null;
  readonly details: PlanDetails;
}

interface PlanRow {
  readonly uuid: string;
  readonly name: string;
  readonly stage: StoredStage;
  readonly version: number;
  readonly grids: readonly number[];
  readonly rules: PlanRules;
  readonly basedOn: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly savedAt: number;
  readonly effectiveFrom: number | null;
  readonly inForceFrom: number | null;
  readonly basePlanId: string | null;
  readonly gridPlanId: string | null;
}

export class PlanReads {
  readonly #database: Database;
  readonly #guard: Guard;

  constructor(database: Database, guard: Guard) {
    this.#database = database;
    this.#guard = guard;
  }

  /** All plans of a community, the last changed first. @throws AppError NOT_FOUND, FORBIDDEN */
  async list(context: RequestContext, community: string): Promise<PlanView[]> {
    const access = await this.#guard.byCode(context, community, Permission.ReadPlans);
    return this.#views(access, context.clock.now(), empty);
  }

  /** @param id opaque @throws AppError BAD_ID, NOT_FOUND, FORBIDDEN */
  async byId(context: RequestContext, id: string, path = 'id'): Promise<PlanView> {
    const view = await this.byDecoded(context, decodeId(id, 'Plan', path));
    if (!view) throw new AppError('NOT_FOUND', {}, path);
    return view;
  }

  /** Null when there is none. @throws AppError NOT_FOUND for a foreign community, FORBIDDEN */
  async byDecoded(context: RequestContext, { communityId, id }: DecodedId): Promise<PlanView | null> {
    const access = await this.#guard.byId(context, communityId, Permission.ReadPlans);
    return this.find(access, context.clock.now(), id);
  }

  /** After the guard. */
  async find(access: Access, now: Date, uuid: string): Promise<PlanView | null> {
    return (await this.#views(access, now, sql`and d.id = ${uuid}::uuid`))[0] ?? null;
  }

  async #views(access: Access, now: Date, condition: Sql): Promise<PlanView[]> {
    const communityId = access.community.id;
    const rows = await this.#database.read<PlanRow>(
      access.scope,
      sql`
      select d.id as uuid, d.name, d.stage, d.version, d.rules, ms(d.based_on) as "basedOn", d.created_by_name as "createdBy",
        ms(d.created_at) as "createdAt", ms(d.saved_at) as "savedAt", ms(d.effective_from) as "effectiveFrom",
        (select coalesce(json_agg(g.number order by g.number), '[]') from grids g
          where g.community_id = d.community_id and g.id = any(d.grid_ids)) as grids,
        d.base_plan_id as "basePlanId", d.grid_plan_id as "gridPlanId",
        (select ms(lower(p.valid)) from grid_plans p where ${inForce(communityId, now, null)}) as "inForceFrom"
      from plan_drafts d where d.community_id = ${communityId}::uuid ${condition} order by d.saved_at desc, d.id`,
    );
    const details = new PlanDetails(this.#database, access);
    return rows.map((row) => viewOf(row, access, now, details));
  }
}

function viewOf(row: PlanRow, access: Access, now: Date, details: PlanDetails): PlanView {
  const { uuid, name, version, grids, rules, createdBy, basePlanId, gridPlanId } = row;
  const stage = stageOf(row, now.getTime());
  const { memberships } = access.actor;
  const roles = memberships.filter((each) => each.communityId === access.community.id).map((each) => each.role);
  return {
    id: encodeId('Plan', access.community.id, uuid),
    uuid,
    communityId: access.community.id,
    community: access.community.code,
    name,
    stage,
    storedStage: row.stage,
    version,
    grids,
    basedOn: new Date(row.basedOn),
    outdated: stage !== 'IN_FORCE' && stage !== 'PAST' && (row.inForceFrom ?? 0) > row.basedOn,
    createdBy,
    createdAt: new Date(row.createdAt),
    savedAt: new Date(row.savedAt),
    effectiveFrom: row.effectiveFrom === null ? null : new Date(row.effectiveFrom),
    acts: planActs(stage, { roles, permissions: access.permissions }),
    rules,
    basePlanId,
    gridPlanId,
    details,
  };
}
