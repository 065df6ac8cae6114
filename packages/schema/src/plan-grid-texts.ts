// What adding and closing grids of a plan, and appointing their workers, may be refused for. Refuses codes of what is in them.
import type { Text } from './text.ts';

export const PLAN_GRID_TEXTS = {
  PLAN_GRID_UNKNOWN: {
    zh: '没有 {grid} 号网格。请选择已有的网格。',
    en: 'There is no grid {grid}. Choose one that exists.',
  },
  GRID_COUNT_TOO_LARGE: {
    zh: '只有 {units} 个单元,不能分成 {grids} 个网格。',
    en: 'There are {units} entrances, too few for {grids} grids.',
  },
  PLAN_GRID_NOT_IN_PLAN: {
    zh: '方案里没有 {grid} 网格。请先新增它,或选择别的网格。',
    en: 'The plan has no grid {grid}. Add it first, or choose another.',
  },
  PLAN_GRID_NUMBER: {
    zh: '不能新增 {grid} 网格:请用以前的网格号,或下一个新号 {next}。',
    en: 'Grid {grid} cannot be added: take the number of a former grid, or the next new one, {next}.',
  },
  PLAN_GRID_NOT_EMPTY: {
    zh: '{grid} 网格里还有 {count} 个单元。请先移到别的网格,再撤销网格。',
    en: 'Grid {grid} still has entrances: {count}. Move them to other grids, then close it.',
  },
  PLAN_GRID_HELD: {
    zh: '{grid} 网格由 {by} 锁定,不能撤销。请先解锁。',
    en: 'Grid {grid} is locked by {by} and cannot be closed. Unlock it first.',
  },
  PLAN_GRID_LAST: {
    zh: '{grid} 是方案里最后一个网格,不能撤销。',
    en: 'Grid {grid} is the last of the plan and cannot be closed.',
  },
  GRID_HAS_WORKER: {
    zh: '{grid} 网格已由 {name} 负责。',
    en: '{name} answers for grid {grid} already.',
  },
  PERSON_NOT_GRID_WORKER: {
    zh: '只能安排本社区的网格员。',
    en: 'Only a grid worker of this community can be appointed.',
  },
} as const satisfies Record<string, Text>;
