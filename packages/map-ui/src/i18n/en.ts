// Owns the English catalogue: one entry an area. Refuses words: they live in the areas' files.
import { common } from './en/common.ts';
import { map } from './en/map.ts';
import { legend } from './en/legend.ts';
import { strip } from './en/strip.ts';
import { attention } from './en/attention.ts';
import { requests } from './en/requests.ts';
import { visits } from './en/visits.ts';
import { grid } from './en/grid.ts';
import { time } from './en/time.ts';
import { access } from './en/access.ts';
import { admin } from './en/admin.ts';
import { imports } from './en/import.ts';
import { print } from './en/print.ts';
import { explain } from './en/explain.ts';
import { list } from './en/list.ts';
import { errors } from './en/errors.ts';
import { planMap } from './en/plan-map.ts';
import { plan } from './en/plan.ts';
import { planDecide } from './en/plan-decide.ts';
import { planSide } from './en/plan-side.ts';

export const en = {
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
};
