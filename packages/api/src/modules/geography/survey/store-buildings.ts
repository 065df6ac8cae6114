// Owns writing buildings: new ones get an id and a map id, changed ones keep theirs, the same again is left alone.
// Refuses to delete: a building that a file no longer names stays, with its history.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { recordset, takeMapIds } from './rows.ts';
import { parseShape, roundedShape, sameShape } from './shapes.ts';
import type { BuildingInput, MultiPolygonShape } from './survey-inputs.types.ts';

/** How many buildings were met for the first time, with other contents, or exactly as before. */
export interface BuildingsStored {
  readonly created: number;
  readonly changed: number;
  readonly same: number;
  /** Ids by the input's key. */
  readonly ids: ReadonlyMap<string, string>;
}

interface BuildingRow {
  readonly id: string;
  readonly key: string;
  readonly number: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly floors: number | null;
  readonly footprint: MultiPolygonShape;
}

const COLUMNS =
  'id uuid, map_id int, key text, number text, name text, aliases jsonb, kind text, floors int, footprint jsonb';

/** Upserts by `key` in two statements. Keys must be unique among `inputs`. */
export async function storeBuildings(tx: Transaction, inputs: readonly BuildingInput[]): Promise<BuildingsStored> {
  const known = await knownBuildings(tx);
  const rows = inputs.map((input) => rowOf(input, known.get(input.key)?.id ?? newId()));
  const created = rows.filter((row) => !known.has(row.key));
  const changed = rows.filter((row) => known.has(row.key) && !isSame(row, known.get(row.key)!));
  await insertBuildings(tx, created);
  await updateBuildings(tx, changed);
  return {
    created: created.length,
    changed: changed.length,
    same: rows.length - created.length - changed.length,
    ids: new Map(rows.map((row) => [row.key, row.id])),
  };
}

async function knownBuildings(tx: Transaction): Promise<ReadonlyMap<string, BuildingRow>> {
  const rows = await tx.execute<Omit<BuildingRow, 'footprint'> & { geojson: string }>(sql`
    select id, source_key as key, number, name, aliases, kind, floors, footprint_geojson as geojson
    from buildings where community_id = ${tx.communityId}::uuid`);
  return new Map(rows.map(({ geojson, ...row }) => [row.key, { ...row, footprint: parseShape(geojson) }]));
}

function rowOf(input: BuildingInput, id: string): BuildingRow {
  const { key, aliases, kind, floors = null } = input;
  return {
    id,
    key,
    number: input.number ?? '',
    name: input.name,
    aliases,
    kind,
    floors,
    footprint: roundedShape(input.footprint),
  };
}

function isSame(row: BuildingRow, known: BuildingRow): boolean {
  const text = ({ number, name, aliases, kind, floors }: BuildingRow) =>
    JSON.stringify([number, name, aliases, kind, floors]);
  return text(row) === text(known) && sameShape(row.footprint, known.footprint);
}

async function insertBuildings(tx: Transaction, rows: readonly BuildingRow[]): Promise<void> {
  if (rows.length === 0) return;
  const nextMapId = await takeMapIds(tx, rows.length);
  const numbered = rows.map((row) => ({ ...row, map_id: nextMapId() }));
  await tx.execute(sql`
    insert into buildings (community_id, id, map_id, source_key, number, name, aliases, kind, floors, footprint)
    select ${tx.communityId}::uuid, r.id, r.map_id, r.key, r.number, r.name,
      array(select jsonb_array_elements_text(r.aliases)), r.kind, r.floors, st_setsrid(st_geomfromgeojson(r.footprint::text), 4326)
    from ${recordset(numbered, COLUMNS)}`);
}

async function updateBuildings(tx: Transaction, rows: readonly BuildingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update buildings b set number = r.number, name = r.name, aliases = array(select jsonb_array_elements_text(r.aliases)),
      kind = r.kind, floors = r.floors, footprint = st_setsrid(st_geomfromgeojson(r.footprint::text), 4326)
    from ${recordset(rows, COLUMNS)}
    where b.community_id = ${tx.communityId}::uuid and b.id = r.id`);
}
