// Owns who of a community works in grids, and in which: what somebody who appoints chooses from.
// Refuses grids that a plan has left: whoever had them has them no more.
import type { Access } from '#modules/access';
import { inForce } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { peopleById, type PersonView } from './person.read.ts';

export interface GridWorkerView {
  readonly person: PersonView;
  /** Numbers, ascending. */
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
    left join grids g on g.community_id = d.community_id and g.id = d.grid_id and (
      exists (select 1 from grid_versions p where p.grid_id = g.id and ${inForce(communityId, now, null)})
      or not exists (select 1 from grid_versions v where v.community_id = g.community_id and v.grid_id = g.id and upper_inf(v.recorded)))
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
