// Owns the way of one table's geometries to WGS 84: bounds, the datum in use, checks before and after. Refuses to mend.
import { fault, hasError, type ImportFault } from './fault.ts';
import {
  positionConverter,
  proposeDatum,
  type Datum,
  type DatumChoice,
  type DatumProposal,
  looksLikeDegrees,
} from './datum.ts';
import { asGeometry, checkGeometry } from './geometry-checks.ts';
import {
  boundsOf,
  mapPositions,
  positionsOf,
  type Bounds,
  type Geometry,
  type GeometryType,
  type Position,
} from './geojson-shapes.ts';
import { crsOfEpsg } from './projection.ts';
import type { FieldMapping, TableRole } from './field-mapping.ts';
import type { LocatedRecord, SourceRecord, SourceTable } from './source-table.ts';

/** A person's answer; `epsg` names the projection when there is no .prj. */
export interface DatumAnswer {
  readonly datum: Datum;
  readonly epsg?: number;
}

/** What was used for a table. `provisional` = only shown, nobody has said yet that it is right. */
export interface DatumInUse {
  readonly proposal: DatumProposal;
  readonly choice: DatumChoice | null;
  readonly provisional: boolean;
}

const allowedTypes: Readonly<Record<TableRole, readonly GeometryType[]>> = {
  BUILDINGS: ['Polygon', 'MultiPolygon'],
  ENTRANCES: ['Point', 'Polygon', 'MultiPolygon'],
  HOUSEHOLDS: [],
  BARRIERS: ['LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  OUTLINE: ['Polygon', 'MultiPolygon'],
  IGNORED: [],
};

// Bounds of whatever numbers there are; the shape is judged later.
function* rawPositions(value: unknown, depth = 0): Generator<Position> {
  if (!Array.isArray(value) || depth > 6) return;
  if (typeof value[0] === 'number' && typeof value[1] === 'number') {
    if (Number.isFinite(value[0]) && Number.isFinite(value[1])) yield value as Position;
    return;
  }
  for (const item of value) yield* rawPositions(item, depth + 1);
}

const coordinatesIn = (geometry: unknown): unknown =>
  typeof geometry === 'object' && geometry !== null && 'coordinates' in geometry ? geometry.coordinates : null;

function pointOf(record: SourceRecord, mapping: FieldMapping): unknown {
  const { longitude, latitude } = mapping;
  if (!longitude || !latitude) return undefined;
  const [x, y] = [record.properties[longitude], record.properties[latitude]];
  if (x === null || x === undefined || y === null || y === undefined) return undefined;
  return {
    type: 'Point',
    coordinates: [x, y].map((cell) =>
      typeof cell === 'string' && cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell,
    ),
  };
}

/** Rows with longitude and latitude columns become points; features keep their geometry. */
export function withPoints(table: SourceTable, mapping: FieldMapping): SourceTable {
  if (table.kind === 'features') return table;
  const records = table.records.map((record) => {
    const geometry = pointOf(record, mapping);
    return geometry === undefined ? record : { ...record, geometry };
  });
  return { ...table, records };
}

/** The bounds of a table as its file has them, or null without geometry. */
export const rawBounds = (table: SourceTable): Bounds | null => {
  function* all(): Generator<Position> {
    for (const { geometry } of table.records) yield* rawPositions(coordinatesIn(geometry));
  }
  return boundsOf(all());
};

function answeredChoice(
  answer: DatumAnswer,
  proposal: DatumProposal,
  file: string,
): { choice: DatumChoice | null; faults: ImportFault[] } {
  if (answer.datum !== 'PROJECTED') return { choice: { datum: answer.datum }, faults: [] };
  if (answer.epsg === undefined) {
    const own = proposal.choice?.datum === 'PROJECTED' ? proposal.choice : null;
    return { choice: own, faults: own ? [] : [fault('PROJECTION_MISSING', file)] };
  }
  const crs = crsOfEpsg(answer.epsg);
  if ('code' in crs) return { choice: null, faults: [fault(crs.code, file, '', crs.params)] };
  return {
    choice: crs.datum === 'PROJECTED' ? { datum: 'PROJECTED', definition: crs.definition } : { datum: crs.datum },
    faults: [],
  };
}

/** Decides which datum a table is read in: an answer, else what the file declares, else (provisionally) the proposal. */
export function datumInUse(
  table: SourceTable,
  bounds: Bounds,
  answer: DatumAnswer | undefined,
): DatumInUse & { faults: ImportFault[] } {
  const proposal = proposeDatum(table.name, table.crsDeclared, bounds);
  if (!answer)
    return { proposal, choice: proposal.choice, provisional: proposal.needsAnswer, faults: [...proposal.faults] };
  const { choice, faults } = answeredChoice(answer, proposal, table.name);
  const declared = proposal.needsAnswer ? null : proposal.choice;
  if (declared && declared.datum !== answer.datum)
    faults.push(fault('DATUM_CONTRADICTS_FILE', table.name, '', { declared: proposal.label, answered: answer.datum }));
  return { proposal, choice, provisional: false, faults };
}

interface Placement {
  readonly convert: (position: Position) => Position;
  readonly projected: boolean;
  readonly file: string;
  readonly allowed: readonly GeometryType[];
}

function place(
  record: SourceRecord,
  path: string,
  { convert, projected, file, allowed }: Placement,
): { geometry?: Geometry; faults: ImportFault[] } {
  const faults = checkGeometry(record.geometry, path, {
    file,
    unit: projected ? 'METRES' : 'DEGREES',
    allowed,
    crsAllowed: path === 'geometry',
  });
  if (hasError(faults)) return { faults };
  const geometry = mapPositions(asGeometry(record.geometry), convert);
  const sound =
    !projected || positionsOf(geometry).every(([x = NaN, y = NaN]) => Math.abs(x) <= 180 && Math.abs(y) < 90);
  return sound ? { geometry, faults } : { faults: [...faults, fault('PROJECTION_FAILED', file, path)] };
}

/** Converts a table's records. A record with an error is left out; its faults say why. */
export function locate(
  table: SourceTable,
  role: TableRole,
  choice: DatumChoice | null,
  bounds: Bounds | null,
): { records: LocatedRecord[]; faults: ImportFault[] } {
  const faults: ImportFault[] = [];
  const convert = choice && positionConverter(choice);
  const projected = choice?.datum === 'PROJECTED';
  if (choice && !convert) faults.push(fault('PROJECTION_UNKNOWN', table.name));
  // Said once for the table instead of once for each of its vertices; swapped figures are left to the checks.
  if (choice && !projected && bounds && !looksLikeDegrees(bounds) && Math.max(...bounds.map(Math.abs)) > 1000) {
    return { records: [], faults: [fault('DATUM_NOT_PLAUSIBLE', table.name, '', { datum: choice.datum })] };
  }
  const records = table.records.flatMap((record): LocatedRecord[] => {
    const { path, properties, geometry } = record;
    if (geometry === undefined) return [{ path, properties }];
    if (!convert) return [];
    const placed = place(record, table.kind === 'rows' || path === 'geometry' ? path : `${path}.geometry`, {
      convert,
      projected,
      file: table.name,
      allowed: allowedTypes[role],
    });
    faults.push(...placed.faults);
    return placed.geometry ? [{ path, properties, geometry: placed.geometry }] : [];
  });
  return { records, faults };
}
