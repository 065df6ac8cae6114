// Owns turning located polygons into buildings: number, name, use, one building for footprints that share a number.
// Refuses to join buildings that only share a name, and to drop or mend footprints.
import { isPlaceholder, parseBuildingNumber, type BuildingNumber } from './building-number.ts';
import { CellReader } from './cells.ts';
import { geometryKey } from './content-key.ts';
import type { BuildingDraft } from './drafts.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFault } from './fault.ts';
import type { MultiPolygon, Position } from './geojson-shapes.ts';
import { areaSquareMetres, distanceMetres } from './planar.ts';
import type { LocatedRecord } from './source-table.ts';

const MIN_FOOTPRINT_SQUARE_METRES = 10;
/** Footprints of one number further apart than this are probably two buildings. */
const FAR_APART_METRES = 200;
const MAX_FLOORS = 200;

interface Footprint {
  readonly record: LocatedRecord;
  readonly shape: MultiPolygon;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly read: BuildingNumber;
  readonly use: string;
  readonly floors: number | null;
}

const residentialUse =
  /^(residential|apartments?|dormitory|house|terrace|detached|yes_residential)|^(?!非).*(住宅|宿舍|公寓|居住|民用)/i;
const otherUse =
  /^(non.?residential|ancillary|commercial|retail|office|industrial|school|university|college|hospital|garages?|service|public|shed|roof|church|hotel|kiosk)|商业|商服|办公|学校|教学|医院|厂|仓|配套|附属|公共|非住宅|车库/i;

function kindOf({ use, name, read }: Footprint): BuildingDraft['kind'] {
  if (otherUse.test(use)) return 'OTHER';
  if (residentialUse.test(use)) return 'RESIDENTIAL';
  return read.number !== null || /公寓|宿舍|住宅|小区|苑$/.test(name) ? 'RESIDENTIAL' : 'OTHER';
}

function multi(record: LocatedRecord): MultiPolygon | null {
  const { geometry } = record;
  if (geometry?.type === 'MultiPolygon') return geometry;
  return geometry?.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : null;
}

function readFootprint(record: LocatedRecord, shape: MultiPolygon, cells: CellReader): Footprint {
  const rawName = cells.text(record, 'name');
  const name = isPlaceholder(rawName) ? '' : rawName;
  const fromName = parseBuildingNumber(name);
  const fromField = parseBuildingNumber(cells.text(record, 'number'));
  if (fromName.number !== null && fromField.number !== null && fromName.number !== fromField.number) {
    cells.add('BUILDING_NUMBER_DISAGREES', record.path, { fromName: fromName.number, fromField: fromField.number });
  }
  const read = fromName.number !== null ? fromName : { ...fromField, series: fromField.series };
  const aliases = cells
    .text(record, 'aliases')
    .split(/[;,、|/]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias && !isPlaceholder(alias));
  return {
    record,
    shape,
    id: cells.text(record, 'id').replace(/\.0+$/, ''),
    name,
    aliases,
    read,
    use: cells.text(record, 'use'),
    floors: floorsOf(record, cells),
  };
}

// Estimates come as 17.0 or 5.5; half a floor is none.
function floorsOf(record: LocatedRecord, cells: CellReader): number | null {
  const value = Number(cells.text(record, 'floors') || NaN);
  return Number.isFinite(value) && value >= 1 && value <= MAX_FLOORS ? Math.floor(value) : null;
}

const isFootless = (read: BuildingNumber) => read.number === null || read.unit !== null;

/** The key: series and number, else the source's id, else the footprint itself. */
function keyOf({ read, id, shape }: Footprint): string {
  if (!isFootless(read)) return `no:${read.series}#${read.number}`;
  return id === '' ? `at:${geometryKey(shape.coordinates.flat())}` : `id:${id}`;
}

function join(key: string, footprints: readonly Footprint[]): BuildingDraft {
  const [first] = footprints as [Footprint];
  const names = [...new Set(footprints.map(({ name }) => name).filter(Boolean))];
  const floors = Math.max(...footprints.map((footprint) => footprint.floors ?? 0));
  const number = isFootless(first.read) ? null : first.read.number;
  return {
    key,
    number,
    series: number === null ? '' : first.read.series,
    name: names[0] ?? (number === null ? '' : `${number}栋`),
    aliases: [...new Set([...names.slice(1), ...footprints.flatMap(({ aliases }) => aliases)])],
    kind: footprints.some((footprint) => kindOf(footprint) === 'RESIDENTIAL') ? 'RESIDENTIAL' : 'OTHER',
    ...(floors > 0 ? { floors } : {}),
    footprint: { type: 'MultiPolygon', coordinates: footprints.flatMap(({ shape }) => shape.coordinates) },
    sourcePaths: footprints.map(({ record }) => record.path),
    sourceIds: [...new Set(footprints.map(({ id }) => id).filter(Boolean))],
  };
}

function checkIds(footprints: readonly Footprint[], cells: CellReader): void {
  const seen = new Map<string, string>();
  for (const { id, record } of footprints) {
    const other = id === '' ? undefined : seen.get(id);
    if (other !== undefined) cells.add('BUILDING_ID_DUPLICATE', record.path, { id, other });
    else if (id !== '') seen.set(id, record.path);
  }
}

function checkNames(buildings: readonly BuildingDraft[], cells: CellReader): void {
  const seen = new Map<string, string>();
  for (const { number, name, sourcePaths } of buildings) {
    if (number !== null || name === '') continue;
    const other = seen.get(name);
    if (other === undefined) seen.set(name, sourcePaths[0]!);
    else cells.add('BUILDING_NAME_DUPLICATE', sourcePaths[0]!, { name, other });
  }
}

function checkSpread(key: string, footprints: readonly Footprint[], cells: CellReader): void {
  const [first, ...others] = footprints;
  for (const other of others) {
    const away = distanceMetres(other.shape.coordinates[0]?.[0]?.[0] as Position, first!.shape);
    if (away > FAR_APART_METRES)
      cells.add('BUILDING_PARTS_FAR_APART', other.record.path, {
        name: other.name || key,
        distanceMetres: Math.round(away),
      });
  }
}

/** Buildings in order of first appearance. Records without a polygon were refused before. O(footprints). */
export function interpretBuildings(
  file: string,
  records: readonly LocatedRecord[],
  mapping: FieldMapping,
): { buildings: BuildingDraft[]; faults: ImportFault[] } {
  const cells = new CellReader(file, mapping);
  const footprints = records.flatMap((record) => {
    const shape = multi(record);
    return shape ? [readFootprint(record, shape, cells)] : [];
  });
  checkIds(footprints, cells);
  for (const { record, shape } of footprints) {
    const area = areaSquareMetres(shape);
    if (area < MIN_FOOTPRINT_SQUARE_METRES)
      cells.add('FOOTPRINT_TOO_SMALL', record.path, {
        areaSquareMetres: Math.round(area * 10) / 10,
        min: MIN_FOOTPRINT_SQUARE_METRES,
      });
  }
  const groups = new Map<string, Footprint[]>();
  for (const footprint of footprints) {
    const key = keyOf(footprint);
    const group = groups.get(key);
    if (group) group.push(footprint);
    else groups.set(key, [footprint]);
  }
  const buildings = [...groups].map(([key, group]) => {
    checkSpread(key, group, cells);
    return join(key, group);
  });
  checkNames(buildings, cells);
  return { buildings, faults: cells.faults };
}
