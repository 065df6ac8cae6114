// Extensions, the application role, communities, the event log and what makes mutations safe to repeat.
import { grant, tenantTable } from './tenant.ts';

export const foundation: readonly string[] = [
  `create extension if not exists postgis`,
  `create extension if not exists btree_gist`,
  // Roles belong to the cluster, not the database: another database may have made it already.
  `do $$ begin create role qinghe_app nologin nosuperuser nobypassrls; exception when duplicate_object then null; end $$`,
  `do $$ begin execute format('grant qinghe_app to %I', current_user); exception when others then null; end $$`,

  // Instants leave SQL as epoch milliseconds: the drivers would give strings in the session's zone.
  `create function ms(at timestamptz) returns float8 language sql immutable parallel safe
     as 'select (extract(epoch from $1) * 1000)::float8'`,

  `create table installation (
     id int primary key default 1 check (id = 1),
     kind text not null check (kind in ('DEMO', 'REAL')),
     demo_seed int,
     demo_filled_to timestamptz,
     created_at timestamptz not null)`,
  grant('installation'),

  `create table communities (
     id uuid primary key,
     code text not null unique check (code ~ '^[0-9]{12}$'),
     name text not null,
     name_en text,
     time_zone text not null,
     synthetic boolean not null default false,
     mode text not null default 'NORMAL' check (mode in ('NORMAL', 'EMERGENCY')),
     outline geometry(MultiPolygon, 4326),
     outline_geojson text generated always as (st_asgeojson(outline, 7, 0)) stored,
     outline_derived boolean not null default false,
     attribution text,
     geography_version int not null default 0,
     created_at timestamptz not null)`,
  grant('communities'),

  // One row per community: seq order is commit order, and map ids are never reused.
  `create table community_counters (
     community_id uuid primary key references communities (id),
     event_seq bigint not null default 0,
     map_id int not null default 0,
     request_number int not null default 0)`,
  ...tenantTable('community_counters'),

  `create table norms (
     community_id uuid not null references communities (id),
     version int not null,
     valid_from timestamptz not null,
     body jsonb not null,
     primary key (community_id, version))`,
  ...tenantTable('norms'),

  `create table calendar_days (
     community_id uuid not null references communities (id),
     day date not null,
     working boolean not null,
     primary key (community_id, day))`,
  ...tenantTable('calendar_days'),

  // Ids, codes and counts only; never a name, a phone or free text.
  `create table events (
     community_id uuid not null references communities (id),
     seq bigint not null,
     kind text not null,
     at timestamptz not null,
     actor_id uuid,
     entrance_id uuid,
     household_id uuid,
     request_id uuid,
     data jsonb not null default '{}',
     primary key (community_id, seq))`,
  `create index events_by_time on events (community_id, at)`,
  ...tenantTable('events', 'append-only'),

  `create table client_events (
     community_id uuid not null references communities (id),
     actor_id uuid not null,
     client_event_id uuid not null,
     operation text not null,
     body_hash text not null,
     result jsonb not null,
     at timestamptz not null,
     primary key (community_id, actor_id, client_event_id))`,
  ...tenantTable('client_events'),
];
