// What a plan's file may be refused for, row by row. Refuses codes of drawing and deciding: those stand beside.
import type { Text } from './text.ts';

export const PLAN_FILE_TEXTS = {
  PLAN_FILE_UNREADABLE: {
    zh: '文件读不出方案。请用导出的 GeoJSON 或 XLSX,保留表头。',
    en: 'No plan could be read from the file. Use an exported GeoJSON or XLSX and keep its heads.',
  },
  PLAN_ROW_UNKNOWN: {
    zh: '第 {row} 行找不到对应的单元。请保留编号,或写对楼栋和单元号。',
    en: 'Row {row} names no entrance here. Keep its id, or give the numbers of building and entrance.',
  },
  PLAN_ROW_TWICE: {
    zh: '第 {row} 行的单元前面已经出现过。每个单元只留一行。',
    en: 'The entrance of row {row} stood in the file before. Keep one row for each.',
  },
  PLAN_ROW_GRID: {
    zh: '第 {row} 行的网格不是号码。请写网格号,留空表示未划入。',
    en: 'The grid of row {row} is no number. Write the grid number; leave it empty for none.',
  },
  PLAN_ROW_NO_GRID: {
    zh: '第 {row} 行:没有 {grid} 号网格。请写已有的网格号,留空表示未划入。',
    en: 'Row {row}: there is no grid {grid}. Write the number of a grid there is; leave it empty for none.',
  },
  PLAN_FILE_FOREIGN: {
    zh: '这是另一个社区的方案,不能导入。',
    en: 'This is a plan of another community and cannot be imported here.',
  },
} as const satisfies Record<string, Text>;
