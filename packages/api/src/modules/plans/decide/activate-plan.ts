// Use case: an approved plan comes in force at 00:00 of a day. One unit of work writes the plan, keeps every moved door with
// its old worker until the new one accepts it, and lists what has to be accepted.
// Refuses a plan with a gap, a grid without a worker, and a day that a later plan already has.
import { Permission } from '#modules/access';
import { placeName, surveyor, type VersionedGround } from '#modules/geography';
import type { Language } from '@qinghe/schema';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { dayOf } from '#platform/time/zoned-time';
import { activationInstant } from './activation-day.ts';
import type { PlanView } from '../drafts/plan.read.ts';
import { activatorRole, type DecideDeps, decided, type DecisionPlace, placeOf } from './decide-deps.ts';
import { inDoorOrder } from './door-order.ts';
import { handoverItems, type MovedEntrance } from './handover-items.ts';
import { insertHandovers } from './handover-rows.ts';
import { movedQuery, type MovedRow } from './moved-entrances.read.ts';
import { holdGeography, lockPlan, type PlanRecord, stagePlan } from './plan-record.ts';
import { listed, refuseUnfinished } from './unassigned.read.ts';

export interface ActivatePlan {
  /** Opaque id. */
  readonly plan: string;
  readonly version: number;
  /** The community's day at whose 00:00 it comes in force. */
  readonly on: string;
  readonly clientEventId: string;
}

/** What was read before the unit of work, since inside it nothing else may be asked. */
interface Known extends Responsibilities {
  /** Derived before, so that the unit of work is short; it stands for this version of the geography. */
  readonly ground: VersionedGround;
}

interface Responsibilities {
  /** By entrance: whoever answers until then, and whether by the entrance or building itself. */
  readonly before: ReadonlyMap<string, { readonly personId: string | null; readonly held: boolean }>;
  /** By grid: its worker from then on. */
  readonly workerOf: ReadonlyMap<string, string>;
}

/**
 * @throws AppError STALE, PLAN_NOT_AT_STAGE, PLAN_DAY_OUT_OF_RANGE, PLAN_INCOMPLETE, PLAN_GRID_EMPTY, PLAN_LATER_SCHEDULED,
 * PLAN_GRID_WITHOUT_WORKER, PLAN_HANDOVERS_OPEN, IDEMPOTENCY_MISMATCH
 */
export async function activatePlan(deps: DecideDeps, context: RequestContext, input: ActivatePlan): Promise<PlanView> {
  const place = await placeOf(deps, context, input.plan, Permission.ActivatePlans);
  const { access, now } = place;
  const zone = access.community.timeZone;
  const known: Known = {
    ...(await responsibilities(deps, place, input.on)),
    ground: await deps.geography.groundOf(access.scope, access.community.id),
  };
  return decided(deps, context, place, { operation: 'activatePlan', input }, async (tx) => {
    const plan = await lockPlan(tx, place.planId, input.version);
    const version = await holdGeography(tx);
    if (plan.stage !== 'APPROVED') throw new AppError('PLAN_NOT_AT_STAGE', {}, 'input.plan');
    const from = activationInstant(input.on, now, zone);
    await refuseUnfinished(tx, plan.id, context.language);
    await refuseEarlier(tx, from, zone);
    const moved = inDoorOrder(await tx.execute<MovedRow>(movedQuery(tx.communityId, plan.id, justBefore(from))));
    refuseOpenHandovers(moved, context.language);
    const items = handoverItems(entrancesOf(moved, known), receivers(moved, known));
    await putInForce(tx, plan, from, version === known.ground.version ? known.ground.ground : null);
    await insertHandovers(tx, { planId: plan.id, from, items });
    await stagePlan(tx, access, plan, { role: activatorRole(access), decision: null, note: null, stage: 'SCHEDULED' });
  });
}

/** Read outside the unit of work; what has changed in between shows there as an entrance that is missing here. */
async function responsibilities(
  { database, people }: DecideDeps,
  { access, planId, now }: DecisionPlace,
  on: string,
): Promise<Responsibilities> {
  const { community, scope } = access;
  const from = activationInstant(on, now, community.timeZone);
  const at = justBefore(from);
  const moved = await database.read<MovedRow>(scope, movedQuery(community.id, planId, at));
  const routes = await people.routes(
    scope,
    community.id,
    moved.map(({ entranceId }) => ({ entranceId, at })),
  );
  const grids = [...new Set(moved.map(({ toGridId }) => toGridId))];
  const staffed = grids.length > 0 ? await people.gridStaff(access, grids, from) : new Map<string, never>();
  return {
    before: new Map(
      moved.map(({ entranceId }, index) => [
        entranceId,
        {
          personId: routes[index]?.responsibleId ?? null,
          held: routes[index]?.reasons[0]?.code !== 'BY_GRID',
        },
      ]),
    ),
    workerOf: new Map([...staffed].flatMap(([id, { workerId }]) => (workerId === null ? [] : [[id, workerId]]))),
  };
}

function justBefore(instant: Date): Date {
  return new Date(instant.getTime() - 1);
}

/** Two plans never change places: what is agreed for a later day would silently be lost. */
async function refuseEarlier(tx: Transaction, from: Date, zone: string): Promise<void> {
  const [later] = await tx.execute<{ name: string; at: number }>(sql`
    select name, ms(effective_from) as at from plan_drafts
    where community_id = ${tx.communityId}::uuid and stage = 'SCHEDULED' and effective_from >= ${from.toISOString()}::timestamptz
    order by effective_from desc limit 1`);
  if (later)
    throw new AppError('PLAN_LATER_SCHEDULED', { name: later.name, day: dayOf(new Date(later.at), zone) }, 'input.on');
}

function refuseOpenHandovers(moved: readonly MovedRow[], language: Language): void {
  const open = moved.filter(({ openHandovers }) => openHandovers > 0);
  if (open.length === 0) return;
  const names = open.map(({ name }) => placeName(name, language));
  const count = open.reduce((sum, { openHandovers }) => sum + openHandovers, 0);
  throw new AppError('PLAN_HANDOVERS_OPEN', { count, names: listed(names, language) }, 'input.plan');
}

function entrancesOf(moved: readonly MovedRow[], { before }: Responsibilities): MovedEntrance[] {
  return moved.map((row) => {
    const responsible = before.get(row.entranceId);
    if (!responsible) throw new AppError('STALE', {}, 'input.version');
    return { ...row, responsibleId: responsible.personId, held: responsible.held };
  });
}

/** @throws AppError PLAN_GRID_WITHOUT_WORKER naming the grids that would receive doors and have nobody */
function receivers(moved: readonly MovedRow[], { workerOf }: Responsibilities): ReadonlyMap<string, string> {
  const without = moved.filter(({ toGridId }) => !workerOf.has(toGridId)).map(({ toNumber }) => toNumber);
  const grids = [...new Set(without)].toSorted((a, b) => a - b).join(', ');
  if (grids !== '') throw new AppError('PLAN_GRID_WITHOUT_WORKER', { grids }, 'input.plan');
  return workerOf;
}

async function putInForce(
  tx: Transaction,
  plan: PlanRecord,
  from: Date,
  ground: VersionedGround['ground'],
): Promise<void> {
  const units = await tx.execute<{ entranceId: string; number: number }>(sql`
    select u.entrance_id as "entranceId", g.number
    from plan_draft_units u join grids g on g.community_id = u.community_id and g.id = u.grid_id
    where u.community_id = ${tx.communityId}::uuid and u.draft_id = ${plan.id}::uuid`);
  const assignment = new Map(units.map(({ entranceId, number }) => [entranceId, number]));
  const { planId } = await surveyor.putPlanInForce(tx, { name: plan.name, validFrom: from, assignment }, ground);
  await tx.execute(sql`
    update plan_drafts set effective_from = ${from.toISOString()}::timestamptz, grid_plan_id = ${planId}::uuid
    where community_id = ${tx.communityId}::uuid and id = ${plan.id}::uuid`);
  await surveyor.touchGeography(tx);
}
