// What the checks find in a plan, in both languages: a sentence a check. {grid} and {around} are numbers of grids, {units} names.
// Refuses advice: what to do about it is said by whoever lists it.
import type { Text } from './text.ts';

export const PLAN_CHECK_TEXTS = {
  unassigned: { zh: '{units}未分配', en: '{units} in no grid' },
  'empty-grid': { zh: '{grid}网格没有单元', en: 'grid {grid} has no entrance' },
  'loose-piece': { zh: '{grid}网格不连通:{units}散在外面', en: 'grid {grid} is in pieces: {units} apart' },
  hole: { zh: '{grid}网格的{units}被{around}网格包围', en: '{units} of grid {grid} inside grid {around}' },
  households: {
    zh: '{grid}网格 {value}户,限 {least}–{most}户',
    en: 'grid {grid}: {value} households, {least} to {most} allowed',
  },
  residents: { zh: '{grid}网格 {value}人,上限 {limit}人', en: 'grid {grid}: {value} residents, limit {limit}' },
  span: { zh: '{grid}网格跨度 {value} m,上限 {limit} m', en: 'grid {grid} spans {value} m, limit {limit} m' },
  barrier: {
    zh: '{grid}网格跨越水面、主干路、铁路或围墙:{units}',
    en: 'grid {grid} crosses water, a trunk road, rails or a wall: {units}',
  },
  lock: { zh: '锁定被破:{units}', en: 'a lock is broken: {units}' },
  'duplicate-name': { zh: '{value}个单元同名:{name}', en: '{value} entrances are all called {name}' },
} as const satisfies Record<string, Text>;
