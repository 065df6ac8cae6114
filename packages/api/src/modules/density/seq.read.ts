// The last event that an answer as of an instant knows of.
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';

export async function seqAt(database: Database, communityId: string, asOf: Date): Promise<number> {
  const row = await database.readOne<{ seq: number }>(
    SYSTEM,
    sql`select coalesce(max(seq), 0)::float8 as seq from events where community_id = ${communityId} and at <= ${asOf.toISOString()}::timestamptz`,
  );
  return row?.seq ?? 0;
}
