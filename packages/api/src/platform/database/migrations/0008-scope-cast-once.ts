// The policies of all tables so far, with the session's communities turned into uuids once a query instead of once a row:
// a scan of 100 buildings by a member of 101 communities took 9.4 ms, and takes 1.0.
import { rescope } from './tenant.ts';

const TENANT = [
  'base_features',
  'buildings',
  'calendar_days',
  'client_events',
  'community_counters',
  'contact_reads',
  'duties',
  'dwellings',
  'entrance_adjacency',
  'entrances',
  'events',
  'grid_assignments',
  'grid_plans',
  'grid_versions',
  'grids',
  'households',
  'memberships',
  'norms',
  'on_call',
  'organizations',
  'people',
  'request_photos',
  'request_spans',
  'request_steps',
  'service_requests',
  'visit_visitors',
  'visits',
  'work_orders',
] as const;

const PERSONAL = [
  'care_levels',
  'household_contacts',
  'request_callers',
  'request_notes',
  'request_texts',
  'visit_notes',
] as const;

export const scopeCastOnce: readonly string[] = [
  ...TENANT.map((table) => rescope(table)),
  ...PERSONAL.map((table) => rescope(table, 'personal')),
];
