// Knocks at doors, with their visitors; the visitor's note apart, as personal data.
import { personalTable, tenantTable } from './tenant.ts';

export const visits: readonly string[] = [
  `create table visits (
     community_id uuid not null references communities (id),
     id uuid not null,
     dwelling_id uuid not null,
     household_id uuid,
     entrance_id uuid not null,
     grid_id uuid not null,
     outcome text not null check (outcome in ('MET', 'NOT_HOME', 'REFUSED', 'MOVED_AWAY', 'FOLLOW_UP')),
     at timestamptz not null,
     client_time timestamptz,
     recorded_by uuid,
     primary key (community_id, id),
     foreign key (community_id, dwelling_id) references dwellings (community_id, id),
     foreign key (community_id, household_id) references households (community_id, id),
     foreign key (community_id, entrance_id) references entrances (community_id, id),
     foreign key (community_id, grid_id) references grids (community_id, id))`,
  `create index visits_by_time on visits (community_id, at)`,
  // The latest knocks of a household decide what is due there; a vacant door's knocks decide nothing.
  `create index visits_by_household on visits (community_id, household_id, at desc)`,
  `create index visits_by_entrance on visits (community_id, entrance_id, at desc)`,
  `create index visits_moved_away on visits (community_id, household_id, at) where outcome = 'MOVED_AWAY'`,
  ...tenantTable('visits'),

  `create table visit_visitors (
     community_id uuid not null references communities (id),
     visit_id uuid not null,
     person_id uuid not null,
     primary key (community_id, visit_id, person_id),
     foreign key (community_id, visit_id) references visits (community_id, id),
     foreign key (community_id, person_id) references people (community_id, id))`,
  ...tenantTable('visit_visitors'),

  `create table visit_notes (
     community_id uuid not null references communities (id),
     visit_id uuid not null,
     note text not null,
     primary key (community_id, visit_id),
     foreign key (community_id, visit_id) references visits (community_id, id))`,
  ...personalTable('visit_notes'),
];
