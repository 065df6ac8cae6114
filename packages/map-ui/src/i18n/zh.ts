// Owns the source catalogue: one entry an area. Refuses words: they live in the areas' files.
import { common } from './zh/common.ts';
import { map } from './zh/map.ts';
import { legend } from './zh/legend.ts';
import { strip } from './zh/strip.ts';
import { attention } from './zh/attention.ts';
import { requests } from './zh/requests.ts';
import { visits } from './zh/visits.ts';
import { grid } from './zh/grid.ts';
import { time } from './zh/time.ts';
import { access } from './zh/access.ts';
import { admin } from './zh/admin.ts';
import { imports } from './zh/import.ts';
import { print } from './zh/print.ts';
import { explain } from './zh/explain.ts';
import { list } from './zh/list.ts';
import { errors } from './zh/errors.ts';
import { planMap } from './zh/plan-map.ts';
import { plan } from './zh/plan.ts';
import { planDecide } from './zh/plan-decide.ts';
import { planSide } from './zh/plan-side.ts';

export const zh = {
  common,
  map,
  legend,
  strip,
  attention,
  requests,
  visits,
  grid,
  time,
  access,
  admin,
  import: imports,
  print,
  explain,
  errors,
  list,
  planMap,
  plan,
  planDecide,
  planSide,
} as const;
