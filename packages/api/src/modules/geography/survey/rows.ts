// Owns the small tools of bulk writing: rows as one JSON parameter, map ids from the community's counter.
// Refuses row-by-row inserts: 5,235 of them would take minutes on the embedded database.
import type { Transaction } from '#platform/database/database';
import { type Sql, raw, sql } from '#platform/database/sql';

/** `rows` as a table expression; `columns` is the list of a record definition, e.g. `id uuid, floor int`. */
export function recordset(rows: readonly object[], columns: string): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${raw(columns)})`;
}

/**
 * Takes `count` map ids, ascending. They are never given back: a map id is unique in its community for ever.
 * @returns a function that deals them out one by one
 */
export async function takeMapIds(tx: Transaction, count: number): Promise<() => number> {
  if (count === 0) return () => Number.NaN;
  const [row] = await tx.execute<{ before: number }>(sql`
    update community_counters set map_id = map_id + ${count}::int
    where community_id = ${tx.communityId}::uuid returning map_id - ${count}::int as before`);
  if (!row) throw new Error('the community has no counters');
  let next = row.before;
  return () => (next += 1);
}
