// Owns the one way to ask which plan holds: valid in the world at an instant, by what was recorded at another.
// Refuses a status column: nothing flips at midnight, the ranges say it.
import { type Sql, sql } from '#platform/database/sql';

/**
 * Condition on `grid_plans p` (or `grid_versions` under that alias) of a community.
 * @param asOf knowledge of then; null for what is known now
 */
export function inForce(communityId: string, validAt: Date, asOf: Date | null): Sql {
  const known = asOf === null ? sql`upper_inf(p.recorded)` : sql`p.recorded @> ${asOf.toISOString()}::timestamptz`;
  return sql`p.community_id = ${communityId}::uuid and p.valid @> ${validAt.toISOString()}::timestamptz and ${known}`;
}

/** Sums over entrances `e`, as columns of a view. */
export const ENTRANCE_SUMS: Sql = sql`coalesce(sum(e.dwellings), 0)::int as dwellings, coalesce(sum(e.households), 0)::int as households,
  case when count(*) filter (where e.residents is null and e.households > 0) = 0 then coalesce(sum(e.residents), 0)::int end as residents`;

/** An entrance that people go in by; a building without dwellings is a unit too, but nobody counts it. */
export const COUNTED_ENTRANCE: Sql = sql`(not e.implicit or e.dwellings > 0)`;
