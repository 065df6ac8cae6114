// The words of a plan's files: sheets, columns, the banner. Both languages can be read back, whichever wrote the file.
import type { Text } from '@qinghe/schema';

export const BANNER: Text = {
  zh: '{name} · 第 {version} 版 · {state}',
  en: '{name} · version {version} · {state}',
};
export const NOT_IN_FORCE: Text = { zh: '草案,未生效', en: 'Draft, not in force' };
export const IN_FORCE: Text = { zh: '现行方案', en: 'In force' };
export const PAST: Text = { zh: '以往方案', en: 'Earlier plan' };
export const INVENTED: Text = { zh: '演示数据(虚构)', en: 'Demo data (invented)' };
export const UNASSIGNED: Text = { zh: '未划入', en: 'in none' };

export const SHEETS = {
  grids: { zh: '网格', en: 'Grids' },
  units: { zh: '单元', en: 'Units' },
  moves: { zh: '换网格单元', en: 'Moves' },
} as const satisfies Record<string, Text>;

export const COLUMNS = {
  grid: { zh: '网格', en: 'Grid' },
  before: { zh: '原网格', en: 'Grid before' },
  worker: { zh: '网格员', en: 'Worker' },
  workerBefore: { zh: '原网格员', en: 'Worker before' },
  building: { zh: '楼栋', en: 'Building' },
  number: { zh: '单元号', en: 'Entrance' },
  name: { zh: '名称', en: 'Name' },
  units: { zh: '单元数', en: 'Entrances' },
  households: { zh: '户数', en: 'Households' },
  residents: { zh: '人数', en: 'Residents' },
  dailyCareDoors: { zh: '日访户数', en: 'Daily-care doors' },
  openRequests: { zh: '在办诉求', en: 'Open requests' },
  minutesPerWeek: { zh: '工作量(分钟/周)', en: 'Workload (minutes a week)' },
  entrance: { zh: '编号', en: 'Id' },
} as const satisfies Record<string, Text>;
