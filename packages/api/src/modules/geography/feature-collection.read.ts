// Owns map layers as one FeatureCollection text, put together in SQL from stored geometry text and kept by geography version.
// Refuses live numbers and anything personal: layers hold shapes, names and counts of households.
import { LRUCache } from 'lru-cache';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { empty, type Sql, sql } from '#platform/database/sql';
import type { BoundingBox } from '#platform/geometry/polygon-gate';
import { ENTRANCE_NAME } from './entrance.read.ts';
import { GroundVersions } from './ground-versions.ts';
import { inForce } from './plan-at.sql.ts';

export const MAP_LAYERS = ['BASE', 'GRIDS', 'BUILDINGS', 'ENTRANCES'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

export interface LayerRequest {
  readonly communityId: string;
  readonly layer: MapLayer;
  readonly bbox: BoundingBox | null;
  readonly validAt: Date;
}

/** All layers of some dozens of communities; a whole layer of one is about 50 KB. */
const CACHE_CHARACTERS = 32_000_000;

export class FeatureCollections {
  readonly #database: Database;
  readonly #versions: GroundVersions;
  readonly #kept = new LRUCache<string, string>({ maxSize: CACHE_CHARACTERS, sizeCalculation: (text) => text.length });

  constructor(database: Database) {
    this.#database = database;
    this.#versions = new GroundVersions(database);
  }

  /** GeoJSON text. `geographyVersion` names what it shows. A whole layer is kept until that or the plan in force changes; a part is always asked for. */
  async read(scope: Scope, request: LayerRequest): Promise<string> {
    if (request.bbox) return this.#assemble(scope, request);
    const ground = await this.#versions.key(scope, request.communityId, request.validAt);
    const key = [request.communityId, request.layer, ground].join('|');
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const text = await this.#assemble(scope, request);
    this.#kept.set(key, text);
    return text;
  }

  async #assemble(scope: Scope, request: LayerRequest): Promise<string> {
    const row = await this.#database.readOne<{ text: string }>(
      scope,
      sql`
      select '{"type":"FeatureCollection","geographyVersion":' || (select geography_version from communities where id = ${request.communityId}::uuid)
        || ',"features":[' || coalesce(string_agg(
        '{"type":"Feature","id":' || f.id || ',"geometry":' || f.geometry || ',"properties":' || f.properties || '}', ',' order by f.id), '') || ']}' as text
      from (${LAYERS[request.layer](request)}) f`,
    );
    return row?.text ?? '{"type":"FeatureCollection","features":[]}';
  }
}

/** Per layer: rows of id (number), geometry and properties (JSON texts). */
const LAYERS: Readonly<Record<MapLayer, (request: LayerRequest) => Sql>> = {
  BASE: ({ communityId, bbox }) => sql`
    select row_number() over (order by id) as id, geojson as geometry, json_build_object('kind', kind, 'name', name, 'barrier', barrier)::text as properties
    from base_features where community_id = ${communityId}::uuid ${inBox(sql`geom`, bbox)}`,
  GRIDS: ({ communityId, bbox, validAt }) => sql`
    select g.map_id as id, v.boundary_geojson as geometry, json_build_object('mapId', g.map_id, 'number', g.number,
      'label', v.label_geojson::json -> 'coordinates', 'areaHectares', round(v.area_hectares::numeric, 4),
      'households', (select coalesce(sum(e.households), 0)::int from grid_assignments a join entrances e on e.community_id = a.community_id and e.id = a.entrance_id
        where a.community_id = p.community_id and a.plan_id = p.id and a.grid_id = g.id))::text as properties
    from grid_plans p join grid_versions v on v.community_id = p.community_id and v.plan_id = p.id
    join grids g on g.community_id = v.community_id and g.id = v.grid_id
    where ${inForce(communityId, validAt, null)} ${inBox(sql`v.boundary`, bbox)}`,
  BUILDINGS: ({ communityId, bbox }) => sql`
    select b.map_id as id, b.footprint_geojson as geometry, json_build_object('mapId', b.map_id, 'number', b.number, 'name', b.name, 'kind', b.kind,
      'floors', b.floors, 'households', (select coalesce(sum(e.households), 0)::int from entrances e
        where e.community_id = b.community_id and e.building_id = b.id))::text as properties
    from buildings b where b.community_id = ${communityId}::uuid ${inBox(sql`b.footprint`, bbox)}`,
  ENTRANCES: ({ communityId, bbox, validAt }) => sql`
    select e.map_id as id, e.slice_geojson as geometry, json_build_object('mapId', e.map_id, 'number', e.number, 'name', ${ENTRANCE_NAME},
      'buildingMapId', b.map_id, 'gridMapId', grid.map_id, 'households', e.households, 'floors', e.floors, 'kind', b.kind,
      'door', st_asgeojson(e.door, 7, 0)::json -> 'coordinates')::text as properties
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id
    left join (
      select a.entrance_id, g.map_id from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
      join grids g on g.community_id = a.community_id and g.id = a.grid_id
      where ${inForce(communityId, validAt, null)}) grid on grid.entrance_id = e.id
    where e.community_id = ${communityId}::uuid ${inBox(sql`e.slice`, bbox)}`,
};

function inBox(geometry: Sql, bbox: BoundingBox | null): Sql {
  if (!bbox) return empty;
  return sql`and st_intersects(${geometry}, st_makeenvelope(${bbox.west}::float8, ${bbox.south}::float8, ${bbox.east}::float8, ${bbox.north}::float8, 4326))`;
}
