// Owns the first plan of a community that has none: grown over the unit graph, balanced by households, numbered by place.
// Refuses to be an optimum: the planner improves it.
import { dissolve, growPartition, labelPoint, numberGrids } from '@qinghe/rebalance';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { startOfDay } from '#platform/time/zoned-time';
import { putPlanInForce, type PlanInForce } from './put-plan-in-force.ts';
import { type Ground, surveyGround } from './survey-ground.ts';

/** Fixed: the same units give the same first plan. */
const SEED = 1;

/**
 * A plan of `gridCount` connected grids, in force from today's midnight of the community.
 * @throws RangeError when there are fewer units than grids
 */
export async function growFirstPlan(tx: Transaction, gridCount: number, name = '初始网格方案'): Promise<PlanInForce> {
  const ground = await surveyGround(tx);
  if (!ground) throw new RangeError('a plan needs units');
  const assignment = growPartition({
    adjacency: ground.coverage.adjacency,
    weights: weightsOf(ground),
    gridCount,
    seed: SEED,
  });
  const boundaries = dissolve(ground.coverage, assignment, gridCount);
  const numbers = numberGrids(boundaries.map((boundary) => labelPoint(boundary)));
  const [community] = await tx.execute<{ zone: string }>(
    sql`select time_zone as zone from communities where id = ${tx.communityId}::uuid`,
  );
  if (!community) throw new Error('the community is missing');
  return putPlanInForce(tx, {
    name,
    validFrom: startOfDay(tx.now, community.zone),
    assignment: new Map(ground.units.map((unit, index) => [unit.id, numbers[assignment[index]!]!])),
  });
}

/** Households; where none are counted yet, every unit weighs the same. */
function weightsOf({ units }: Ground): Int32Array {
  const total = units.reduce((sum, unit) => sum + unit.households, 0);
  return Int32Array.from(units, (unit) => (total === 0 ? 1 : unit.households));
}
