// Owns what an import must know of the community it goes to. Refuses other communities' rows: every query names its own.
import type { Database, Transaction } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { type Sql, sql } from '#platform/database/sql';
import type { MultiPolygon } from './geojson-shapes.ts';

/** The community's ground before an import. */
export interface CommunityGround {
  readonly geographyVersion: number;
  /** The outline as it is saved, drawn or derived. */
  readonly outline: MultiPolygon | null;
  readonly outlineDerived: boolean;
  /** Footprints by source key: buildings that a file does not name stay where they are. */
  readonly footprints: ReadonlyMap<string, MultiPolygon>;
}

export async function readGround(database: Database, scope: Scope, communityId: string): Promise<CommunityGround> {
  const [community] = await database.read<{ version: number; outline: string | null; derived: boolean }>(
    scope,
    sql`select geography_version as version, outline_geojson as outline, outline_derived as derived from communities where id = ${communityId}::uuid`,
  );
  const buildings = await database.read<{ key: string; footprint: string }>(
    scope,
    sql`select source_key as key, footprint_geojson as footprint from buildings where community_id = ${communityId}::uuid`,
  );
  return {
    geographyVersion: community?.version ?? 0,
    outline: community?.outline ? shape(community.outline) : null,
    outlineDerived: community?.derived ?? false,
    footprints: new Map(buildings.map(({ key, footprint }) => [key, shape(footprint)])),
  };
}

const shape = (geojson: string): MultiPolygon => JSON.parse(geojson) as MultiPolygon;

/** Digests that differ exactly when the ground, the words, or the counts differ. */
export interface GroundDigest {
  /** Footprints, slices, doors, barriers, a drawn outline: units and grids follow from them. */
  readonly ground: string;
  /** Names, kinds, aliases, floors, the base map. */
  readonly words: string;
  readonly counts: string;
}

/** Map ids and ids stay out, so that the same content is the same digest. */
export async function digestGround({ execute, communityId }: Transaction): Promise<GroundDigest> {
  const own = sql`community_id = ${communityId}::uuid`;
  const [digest] = await execute<GroundDigest>(sql`
    select
      (select ${digestOf(sql`line`)} from (
        select concat_ws('|', 'b', source_key, footprint_geojson) as line from buildings where ${own}
        union all select concat_ws('|', 'e', building_id, number, slice_derived, slice_geojson, st_asgeojson(door)) from entrances where ${own}
        union all select concat_ws('|', 'r', geojson) from base_features where ${own} and barrier
        union all select concat_ws('|', 'o', outline_geojson) from communities where id = ${communityId}::uuid and not outline_derived) g) as ground,
      (select ${digestOf(sql`line`)} from (
        select concat_ws('|', source_key, number, name, kind, floors, aliases::text) as line from buildings where ${own}
        union all select concat_ws('|', kind, name, barrier, geojson) from base_features where ${own}
        union all select concat_ws('|', 'a', attribution) from communities where id = ${communityId}::uuid) w) as words,
      (select ${digestOf(sql`concat_ws('|', id, floors, doors_per_floor, dwellings, households, residents)`)} from entrances where ${own}) as counts`);
  if (!digest) throw new Error('no digest');
  return digest;
}

function digestOf(line: Sql): Sql {
  return sql`md5(coalesce(string_agg(md5(${line}), '' order by md5(${line})), ''))`;
}

/** The plan in force at the transaction's instant: grid number by entrance; null without one. */
export async function planInForce(
  tx: Transaction,
): Promise<{ readonly name: string; readonly assignment: ReadonlyMap<string, number> } | null> {
  const rows = await tx.execute<{ name: string; entrance: string; number: number }>(sql`
    select p.name, a.entrance_id as entrance, g.number from grid_plans p
    join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
    join grids g on g.community_id = a.community_id and g.id = a.grid_id
    where p.community_id = ${tx.communityId}::uuid and p.valid @> ${tx.now.toISOString()}::timestamptz and upper_inf(p.recorded)`);
  const [first] = rows;
  return first
    ? { name: first.name, assignment: new Map(rows.map(({ entrance, number }) => [entrance, number])) }
    : null;
}

/** The next plan that is agreed for a later day, and the epoch milliseconds of its start. */
export async function planToCome(tx: Transaction): Promise<{ readonly name: string; readonly from: number } | null> {
  const [next] = await tx.execute<{ name: string; from: number }>(sql`
    select name, ms(lower(valid)) as "from" from grid_plans
    where community_id = ${tx.communityId}::uuid and upper_inf(recorded) and lower(valid) > ${tx.now.toISOString()}::timestamptz
    order by lower(valid) limit 1`);
  return next ?? null;
}
