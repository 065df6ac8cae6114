// Drafts of the grids: one row a unit with the version that moved it last, and every step with what restores it.
// Whether a plan is in force or past is derived from its instants; nothing flips at midnight.
import { rescope, tenantTable } from './tenant.ts';

const tenant = (table: string): string[] => [...tenantTable(table), rescope(table)];

export const planDrafts: readonly string[] = [
  `create table plan_drafts (
     community_id uuid not null references communities (id),
     id uuid not null,
     name text not null,
     stage text not null check (stage in
       ('DRAFT', 'SUBMITTED', 'COMMUNITY_APPROVED', 'STREET_APPROVED', 'APPROVED', 'SCHEDULED', 'ABANDONED')),
     version int not null check (version > 0),
     rules jsonb not null,
     based_on timestamptz not null,
     base_plan_id uuid,
     created_by uuid not null,
     created_by_name text not null,
     created_at timestamptz not null,
     saved_at timestamptz not null,
     effective_from timestamptz,
     grid_plan_id uuid,
     primary key (community_id, id),
     check (stage <> 'SCHEDULED' or effective_from is not null),
     foreign key (community_id, base_plan_id) references grid_plans (community_id, id),
     foreign key (community_id, grid_plan_id) references grid_plans (community_id, id))`,
  ...tenant('plan_drafts'),

  // A unit without a row came to the community after the draft was branched: it has no grid yet.
  `create table plan_draft_units (
     community_id uuid not null references communities (id),
     draft_id uuid not null,
     entrance_id uuid not null,
     grid_id uuid,
     before_grid_id uuid,
     moved_version int not null default 0,
     moved_by uuid,
     moved_by_name text,
     moved_at timestamptz,
     primary key (community_id, draft_id, entrance_id),
     foreign key (community_id, draft_id) references plan_drafts (community_id, id),
     foreign key (community_id, entrance_id) references entrances (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id),
     foreign key (community_id, before_grid_id) references grids (community_id, id))`,
  ...tenant('plan_draft_units'),

  `create table plan_locks (
     community_id uuid not null references communities (id),
     draft_id uuid not null,
     id uuid not null,
     kind text not null check (kind in ('UNIT', 'TOGETHER', 'WORKER', 'GRID')),
     grid_id uuid,
     entrance_ids uuid[] not null,
     by_name text not null,
     primary key (community_id, draft_id, id),
     check ((kind = 'TOGETHER') = (grid_id is null)),
     foreign key (community_id, draft_id) references plan_drafts (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id))`,
  ...tenant('plan_locks'),

  `create table plan_exemptions (
     community_id uuid not null references communities (id),
     draft_id uuid not null,
     id uuid not null,
     check_code text not null,
     grid_id uuid,
     entrance_ids uuid[] not null,
     reason text not null,
     by_name text not null,
     primary key (community_id, draft_id, id),
     foreign key (community_id, draft_id) references plan_drafts (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id))`,
  ...tenant('plan_exemptions'),

  // What was asked, and what takes it back; units in it are [entrance, grid before, grid after].
  `create table plan_changes (
     community_id uuid not null references communities (id),
     draft_id uuid not null,
     version int not null,
     at timestamptz not null,
     by_id uuid not null,
     by_name text not null,
     source text not null check (source in ('HAND', 'SUGGESTION', 'REPAIR', 'IMPORT')),
     ops jsonb not null,
     undo jsonb not null,
     undone boolean not null default false,
     of_version int,
     primary key (community_id, draft_id, version),
     foreign key (community_id, draft_id) references plan_drafts (community_id, id))`,
  ...tenant('plan_changes'),
];
