// Owns finding what a knock belongs to: entrance, the household of that time, the grid in force at that time.
// Refuses one query per door: any number of doors is one.
import { inForce } from '#modules/geography';
import { heldByName } from '#modules/people';
import type { Transaction } from '#platform/database/database';
import { type Sql, sql } from '#platform/database/sql';
import { recordset } from './visit-rows.ts';

export interface VisitPlace {
  readonly dwellingId: string;
  readonly entranceId: string;
  readonly householdId: string | null;
  readonly gridId: string | null;
}

/** A door now; `held`: one of the people asked for holds its entrance by name. */
export type VisitPlaceNow = VisitPlace & { readonly held: boolean };

/** Of doors at one instant, by dwelling; `visitorIds` are those of the people asked for that exist. Unknown doors are left out. */
export async function placesNow(
  tx: Transaction,
  dwellingIds: readonly string[],
  visitorIds: readonly string[],
  personIds: readonly string[],
): Promise<{ readonly places: ReadonlyMap<string, VisitPlaceNow>; readonly visitorIds: ReadonlySet<string> }> {
  const at = tx.now.toISOString();
  const rows = await tx.execute<VisitPlaceNow & { visitors: readonly string[] | null }>(sql`
    select d.id as "dwellingId", d.entrance_id as "entranceId", h.id as "householdId", a.grid_id as "gridId", known.visitors,
      ${heldByName(tx.communityId, personIds, sql`d.entrance_id`, tx.now)} as held
    from dwellings d
    cross join (select jsonb_agg(person.id) as visitors from people person
      where person.community_id = ${tx.communityId}::uuid and person.id = any(${[...visitorIds]}::uuid[])) known
    left join lateral (${householdAt(sql`${at}::timestamptz`)}) h on true
    left join lateral (
      select a.grid_id from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
      where ${inForce(tx.communityId, tx.now, null)} and a.entrance_id = d.entrance_id limit 1) a on true
    where d.community_id = ${tx.communityId}::uuid and d.id = any(${[...dwellingIds]}::uuid[])`);
  return { places: new Map(rows.map((row) => [row.dwellingId, row])), visitorIds: new Set(rows[0]?.visitors ?? []) };
}

/** Of knocks each at its own instant, in the order given; a missing door or plan leaves a gap (null). */
export async function placesThen(
  tx: Transaction,
  knocks: readonly { readonly dwellingId: string; readonly at: Date }[],
): Promise<readonly (VisitPlace | null)[]> {
  const rows = await tx.execute<VisitPlace & { place: number }>(sql`
    select r.place, d.id as "dwellingId", d.entrance_id as "entranceId", h.id as "householdId", a.grid_id as "gridId"
    from ${recordset(
      knocks.map(({ dwellingId, at }, place) => ({ place, dwelling: dwellingId, at })),
      'place int, dwelling uuid, at timestamptz',
    )}
    cross join lateral (select * from dwellings d where d.community_id = ${tx.communityId}::uuid and d.id = r.dwelling offset 0) d
    left join lateral (${householdAt(sql`r.at`)}) h on true
    left join lateral (
      select a.grid_id from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
      where p.community_id = d.community_id and p.valid @> r.at and upper_inf(p.recorded) and a.entrance_id = d.entrance_id limit 1) a on true`);
  const found = new Map(rows.map(({ place, ...row }) => [place, row]));
  return knocks.map((_knock, place) => found.get(place) ?? null);
}

/** The household of dwelling `d` at an instant: one look into the index, also where the planner knows nothing of the tables. */
function householdAt(at: Sql): Sql {
  return sql`
    select h.id from households h
    where h.community_id = d.community_id and h.dwelling_id = d.id and h.moved_in <= ${at} and (h.moved_out is null or h.moved_out > ${at})
    order by h.moved_in desc limit 1`;
}
