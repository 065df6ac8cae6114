// Owns writing dwellings, households and their counts at the entrance. Contacts and care levels go to the personal tables.
// Refuses names anywhere else, and a second household at one door.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { recordset } from './rows.ts';
import { entranceIds, entranceKey } from './store-entrances.ts';
import type { CountInput, DwellingInput, HouseholdInput } from './survey-inputs.types.ts';

/**
 * Writes doors that are not there yet and brings the entrances' counts and floors up to date.
 * @returns dwelling ids in the order of `inputs`
 * @throws RangeError when an entrance is unknown
 */
export async function storeDwellings(tx: Transaction, inputs: readonly DwellingInput[]): Promise<string[]> {
  const entrances = await entranceIds(tx);
  const rows = inputs.map((input, place) => ({
    ...input,
    place,
    id: newId(),
    entrance_id: entranceOf(entrances, input),
  }));
  await tx.execute(sql`
    insert into dwellings (community_id, id, entrance_id, floor, position, label)
    select ${tx.communityId}::uuid, r.id, r.entrance_id, r.floor, r.position, r.label
    from ${recordset(rows, 'id uuid, entrance_id uuid, floor int, position int, label text')}
    on conflict (community_id, entrance_id, floor, position) do nothing`);
  const ids = await dwellingIdsOf(tx, rows);
  await recount(tx, new Set(rows.map((row) => row.entrance_id)));
  return ids;
}

/**
 * Moves households in, where nobody lives yet. The tx needs a personal scope when contacts or care levels come along.
 * @returns household ids in the order of `inputs`, the present one where somebody lived there
 * @throws RangeError when an entrance or a dwelling is unknown
 */
export async function storeHouseholds(tx: Transaction, inputs: readonly HouseholdInput[]): Promise<string[]> {
  const entrances = await entranceIds(tx);
  const places = inputs.map((input, place) => ({ ...input, place, entrance_id: entranceOf(entrances, input) }));
  const dwellings = await dwellingIdsOf(tx, places);
  const present = await presentHouseholds(tx);
  const rows = places.map((input, place) => {
    const dwellingId = dwellings[place]!;
    return { input, id: present.get(dwellingId) ?? newId(), dwelling_id: dwellingId, isNew: !present.has(dwellingId) };
  });
  const fresh = rows.filter((row) => row.isNew);
  await insertHouseholds(tx, fresh);
  await insertContacts(tx, fresh);
  await insertCareLevels(tx, fresh);
  await recount(tx, new Set(places.map((row) => row.entrance_id)));
  return rows.map((row) => row.id);
}

/**
 * Writes counts without doors: at the entrance named, or spread over a building's entrances as evenly as whole numbers allow.
 * @throws RangeError when an entrance or building is unknown
 */
export async function storeCounts(tx: Transaction, counts: readonly CountInput[]): Promise<void> {
  const entrances = await entranceIds(tx);
  const ofBuilding = new Map<string, string[]>();
  for (const [key, id] of entrances) {
    const building = key.slice(0, key.lastIndexOf('\n'));
    ofBuilding.set(building, [...(ofBuilding.get(building) ?? []), id].toSorted());
  }
  const rows = counts.flatMap((count) => {
    if (count.entrance !== undefined)
      return [
        countRow(entranceOf(entrances, { buildingKey: count.buildingKey, entrance: count.entrance }), count, 0, 1),
      ];
    const ids = ofBuilding.get(count.buildingKey);
    if (!ids) throw new RangeError(`no entrance in building ${count.buildingKey}`);
    return ids.map((id, index) => countRow(id, count, index, ids.length));
  });
  await tx.execute(sql`
    update entrances e set dwellings = r.dwellings, households = r.households, residents = coalesce(r.residents, e.residents)
    from ${recordset(rows, 'id uuid, dwellings int, households int, residents int')}
    where e.community_id = ${tx.communityId}::uuid and e.id = r.id`);
}

interface FreshHousehold {
  readonly input: HouseholdInput & { readonly entrance_id: string };
  readonly id: string;
  readonly dwelling_id: string;
}

function entranceOf(
  entrances: ReadonlyMap<string, string>,
  place: { readonly buildingKey: string; readonly entrance: string },
): string {
  const id = entrances.get(entranceKey(place.buildingKey, place.entrance));
  if (!id) throw new RangeError(`no entrance ${place.entrance} in building ${place.buildingKey}`);
  return id;
}

async function dwellingIdsOf(
  tx: Transaction,
  places: readonly {
    readonly place: number;
    readonly entrance_id: string;
    readonly floor: number;
    readonly position: number;
  }[],
): Promise<string[]> {
  const keys = places.map(({ place, entrance_id, floor, position }) => ({ place, entrance_id, floor, position }));
  const found = await tx.execute<{ id: string }>(sql`
    select d.id from ${recordset(keys, 'place int, entrance_id uuid, floor int, position int')}
    join dwellings d on d.community_id = ${tx.communityId}::uuid and d.entrance_id = r.entrance_id
      and d.floor = r.floor and d.position = r.position
    order by r.place`);
  if (found.length !== places.length) throw new RangeError('a dwelling is unknown');
  return found.map((row) => row.id);
}

async function presentHouseholds(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ id: string; dwelling: string }>(sql`
    select id, dwelling_id as dwelling from households where community_id = ${tx.communityId}::uuid and moved_out is null`);
  return new Map(rows.map(({ id, dwelling }) => [dwelling, id]));
}

async function insertHouseholds(tx: Transaction, rows: readonly FreshHousehold[]): Promise<void> {
  const values = rows.map(({ input, id, dwelling_id }) => ({
    id,
    dwelling_id,
    entrance_id: input.entrance_id,
    residents: input.residents,
    moved_in: input.movedIn,
  }));
  await tx.execute(sql`
    insert into households (community_id, id, dwelling_id, entrance_id, residents, moved_in)
    select ${tx.communityId}::uuid, r.id, r.dwelling_id, r.entrance_id, r.residents, r.moved_in
    from ${recordset(values, 'id uuid, dwelling_id uuid, entrance_id uuid, residents int, moved_in timestamptz')}`);
}

async function insertContacts(tx: Transaction, rows: readonly FreshHousehold[]): Promise<void> {
  const values = rows.flatMap(({ input, id }) => (input.contact ? [{ id, ...input.contact }] : []));
  if (values.length === 0) return;
  await tx.execute(sql`
    insert into household_contacts (community_id, household_id, name, phone)
    select ${tx.communityId}::uuid, r.id, r.name, r.phone from ${recordset(values, 'id uuid, name text, phone text')}`);
}

async function insertCareLevels(tx: Transaction, rows: readonly FreshHousehold[]): Promise<void> {
  const values = rows.flatMap(({ input, id }) =>
    input.careLevel && input.careLevel !== 'NONE'
      ? [{ id: newId(), household_id: id, level: input.careLevel, since: input.careSince ?? input.movedIn }]
      : [],
  );
  if (values.length === 0) return;
  await tx.execute(sql`
    insert into care_levels (community_id, id, household_id, level, during)
    select ${tx.communityId}::uuid, r.id, r.household_id, r.level, tstzrange(r.since, null)
    from ${recordset(values, 'id uuid, household_id uuid, level text, since timestamptz')}`);
}

/** Figures at the entrance are sums of its doors as soon as doors are known. */
async function recount(tx: Transaction, entranceIds: ReadonlySet<string>): Promise<void> {
  const ids = [...entranceIds];
  // Two sums by entrance, not a join of doors with households: fresh tables have no statistics, and the planner would loop.
  await tx.execute(sql`
    with door as (
      select entrance_id, count(*)::int as dwellings, max(floor) as floors, max(position) as per_floor
      from dwellings where community_id = ${tx.communityId}::uuid and entrance_id = any(${ids}::uuid[]) group by entrance_id),
    lived as (
      select entrance_id, count(*)::int as households, sum(residents)::int as residents
      from households where community_id = ${tx.communityId}::uuid and entrance_id = any(${ids}::uuid[]) and moved_out is null group by entrance_id)
    update entrances e set dwellings = door.dwellings, floors = greatest(e.floors, door.floors), doors_per_floor = greatest(e.doors_per_floor, door.per_floor),
      households = coalesce(lived.households, 0), residents = coalesce(lived.residents, 0)
    from door left join lived on lived.entrance_id = door.entrance_id
    where e.community_id = ${tx.communityId}::uuid and e.id = door.entrance_id`);
}

function countRow(id: string, count: CountInput, index: number, parts: number): object {
  const share = (total: number) => Math.floor(total / parts) + (index < total % parts ? 1 : 0);
  return {
    id,
    dwellings: share(count.dwellings ?? count.households),
    households: share(count.households),
    residents: count.residents === undefined ? null : share(count.residents),
  };
}
