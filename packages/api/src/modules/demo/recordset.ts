// Owns bulk rows as one JSON parameter. Refuses row-by-row inserts: on the embedded database each costs a round trip.
import { raw, sql, type Sql } from '#platform/database/sql';

/** `rows` as a table expression `r`; `columns` is a record definition, e.g. `id uuid, name text`. */
export function recordset(rows: readonly object[], columns: string): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (${raw(columns)})`;
}
