// Owns putting a plan in force: assignments, and the boundaries that follow from them. Nobody draws a polygon here.
// Refuses to split an entrance, to leave one out, and to reuse or renumber a grid.
import { setImmediate } from 'node:timers/promises';
import { dissolve, labelPoint, type MultiPolygon, roundLonLat, toLonLatPolygons } from '@qinghe/rebalance';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { GridPlan } from './grid-plan.entity.ts';
import { completeAssignment } from './complete-assignment.ts';
import { type GridIdentity, gridsByNumber } from './grid-numbers.ts';
import { recordset } from './rows.ts';
import { toShape } from './shapes.ts';
import { supersedePlans } from './supersede-plans.ts';
import type { PlanInput } from './survey-inputs.types.ts';
import { type Ground, surveyGround } from './survey-ground.ts';

export interface PlanInForce {
  readonly planId: string;
  /** Grids of the plan by number. */
  readonly grids: ReadonlyMap<number, GridIdentity>;
  /** Entrances that the input left out. */
  readonly addedEntranceIds: readonly string[];
  /** Numbers of grids whose boundary has several parts: their units are not connected. */
  readonly severalParts: readonly number[];
}

/**
 * Writes the plan as known from now on and valid from `validFrom`; see {@link supersedePlans} for what happens to others.
 * The units must have been derived before, in this transaction or an earlier one.
 * @param known the ground of what is stored now, where the caller has it: deriving it takes most of the time
 * @throws RangeError when an entrance is unknown, a number is no positive integer, or there is nothing to assign
 */
export async function putPlanInForce(
  tx: Transaction,
  plan: PlanInput,
  known: Ground | null = null,
): Promise<PlanInForce> {
  const ground = known ?? (await surveyGround(tx));
  if (!ground || plan.assignment.size === 0) throw new RangeError('a plan needs units and an assignment');
  const numbers = [...new Set(plan.assignment.values())].toSorted((a, b) => a - b);
  const { complete, added } = completeAssignment(ground.coverage.adjacency, indexed(ground, plan.assignment, numbers));
  const grids = await gridsByNumber(tx, numbers);
  await supersedePlans(tx, plan.validFrom);
  const planId = newId();
  tx.em.persist(
    tx.em.create(GridPlan, {
      communityId: tx.communityId,
      id: planId,
      name: plan.name,
      valid: `[${plan.validFrom.toISOString()},)`,
      recorded: `[${tx.now.toISOString()},)`,
    }),
  );
  await tx.em.flush();
  const boundaries = dissolve(ground.coverage, complete, numbers.length);
  const gridIds = numbers.map((number) => grids.get(number)!.id);
  await writeAssignments(tx, planId, ground, complete, gridIds);
  await writeVersions(tx, planId, plan.validFrom, ground, boundaries, gridIds);
  return {
    planId,
    grids,
    addedEntranceIds: added.map((unit) => ground.units[unit]!.id),
    severalParts: numbers.filter((_, index) => (boundaries[index]?.length ?? 0) !== 1),
  };
}

function indexed(ground: Ground, assignment: ReadonlyMap<string, number>, numbers: readonly number[]): Int32Array {
  const place = new Map(numbers.map((number, index) => [number, index]));
  const units = new Set(ground.units.map((unit) => unit.id));
  for (const [entranceId, number] of assignment) {
    if (!units.has(entranceId)) throw new RangeError(`no entrance ${entranceId}`);
    if (!Number.isInteger(number) || number < 1) throw new RangeError(`not a grid number: ${number}`);
  }
  return Int32Array.from(ground.units, (unit) => place.get(assignment.get(unit.id) ?? Number.NaN) ?? -1);
}

async function writeAssignments(
  tx: Transaction,
  planId: string,
  ground: Ground,
  assignment: Int32Array,
  gridIds: readonly string[],
): Promise<void> {
  const rows = ground.units.map((unit, index) => ({ entrance_id: unit.id, grid_id: gridIds[assignment[index]!] }));
  await tx.execute(sql`
    insert into grid_assignments (community_id, plan_id, entrance_id, grid_id)
    select ${tx.communityId}::uuid, ${planId}::uuid, r.entrance_id, r.grid_id from ${recordset(rows, 'entrance_id uuid, grid_id uuid')}`);
}

async function writeVersions(
  tx: Transaction,
  planId: string,
  validFrom: Date,
  { projection, footprints }: Ground,
  boundaries: readonly MultiPolygon[],
  gridIds: readonly string[],
): Promise<void> {
  const rows: object[] = [];
  for (const [index, boundary] of boundaries.entries()) {
    if (boundary.length === 0) continue;
    const label = roundLonLat(projection.inverse(labelPoint(boundary, footprints)));
    rows.push({
      id: newId(),
      grid_id: gridIds[index],
      boundary: toShape(toLonLatPolygons(projection, boundary)),
      label: { type: 'Point', coordinates: label },
    });
    // A label among thousands of footprints takes milliseconds: between two of them the server serves others.
    await setImmediate();
  }
  await tx.execute(sql`
    insert into grid_versions (community_id, id, plan_id, grid_id, valid, recorded, boundary, label, area_hectares)
    select ${tx.communityId}::uuid, r.id, ${planId}::uuid, r.grid_id, tstzrange(${validFrom.toISOString()}::timestamptz, null),
      tstzrange(${tx.now.toISOString()}::timestamptz, null), g.boundary, st_setsrid(st_geomfromgeojson(r.label::text), 4326),
      st_area(g.boundary::geography) / 10000
    from ${recordset(rows, 'id uuid, grid_id uuid, boundary jsonb, label jsonb')}
    cross join lateral (select st_setsrid(st_geomfromgeojson(r.boundary::text), 4326) as boundary) g`);
}
