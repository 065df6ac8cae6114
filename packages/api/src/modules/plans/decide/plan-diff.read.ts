// Owns what one plan changes against another, door by door: whose worker changes, and what hangs on it, as counts.
// Refuses units that both leave where they are, and which doors have daily care.
import { Permission } from '#modules/access';
import { ENTRANCE_NAME, placeName } from '#modules/geography';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId } from '#platform/ids';
import { type DecideDeps, localId, placeOf } from './decide-deps.ts';
import { doorCounts } from './door-counts.read.ts';
import { inDoorOrder } from './door-order.ts';

export interface PlanMoveView {
  readonly entrance: string;
  readonly name: string;
  readonly buildingName: string;
  readonly fromGrid: number | null;
  readonly toGrid: number | null;
  readonly fromWorker: string | null;
  readonly toWorker: string | null;
  readonly households: number;
  readonly dailyCareDoors: number;
  readonly openRequests: number;
}

export interface PlanDiffView {
  readonly moves: readonly PlanMoveView[];
  readonly households: number;
  readonly dailyCareDoors: number;
  readonly openRequests: number;
}

interface Row {
  readonly entranceId: string;
  readonly name: string;
  readonly buildingName: string;
  readonly buildingNumber: string;
  readonly entranceNumber: string;
  readonly households: number;
  readonly fromGridId: string | null;
  readonly fromGrid: number | null;
  readonly toGridId: string | null;
  readonly toGrid: number | null;
}

/** @param against opaque id of another plan; what the plan was branched from when null. @throws AppError NOT_FOUND, FORBIDDEN */
export async function readPlanDiff(
  deps: DecideDeps,
  context: RequestContext,
  plan: string,
  against: string | null,
): Promise<PlanDiffView> {
  const { access, planId, now } = await placeOf(deps, context, plan, Permission.ReadPlans, 'plan');
  const communityId = access.community.id;
  const otherId = against === null ? null : localId(communityId, against, 'Plan', 'against');
  await refuseAbsent(deps, access.scope, communityId, [
    [planId, 'plan'],
    [otherId ?? planId, 'against'],
  ]);
  const rows = inDoorOrder(await deps.database.read<Row>(access.scope, diffQuery(communityId, planId, otherId)));
  const grids = [...new Set(rows.flatMap(({ fromGridId, toGridId }) => [fromGridId ?? [], toGridId ?? []].flat()))];
  const [counts, workers] = await Promise.all([
    doorCounts(
      deps.database,
      communityId,
      rows.map(({ entranceId }) => entranceId),
      now,
    ),
    workerNames(deps, access, grids, now),
  ]);
  const moves = rows.map((row): PlanMoveView => ({
    entrance: encodeId('Entrance', communityId, row.entranceId),
    name: placeName(row.name, context.language),
    buildingName: placeName(row.buildingName, context.language),
    fromGrid: row.fromGrid,
    toGrid: row.toGrid,
    fromWorker: workers.get(row.fromGridId ?? '') ?? null,
    toWorker: workers.get(row.toGridId ?? '') ?? null,
    households: row.households,
    dailyCareDoors: counts.get(row.entranceId)?.dailyCareDoors ?? 0,
    openRequests: counts.get(row.entranceId)?.openRequests ?? 0,
  }));
  const sum = (of: 'households' | 'dailyCareDoors' | 'openRequests') =>
    moves.reduce((total, move) => total + move[of], 0);
  return {
    moves,
    households: sum('households'),
    dailyCareDoors: sum('dailyCareDoors'),
    openRequests: sum('openRequests'),
  };
}

function diffQuery(communityId: string, planId: string, otherId: string | null) {
  const from = otherId === null ? sql`u.before_grid_id` : sql`o.grid_id`;
  return sql`
    select e.id as "entranceId", ${ENTRANCE_NAME} as name, b.name as "buildingName", b.number as "buildingNumber",
      e.number as "entranceNumber", e.households, fg.id as "fromGridId", fg.number as "fromGrid", tg.id as "toGridId", tg.number as "toGrid"
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
    left join plan_draft_units u on u.community_id = e.community_id and u.draft_id = ${planId}::uuid and u.entrance_id = e.id
    left join plan_draft_units o on o.community_id = e.community_id and o.draft_id = ${otherId}::uuid and o.entrance_id = e.id
    left join grids fg on fg.community_id = e.community_id and fg.id = ${from}
    left join grids tg on tg.community_id = e.community_id and tg.id = u.grid_id
    where e.community_id = ${communityId}::uuid and fg.id is distinct from tg.id`;
}

async function refuseAbsent(
  { database }: DecideDeps,
  scope: Parameters<DecideDeps['database']['read']>[0],
  communityId: string,
  plans: readonly (readonly [id: string, path: string])[],
): Promise<void> {
  const rows = await database.read<{ id: string }>(
    scope,
    sql`select id from plan_drafts where community_id = ${communityId}::uuid and id = any(${plans.map(([id]) => id)}::uuid[])`,
  );
  const known = new Set(rows.map(({ id }) => id));
  for (const [id, path] of plans) if (!known.has(id)) throw new AppError('NOT_FOUND', {}, path);
}

/** Names of the workers of grids now; those nobody works in, or whose names the viewer does not read, are left out. */
async function workerNames(
  { people }: DecideDeps,
  access: Parameters<DecideDeps['people']['gridStaff']>[0],
  gridIds: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const staffed = await people.gridStaff(access, gridIds, at);
  const persons = await people.peopleById(
    access,
    [...staffed.values()].flatMap(({ workerId }) => workerId ?? []),
  );
  return new Map(
    [...staffed].flatMap(([gridId, { workerId }]) => {
      const name = workerId && persons.get(workerId)?.name;
      return name ? [[gridId, name] as const] : [];
    }),
  );
}
