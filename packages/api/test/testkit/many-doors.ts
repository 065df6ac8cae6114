// More doors with households at an entrance than the small world has.
import type { CareLevel } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';

export interface Care {
  readonly level: CareLevel;
  readonly since: Date;
}

export interface FixtureDoor {
  readonly dwellingId: string;
  readonly householdId: string;
}

/** @returns dwelling ids, from floor 101 upwards in fours */
export async function storeDoors(
  database: Database,
  world: { readonly communityId: string; readonly now: Date },
  entranceId: string,
  count: number,
): Promise<string[]> {
  const doors = await storeHouseholds(
    database,
    world,
    entranceId,
    Array.from({ length: count }, () => ({ movedIn: new Date(world.now.getTime() - 400 * 86_400_000), care: null })),
  );
  return doors.map((door) => door.dwellingId);
}

/** Doors with a household each; floors follow those that are there. */
export async function storeHouseholds(
  database: Database,
  { communityId, now }: { readonly communityId: string; readonly now: Date },
  entranceId: string,
  households: readonly { readonly movedIn: Date; readonly care: Care | null }[],
): Promise<FixtureDoor[]> {
  const rows = households.map(({ movedIn, care }, index) => ({
    dwelling: newId(),
    household: newId(),
    care: newId(),
    floor: 101 + Math.floor(index / 4),
    position: 1 + (index % 4),
    movedIn,
    level: care?.level ?? null,
    since: care?.since ?? null,
  }));
  const table = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (dwelling uuid, household uuid, care uuid, floor int, position int,
    "movedIn" timestamptz, level text, since timestamptz)`;
  await database.write({ scope: SYSTEM, communityId, actorId: null, now }, async (tx) => {
    await tx.execute(sql`
      insert into dwellings (community_id, id, entrance_id, floor, position, label)
      select ${communityId}::uuid, r.dwelling, ${entranceId}::uuid, r.floor, r.position, (r.floor * 100 + r.position)::text from ${table}`);
    await tx.execute(sql`
      insert into households (community_id, id, dwelling_id, entrance_id, residents, moved_in)
      select ${communityId}::uuid, r.household, r.dwelling, ${entranceId}::uuid, 2, r."movedIn" from ${table}`);
    await tx.execute(sql`
      insert into care_levels (community_id, id, household_id, level, during)
      select ${communityId}::uuid, r.care, r.household, r.level, tstzrange(r.since, null) from ${table} where r.level is not null`);
  });
  return rows.map((row) => ({ dwellingId: row.dwelling, householdId: row.household }));
}
