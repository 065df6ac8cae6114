// Buildings, entrances, dwellings, households, grids with bitemporal versions, and the unit adjacency graph.
import { personalTable, tenantTable } from './tenant.ts';

export const geography: readonly string[] = [
  `create table buildings (
     community_id uuid not null references communities (id),
     id uuid not null,
     map_id int not null,
     source_key text not null,
     number text not null,
     name text not null,
     aliases text[] not null default '{}',
     kind text not null check (kind in ('RESIDENTIAL', 'SERVICE_CENTRE', 'CANTEEN', 'PROPERTY_OFFICE', 'OTHER')),
     floors int,
     footprint geometry(MultiPolygon, 4326) not null check (not st_isempty(footprint)),
     footprint_geojson text generated always as (st_asgeojson(footprint, 7, 0)) stored,
     primary key (community_id, id),
     unique (community_id, map_id),
     unique (community_id, source_key))`,
  `create index buildings_footprint on buildings using gist (footprint)`,
  ...tenantTable('buildings'),

  // The assignable unit. A building with none recorded has one implicit entrance.
  `create table entrances (
     community_id uuid not null references communities (id),
     id uuid not null,
     map_id int not null,
     building_id uuid not null,
     number text not null,
     implicit boolean not null default false,
     floors int,
     doors_per_floor int,
     dwellings int not null default 0 check (dwellings >= 0),
     households int not null default 0 check (households >= 0),
     residents int not null default 0 check (residents >= 0),
     door geometry(Point, 4326),
     slice_derived boolean not null default false,
     slice geometry(MultiPolygon, 4326) not null,
     slice_geojson text generated always as (st_asgeojson(slice, 7, 0)) stored,
     cell geometry(MultiPolygon, 4326),
     cell_geojson text generated always as (st_asgeojson(cell, 7, 0)) stored,
     primary key (community_id, id),
     foreign key (community_id, building_id) references buildings (community_id, id),
     unique (community_id, map_id),
     unique (community_id, building_id, number))`,
  `create index entrances_slice on entrances using gist (slice)`,
  ...tenantTable('entrances'),

  `create table entrance_adjacency (
     community_id uuid not null references communities (id),
     entrance_a uuid not null,
     entrance_b uuid not null check (entrance_a < entrance_b),
     shared_metres real not null check (shared_metres >= 1),
     primary key (community_id, entrance_a, entrance_b),
     foreign key (community_id, entrance_a) references entrances (community_id, id),
     foreign key (community_id, entrance_b) references entrances (community_id, id))`,
  ...tenantTable('entrance_adjacency'),

  `create table dwellings (
     community_id uuid not null references communities (id),
     id uuid not null,
     entrance_id uuid not null,
     floor int not null,
     position int not null,
     label text not null,
     primary key (community_id, id),
     foreign key (community_id, entrance_id) references entrances (community_id, id),
     unique (community_id, entrance_id, floor, position))`,
  ...tenantTable('dwellings'),

  `create table households (
     community_id uuid not null references communities (id),
     id uuid not null,
     dwelling_id uuid not null,
     entrance_id uuid not null,
     residents int not null check (residents >= 0),
     moved_in timestamptz not null,
     moved_out timestamptz,
     primary key (community_id, id),
     foreign key (community_id, dwelling_id) references dwellings (community_id, id),
     foreign key (community_id, entrance_id) references entrances (community_id, id))`,
  `create unique index households_one_per_dwelling on households (community_id, dwelling_id) where moved_out is null`,
  // As of an instant the household may have moved out since.
  `create index households_by_dwelling on households (community_id, dwelling_id, moved_in desc)`,
  ...tenantTable('households'),

  `create table household_contacts (
     community_id uuid not null references communities (id),
     household_id uuid not null,
     name text not null,
     phone text,
     primary key (community_id, household_id),
     foreign key (community_id, household_id) references households (community_id, id))`,
  ...personalTable('household_contacts'),

  // Only the level is kept, no reason and no diagnosis.
  `create table care_levels (
     community_id uuid not null references communities (id),
     id uuid not null,
     household_id uuid not null,
     level text not null check (level in ('DAILY', 'WEEKLY', 'MONTHLY')),
     during tstzrange not null,
     primary key (community_id, id),
     foreign key (community_id, household_id) references households (community_id, id),
     exclude using gist (community_id with =, household_id with =, during with &&))`,
  ...personalTable('care_levels'),

  // Ground, courts, lanes, wall, gates, roads and other barriers: what the sheet is drawn on.
  `create table base_features (
     community_id uuid not null references communities (id),
     id uuid not null,
     kind text not null,
     name text,
     barrier boolean not null default false,
     geom geometry(Geometry, 4326) not null,
     geojson text generated always as (st_asgeojson(geom, 7, 0)) stored,
     primary key (community_id, id))`,
  ...tenantTable('base_features'),

  // Identity of a grid: stable while its boundary changes, its number never reused.
  `create table grids (
     community_id uuid not null references communities (id),
     id uuid not null,
     map_id int not null,
     number int not null check (number > 0),
     primary key (community_id, id),
     unique (community_id, map_id),
     unique (community_id, number))`,
  ...tenantTable('grids'),

  // A complete assignment of units to grids. What is in force is derived from valid; nothing is overwritten:
  // a correction closes recorded and adds rows.
  `create table grid_plans (
     community_id uuid not null references communities (id),
     id uuid not null,
     name text not null,
     valid tstzrange not null,
     recorded tstzrange not null,
     primary key (community_id, id),
     exclude using gist (community_id with =, valid with &&, recorded with &&))`,
  ...tenantTable('grid_plans'),

  `create table grid_versions (
     community_id uuid not null references communities (id),
     id uuid not null,
     plan_id uuid not null,
     grid_id uuid not null,
     valid tstzrange not null,
     recorded tstzrange not null,
     boundary geometry(MultiPolygon, 4326) not null,
     boundary_geojson text generated always as (st_asgeojson(boundary, 7, 0)) stored,
     label geometry(Point, 4326) not null,
     label_geojson text generated always as (st_asgeojson(label, 7, 0)) stored,
     area_hectares double precision not null,
     primary key (community_id, id),
     foreign key (community_id, plan_id) references grid_plans (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id),
     exclude using gist (community_id with =, grid_id with =, valid with &&, recorded with &&))`,
  `create index grid_versions_boundary on grid_versions using gist (boundary)`,
  ...tenantTable('grid_versions'),

  `create table grid_assignments (
     community_id uuid not null references communities (id),
     plan_id uuid not null,
     entrance_id uuid not null,
     grid_id uuid not null,
     primary key (community_id, plan_id, entrance_id),
     foreign key (community_id, plan_id) references grid_plans (community_id, id),
     foreign key (community_id, entrance_id) references entrances (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id))`,
  ...tenantTable('grid_assignments'),
];
