// Owns the condition that a person answers for an entrance by name, not through its grid: a hand-over that is not accepted yet
// leaves the doors with the old worker by such a duty. Refuses buildings and grids: those decide who is responsible, not who may look.
import { type Sql, sql } from '#platform/database/sql';

/** @param entrance column or expression of an entrance's uuid */
export function heldByName(communityId: string, personIds: readonly string[], entrance: Sql, at: Date): Sql {
  return sql`exists (select from duties n where n.community_id = ${communityId}::uuid and n.entrance_id = ${entrance}
    and n.role = 'GRID_WORKER' and n.person_id = any(${[...personIds]}::uuid[]) and n.during @> ${at.toISOString()}::timestamptz)`;
}
