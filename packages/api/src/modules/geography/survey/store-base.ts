// Owns the base map of a community and its given outline. Refuses to derive: an outline nobody drew is made with the units.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { recordset } from './rows.ts';
import { roundedShape } from './shapes.ts';
import type { BaseFeatureInput, MultiPolygonShape } from './survey-inputs.types.ts';

/** Replaces the base map: it has no history and nothing refers to it. */
export async function storeBaseFeatures(tx: Transaction, inputs: readonly BaseFeatureInput[]): Promise<void> {
  await tx.execute(sql`delete from base_features where community_id = ${tx.communityId}::uuid`);
  if (inputs.length === 0) return;
  const rows = inputs.map((input) => ({ ...input, id: newId() }));
  await tx.execute(sql`
    insert into base_features (community_id, id, kind, name, barrier, geom)
    select ${tx.communityId}::uuid, r.id, r.kind, r.name, r.barrier, st_setsrid(st_geomfromgeojson(r.geometry::text), 4326)
    from ${recordset(rows, 'id uuid, kind text, name text, barrier boolean, geometry jsonb')}`);
}

/** Sets the outline that somebody drew; the units must be derived again afterwards. */
export async function storeOutline(tx: Transaction, outline: MultiPolygonShape): Promise<void> {
  await writeOutline(tx, roundedShape(outline), false);
}

/** @param derived the outline comes from the footprints, nobody drew it */
export async function writeOutline(tx: Transaction, outline: MultiPolygonShape, derived: boolean): Promise<void> {
  await tx.execute(sql`
    update communities set outline = st_setsrid(st_geomfromgeojson(${JSON.stringify(outline)}::text), 4326), outline_derived = ${derived}::boolean
    where id = ${tx.communityId}::uuid`);
}
