// Owns a plan as a workbook: grids, units in door order, and what it moves; every sheet begins with what it is.
// Refuses formulas: numbers are numbers, words are words.
import writeWorkbook, { type Row, type SheetData } from 'write-excel-file/node';
import { fill, type Language, type Text } from '@qinghe/schema';
import type { PlanDiffView } from '../decide/plan-diff.read.ts';
import { inDoorOrder } from '../decide/door-order.ts';
import { COLUMNS, SHEETS, UNASSIGNED } from './exchange.texts.ts';
import type { ExportedPlan } from './plan-export.ts';
import { bannerOf } from './plan-words.ts';

type ColumnName = keyof typeof COLUMNS;
type CellValue = string | number | null;

const GRID_COLUMNS = [
  'grid',
  'worker',
  'units',
  'households',
  'residents',
  'dailyCareDoors',
  'openRequests',
  'minutesPerWeek',
] as const satisfies readonly ColumnName[];

const UNIT_COLUMNS = [
  'building',
  'number',
  'name',
  'grid',
  'before',
  'households',
  'residents',
  'dailyCareDoors',
  'openRequests',
  'entrance',
] as const satisfies readonly ColumnName[];

const MOVE_COLUMNS = [
  'building',
  'name',
  'before',
  'grid',
  'workerBefore',
  'worker',
  'households',
  'dailyCareDoors',
  'openRequests',
] as const satisfies readonly ColumnName[];

type RowOf<Names extends readonly ColumnName[]> = Readonly<Record<Names[number], CellValue>>;

/** The bytes of an XLSX file. Reading its units sheet back gives the same plan. */
export function planWorkbook(exported: ExportedPlan, diff: PlanDiffView, language: Language): Promise<Buffer> {
  const banner = bannerOf(exported, language);
  const sheet = <Names extends readonly ColumnName[]>(title: Text, columns: Names, rows: readonly RowOf<Names>[]) => ({
    sheet: fill(title, language, {}),
    data: dataOf(banner, columns, rows, language),
    stickyRowsCount: 2,
    columns: columns.map((name) => ({ width: name === 'entrance' ? 48 : 14 })),
  });
  const none = fill(UNASSIGNED, language, {});
  return writeWorkbook([
    sheet(
      SHEETS.grids,
      GRID_COLUMNS,
      exported.grids.map((row) => ({ ...row, grid: row.grid ?? none })),
    ),
    sheet(
      SHEETS.units,
      UNIT_COLUMNS,
      inDoorOrder(exported.units).map((unit) => ({
        ...unit,
        building: unit.buildingNumber,
        number: unit.entranceNumber,
      })),
    ),
    sheet(
      SHEETS.moves,
      MOVE_COLUMNS,
      diff.moves.map((move) => ({
        building: move.buildingName,
        name: move.name,
        before: move.fromGrid ?? none,
        grid: move.toGrid ?? none,
        workerBefore: move.fromWorker,
        worker: move.toWorker,
        households: move.households,
        dailyCareDoors: move.dailyCareDoors,
        openRequests: move.openRequests,
      })),
    ),
  ]).toBuffer();
}

function dataOf<Names extends readonly ColumnName[]>(
  banner: string,
  columns: Names,
  rows: readonly RowOf<Names>[],
  language: Language,
): SheetData {
  const heads: Row = columns.map((name) => ({ value: fill(COLUMNS[name], language, {}), fontWeight: 'bold' }));
  const title: Row = [{ value: banner, fontWeight: 'bold' }];
  return [
    title,
    heads,
    ...rows.map((row): Row => columns.map((name) => cellOf((row as Readonly<Record<ColumnName, CellValue>>)[name]))),
  ];
}

function cellOf(value: CellValue) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
