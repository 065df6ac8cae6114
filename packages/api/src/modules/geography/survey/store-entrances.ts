// Owns writing entrances, the units of a plan. A building without any has one implicit entrance, which the first real one takes over.
// Refuses to split or delete an entrance: requests, visits and plans hold on to it.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { recordset, takeMapIds } from './rows.ts';
import { roundedShape } from './shapes.ts';
import type { EntranceInput, MultiPolygonShape } from './survey-inputs.types.ts';

/** How many entrances were met for the first time, and all ids by {@link entranceKey}. */
export interface EntrancesStored {
  readonly created: number;
  readonly ids: ReadonlyMap<string, string>;
}

interface EntranceRow extends Omit<EntranceInput, 'slice' | 'point' | 'doorsPerFloor'> {
  readonly id: string;
  readonly building_id: string;
  readonly doors_per_floor: number | null;
  readonly door: object | null;
  readonly slice: MultiPolygonShape | null;
}

const COLUMNS = `id uuid, map_id int, building_id uuid, number text, floors int, doors_per_floor int, dwellings int,
  households int, residents int, door jsonb, slice jsonb`;

/** Key of an entrance in a source: its building's key and its number. */
export function entranceKey(buildingKey: string, number: string): string {
  return `${buildingKey}\n${number}`;
}

/**
 * Upserts by building and number; a figure or shape that the input leaves out keeps its stored value. Without a slice an entrance
 * holds its whole footprint until the units are derived.
 * @throws RangeError when a building key is unknown
 */
export async function storeEntrances(tx: Transaction, inputs: readonly EntranceInput[]): Promise<EntrancesStored> {
  const known = await entranceIds(tx);
  const buildings = await buildingIds(tx);
  await adoptImplicit(tx, inputs, known, buildings);
  const rows = inputs.map((input) => {
    const building = buildings.get(input.buildingKey);
    if (!building) throw new RangeError(`no building ${input.buildingKey}`);
    return rowOf(input, building, known.get(entranceKey(input.buildingKey, input.number)) ?? null);
  });
  const before = new Set(known.values());
  const created = rows.filter((row) => !before.has(row.id));
  await insertEntrances(tx, created);
  await updateEntrances(
    tx,
    rows.filter((row) => before.has(row.id)),
  );
  inputs.forEach((input, index) => known.set(entranceKey(input.buildingKey, input.number), rows[index]!.id));
  return { created: created.length, ids: known };
}

/** Gives every building without entrances its implicit one. @returns how many */
export async function addImplicitEntrances(tx: Transaction): Promise<number> {
  const bare = await tx.execute<{ id: string; floors: number | null }>(sql`
    select b.id, b.floors from buildings b
    where b.community_id = ${tx.communityId}::uuid and not exists (
      select from entrances e where e.community_id = b.community_id and e.building_id = b.id)
    order by b.map_id`);
  const rows = bare.map(({ id, floors }) => ({
    id: newId(),
    building_id: id,
    number: '1',
    floors,
    doors_per_floor: null,
    door: null,
    slice: null,
  }));
  await insertEntrances(tx, rows, true);
  return rows.length;
}

/** Ids of all entrances by {@link entranceKey}. */
export async function entranceIds(tx: Transaction): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; key: string; number: string }>(sql`
    select e.id, b.source_key as key, e.number from entrances e
    join buildings b on b.community_id = e.community_id and b.id = e.building_id
    where e.community_id = ${tx.communityId}::uuid`);
  return new Map(rows.map(({ id, key, number }) => [entranceKey(key, number), id]));
}

async function buildingIds(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ id: string; key: string }>(sql`
    select id, source_key as key from buildings where community_id = ${tx.communityId}::uuid`);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

function rowOf(input: EntranceInput, buildingId: string, id: string | null): EntranceRow {
  const { slice, point, doorsPerFloor = null, ...rest } = input;
  return {
    ...rest,
    id: id ?? newId(),
    building_id: buildingId,
    doors_per_floor: doorsPerFloor,
    door: point ?? null,
    slice: slice ? roundedShape(slice) : null,
  };
}

/** The first entrance that a source names for a building becomes its implicit one: id, map id and assignment stay. */
async function adoptImplicit(
  tx: Transaction,
  inputs: readonly EntranceInput[],
  known: Map<string, string>,
  buildings: ReadonlyMap<string, string>,
): Promise<void> {
  const implicit = await tx.execute<{ id: string; building: string }>(sql`
    select id, building_id as building from entrances where community_id = ${tx.communityId}::uuid and implicit`);
  const adopted = implicit.flatMap(({ id, building }) => {
    const first = inputs.find((input) => buildings.get(input.buildingKey) === building);
    return first ? [{ id, number: first.number, key: entranceKey(first.buildingKey, first.number) }] : [];
  });
  if (adopted.length === 0) return;
  await tx.execute(sql`
    update entrances e set implicit = false, number = r.number from ${recordset(adopted, 'id uuid, number text')}
    where e.community_id = ${tx.communityId}::uuid and e.id = r.id`);
  for (const [key, id] of known) if (adopted.some((one) => one.id === id)) known.delete(key);
  for (const { id, key } of adopted) known.set(key, id);
}

async function insertEntrances(tx: Transaction, rows: readonly object[], implicit = false): Promise<void> {
  if (rows.length === 0) return;
  const nextMapId = await takeMapIds(tx, rows.length);
  const numbered = rows.map((row) => ({ ...row, map_id: nextMapId() }));
  await tx.execute(sql`
    insert into entrances (community_id, id, map_id, building_id, number, implicit, floors, doors_per_floor,
      dwellings, households, residents, door, slice, slice_derived)
    select b.community_id, r.id, r.map_id, b.id, r.number, ${implicit}::boolean, coalesce(r.floors, b.floors), r.doors_per_floor,
      coalesce(r.dwellings, r.households, 0), coalesce(r.households, r.dwellings, 0), r.residents,
      st_setsrid(st_geomfromgeojson(r.door::text), 4326),
      coalesce(st_setsrid(st_geomfromgeojson(r.slice::text), 4326), b.footprint), r.slice is null
    from ${recordset(numbered, COLUMNS)}
    join buildings b on b.community_id = ${tx.communityId}::uuid and b.id = r.building_id`);
}

async function updateEntrances(tx: Transaction, rows: readonly EntranceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update entrances e set floors = coalesce(r.floors, e.floors), doors_per_floor = coalesce(r.doors_per_floor, e.doors_per_floor),
      dwellings = coalesce(r.dwellings, r.households, e.dwellings), households = coalesce(r.households, r.dwellings, e.households),
      residents = coalesce(r.residents, e.residents),
      door = coalesce(st_setsrid(st_geomfromgeojson(r.door::text), 4326), e.door),
      slice = coalesce(st_setsrid(st_geomfromgeojson(r.slice::text), 4326), e.slice),
      slice_derived = e.slice_derived and r.slice is null
    from ${recordset(rows, COLUMNS)}
    where e.community_id = ${tx.communityId}::uuid and e.id = r.id`);
}
