// Owns reading a plan's file: which unit goes to which grid, and which grids the plan has. Pure, and run in a thread: a file may be anything.
// Refuses to look units up: a row says an id, or a building's number and an entrance's.
import readWorkbook from 'read-excel-file/node';

/** `row` counts as the file's reader does: from 1, in a sheet with the lines above. `grid` undefined: no grid could be read. */
export interface PlanRow {
  readonly row: number;
  readonly entrance: string | null;
  readonly building: string | null;
  readonly number: string | null;
  readonly grid: number | null | undefined;
}

/** What a file says of a plan. */
export interface PlanFileContent {
  readonly rows: readonly PlanRow[];
  /** Numbers of the grids it names as the plan's; null where it names none. */
  readonly grids: readonly number[] | null;
}

type Cell = unknown;

/** Null where the bytes are no plan: no workbook and no FeatureCollection, or without a column for the grid. Never throws. */
export async function readPlanFile(bytes: Uint8Array): Promise<PlanFileContent | null> {
  try {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    return isZip ? await workbookContent(bytes) : featureContent(bytes);
  } catch {
    return null;
  }
}

/** The heads that the export writes, in both languages. */
const HEADS = {
  entrance: ['编号', 'Id'],
  building: ['楼栋', 'Building'],
  number: ['单元号', 'Entrance'],
  grid: ['网格', 'Grid'],
  units: ['单元数', 'Entrances'],
} as const;

type Sheet = readonly (readonly Cell[])[];

async function workbookContent(bytes: Uint8Array): Promise<PlanFileContent | null> {
  const sheets = (await readWorkbook(Buffer.from(bytes))).map(({ data }): Sheet => data);
  const units = headed(sheets, (cells) => columnOf(cells, 'grid') >= 0 && namesUnits(cells));
  if (!units) return null;
  const grids = headed(sheets, (cells) => columnOf(cells, 'grid') >= 0 && columnOf(cells, 'units') >= 0);
  return { rows: sheetRows(units.data, units.head), grids: grids && gridNumbers(grids.data, grids.head) };
}

/** The first sheet with such a line of heads. */
function headed(sheets: readonly Sheet[], isHead: (cells: readonly Cell[]) => boolean) {
  for (const data of sheets) {
    const head = data.findIndex(isHead);
    if (head >= 0) return { data, head };
  }
  return null;
}

/** What is no number says that some units are in no grid. */
function gridNumbers(data: Sheet, head: number): number[] {
  const at = columnOf(data[head] ?? [], 'grid');
  return data.slice(head + 1).flatMap((cells) => gridOf(cells[at]) ?? []);
}

function namesUnits(cells: readonly Cell[]): boolean {
  return columnOf(cells, 'entrance') >= 0 || (columnOf(cells, 'building') >= 0 && columnOf(cells, 'number') >= 0);
}

function columnOf(cells: readonly Cell[], name: keyof typeof HEADS): number {
  return cells.findIndex(
    (cell) => typeof cell === 'string' && (HEADS[name] as readonly string[]).includes(cell.trim()),
  );
}

function sheetRows(data: Sheet, head: number): PlanRow[] {
  const heads = data[head] ?? [];
  const at = {
    entrance: columnOf(heads, 'entrance'),
    building: columnOf(heads, 'building'),
    number: columnOf(heads, 'number'),
    grid: columnOf(heads, 'grid'),
  };
  return data.slice(head + 1).flatMap((cells, index) => {
    if (cells.every((cell) => cell === null || cell === undefined || cell === '')) return [];
    const cell = (name: keyof typeof at) => (at[name] < 0 ? null : (cells[at[name]] ?? null));
    return [rowOf(head + index + 2, cell('entrance'), cell('building'), cell('number'), cell('grid'))];
  });
}

function featureContent(bytes: Uint8Array): PlanFileContent | null {
  const file: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  if (!isObject(file) || !Array.isArray(file['features'])) return null;
  const named: readonly Record<string, unknown>[] = file['features'].map((feature: unknown) =>
    isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {},
  );
  const rows = named.flatMap((properties, index) => {
    if (properties['kind'] === 'grid') return [];
    const { entrance, building, number, grid } = properties;
    return [rowOf(index + 1, entrance, building, number, 'grid' in properties ? grid : Number.NaN)];
  });
  const grids = named.flatMap(({ kind, grid }) => (kind === 'grid' ? (gridOf(grid) ?? []) : []));
  return { rows, grids: grids.length > 0 ? grids : null };
}

function rowOf(row: number, entrance: Cell, building: Cell, number: Cell, grid: Cell): PlanRow {
  return { row, entrance: textOf(entrance), building: textOf(building), number: textOf(number), grid: gridOf(grid) };
}

function textOf(cell: Cell): string | null {
  if (typeof cell !== 'string' && typeof cell !== 'number') return null;
  const text = String(cell).trim();
  return text === '' ? null : text;
}

/** Nothing is "in no grid"; what is neither nothing nor a number is undefined. */
function gridOf(cell: Cell): number | null | undefined {
  if (cell === null || cell === undefined || cell === '') return null;
  const number = typeof cell === 'string' ? Number(cell.trim()) : cell;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
