// Owns what leaves in a plan's files: its units with their grids and counts, its grids with their sums, what it moves.
// Refuses residents and levels: a unit has counts, and nobody's door can be told from a file.
import { minutesPerWeek } from '@qinghe/rebalance';
import { type Guard, Permission } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { type DecodedId, encodeId } from '#platform/ids';
import type { PlanDiffView } from '../decide/plan-diff.read.ts';
import type { PlanReads, PlanView } from '../drafts/plan.read.ts';
import type { PlanGroundService, PlanUnit } from '../ground/plan-ground.service.ts';
import type { OutlinedPlan } from './plan-geojson.ts';

export interface ExportDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly geography: GeographyFace;
  readonly reads: PlanReads;
  readonly ground: PlanGroundService;
  diff(context: RequestContext, plan: string): Promise<PlanDiffView>;
}

/** A unit with the numbers that name it, in the order of the ground. */
export interface ExportedUnit extends PlanUnit {
  readonly buildingNumber: string;
  readonly entranceNumber: string;
  readonly grid: number | null;
  readonly before: number | null;
}

/** The sums of one grid; `grid` null for what is in none. */
export interface ExportedGrid {
  readonly grid: number | null;
  readonly worker: string | null;
  readonly units: number;
  readonly households: number;
  /** Null where nobody counted them in some unit. */
  readonly residents: number | null;
  readonly dailyCareDoors: number;
  readonly openRequests: number;
  readonly minutesPerWeek: number;
}

export interface ExportedPlan {
  readonly plan: PlanView;
  readonly communityName: string;
  readonly synthetic: boolean;
  readonly units: readonly ExportedUnit[];
  readonly grids: readonly ExportedGrid[];
}

/** @throws AppError UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, SCREEN_READ_ONLY */
export async function exportPlan(deps: ExportDeps, context: RequestContext, id: DecodedId): Promise<ExportedPlan> {
  const { community, scope } = await deps.guard.byId(context, id.communityId, Permission.ReadPlans);
  const plan = await deps.reads.byDecoded(context, id);
  const ground = await deps.ground.ground(context, community.code);
  if (!plan || !ground) throw new AppError('NOT_FOUND');
  const { assignment, before } = await plan.details.units(plan.uuid);
  const numbers = await deps.database.read<{ id: string; building: string; entrance: string }>(
    scope,
    sql`
    select e.id, b.number as building, e.number as entrance
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
    where e.community_id = ${community.id}::uuid`,
  );
  const numberOf = new Map(numbers.map((row) => [encodeId('Entrance', community.id, row.id), row]));
  const units = ground.units.map((unit, index): ExportedUnit => ({
    ...unit,
    buildingNumber: numberOf.get(unit.entrance)?.building ?? '',
    entranceNumber: numberOf.get(unit.entrance)?.entrance ?? '',
    grid: assignment[index] ?? null,
    before: before[index] ?? null,
  }));
  const workers = new Map(ground.grids.map(({ number, worker }) => [number, worker]));
  const name = context.language === 'EN' ? (community.nameEn ?? community.name) : community.name;
  return { plan, communityName: name, synthetic: community.synthetic, units, grids: gridsOf(plan, units, workers) };
}

/** The plan with the ground that its boundaries are drawn on. */
export async function outlinedPlan(deps: ExportDeps, context: RequestContext, id: DecodedId): Promise<OutlinedPlan> {
  const exported = await exportPlan(deps, context, id);
  const { scope } = await deps.guard.byId(context, id.communityId, Permission.ReadPlans);
  const { ground } = await deps.geography.groundOf(scope, id.communityId);
  if (!ground) throw new AppError('NOT_FOUND');
  return { ...exported, ground };
}

/** By number, those without a unit too; what is in no grid comes last. */
function gridsOf(
  { rules, grids }: PlanView,
  units: readonly ExportedUnit[],
  workers: ReadonlyMap<number, string | null>,
): ExportedGrid[] {
  const byGrid = Map.groupBy(units, ({ grid }) => grid);
  const groups = [...new Set([...grids, ...byGrid.keys()])].map((grid) => [grid, byGrid.get(grid) ?? []] as const);
  const sum = (own: readonly ExportedUnit[], of: (unit: ExportedUnit) => number) =>
    own.reduce((total, unit) => total + of(unit), 0);
  return groups
    .toSorted(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map(([grid, own]) => ({
      grid,
      worker: grid === null ? null : (workers.get(grid) ?? null),
      units: own.length,
      households: sum(own, ({ households }) => households),
      residents: own.some(({ residents }) => residents === null) ? null : sum(own, ({ residents }) => residents ?? 0),
      dailyCareDoors: sum(own, ({ dailyCareDoors }) => dailyCareDoors),
      openRequests: sum(own, ({ openRequests }) => openRequests),
      minutesPerWeek: Math.round(sum(own, (unit) => minutesPerWeek(unit, rules))),
    }));
}
