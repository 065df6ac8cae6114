// People who serve, organizations, who answers for what, and who is on call.
import { tenantTable } from './tenant.ts';

export const people: readonly string[] = [
  `create table organizations (
     community_id uuid not null references communities (id),
     id uuid not null,
     name text not null,
     kind text not null check (kind in ('PROPERTY', 'SOCIAL', 'COMMITTEE_MEMBER')),
     primary key (community_id, id))`,
  ...tenantTable('organizations'),

  `create table people (
     community_id uuid not null references communities (id),
     id uuid not null,
     name text not null,
     role text not null,
     organization_id uuid,
     primary key (community_id, id),
     foreign key (community_id, organization_id) references organizations (community_id, id))`,
  ...tenantTable('people'),

  // Exactly one scope: the most specific one in force answers, whatever the shift.
  `create table duties (
     community_id uuid not null references communities (id),
     id uuid not null,
     person_id uuid not null,
     role text not null check (role in ('GRID_WORKER', 'BRANCH_SECRETARY')),
     grid_id uuid,
     building_id uuid,
     entrance_id uuid,
     is_temporary boolean not null default false,
     during tstzrange not null,
     primary key (community_id, id),
     check (num_nonnulls(grid_id, building_id, entrance_id) = 1),
     foreign key (community_id, person_id) references people (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id),
     foreign key (community_id, building_id) references buildings (community_id, id),
     foreign key (community_id, entrance_id) references entrances (community_id, id))`,
  ...tenantTable('duties'),

  `create table on_call (
     community_id uuid not null references communities (id),
     id uuid not null,
     person_id uuid not null,
     during tstzrange not null,
     primary key (community_id, id),
     foreign key (community_id, person_id) references people (community_id, id))`,
  ...tenantTable('on_call'),
];
