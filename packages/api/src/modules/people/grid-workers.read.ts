// Owns who of a community works in grids, and in which: what somebody who appoints chooses from.
// Refuses to say which grids a plan has: a grid that was closed keeps its last worker until it is somebody's again.
import type { Access } from '#modules/access';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { peopleById, type PersonView } from './person.read.ts';

export interface GridWorkerView {
  readonly person: PersonView;
  /** Numbers, ascending; of grids that no plan has in force, too. */
  readonly grids: readonly number[];
}

/** Those with fewest grids first, then by the first of them. */
export async function readGridWorkers(database: Database, access: Access, now: Date): Promise<GridWorkerView[]> {
  const communityId = access.community.id;
  const rows = await database.read<{ id: string; grids: number[] }>(
    access.scope,
    sql`
    select h.id, coalesce(json_agg(distinct g.number) filter (where g.number is not null), '[]') as grids
    from people h
    left join duties d on d.community_id = h.community_id and d.person_id = h.id and d.role = 'GRID_WORKER'
      and d.during @> ${now.toISOString()}::timestamptz
    left join grids g on g.community_id = d.community_id and g.id = d.grid_id
    where h.community_id = ${communityId}::uuid and h.role = 'GRID_WORKER' group by h.id`,
  );
  const persons = await peopleById(
    database,
    access,
    rows.map(({ id }) => id),
  );
  return rows
    .flatMap(({ id, grids }) => {
      const person = persons.get(id);
      return person ? [{ person, grids: grids.toSorted((one, other) => one - other) }] : [];
    })
    .toSorted((one, other) => one.grids.length - other.grids.length || (one.grids[0] ?? 0) - (other.grids[0] ?? 0));
}
