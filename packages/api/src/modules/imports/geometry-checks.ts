// Owns the question "is this a geometry that can be kept as it is". Refuses to repair: each flaw is a code with its path.
import { fault, type ImportFault } from './fault.ts';
import {
  coordinateDepth,
  type Bounds,
  type Geometry,
  type GeometryType,
  type Position,
  type SimpleGeometry,
} from './geojson-shapes.ts';
import { checkPosition, GeometryReport, type CoordinateUnit } from './position-checks.ts';
import { checkJump, checkParts, checkPolygon, checkRepeats, checkRing } from './ring-checks.ts';

export interface GeometryCheckOptions {
  /** Names the file in the faults. */
  readonly file: string;
  readonly unit?: CoordinateUnit;
  /** Types that may come; all when left out. */
  readonly allowed?: readonly GeometryType[];
  readonly maxVertices?: number;
  /** Where the shapes are expected: lets swapped figures be told from far-away ones. */
  readonly near?: Bounds;
  /** True for a geometry that is the root of a file, whose `crs` the reader took. */
  readonly crsAllowed?: boolean;
}

const MAX_VERTICES = 2000;
const FAULTS_PER_GEOMETRY = 20;
const simpleTypes: ReadonlySet<string> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
]);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Walks to the positions; true when all of them are sound.
function checkCoordinates(value: unknown, depth: number, path: string, report: GeometryReport): boolean {
  if (depth === 0) return checkPosition(value, path, report);
  if (!Array.isArray(value)) return (report.add('COORDINATES_INVALID', path), false);
  if (value.length === 0) return (report.add('GEOMETRY_EMPTY', path), false);
  let sound = true;
  value.forEach((item: unknown, index) => {
    if (!checkCoordinates(item, depth - 1, `${path}[${index}]`, report)) sound = false;
  });
  return sound;
}

function countPositions(value: unknown, depth: number): number {
  if (depth <= 0) return 1;
  return Array.isArray(value)
    ? value.reduce<number>((sum, item) => sum + (depth === 1 ? 1 : countPositions(item, depth - 1)), 0)
    : 0;
}

function checkLine(line: readonly Position[], path: string, report: GeometryReport): void {
  if (line.length < 2) report.add('LINE_TOO_SHORT', path, { found: line.length });
  for (let i = 0; i + 1 < line.length; i++) checkJump(line[i]!, line[i + 1]!, `${path}[${i + 1}]`, report);
  checkRepeats(line, path, report);
}

function checkRings(rings: readonly Position[][], path: string, report: GeometryReport): boolean {
  const results = rings.map((ring, index) => checkRing(ring, `${path}[${index}]`, report));
  return results.every(Boolean) && checkPolygon(rings, path, report);
}

function checkShape(geometry: SimpleGeometry, path: string, report: GeometryReport): void {
  switch (geometry.type) {
    case 'LineString':
      return checkLine(geometry.coordinates, path, report);
    case 'MultiLineString':
      return geometry.coordinates.forEach((line, index) => checkLine(line, `${path}[${index}]`, report));
    case 'Polygon':
      return void checkRings(geometry.coordinates, path, report);
    case 'MultiPolygon': {
      const sound = geometry.coordinates.map((rings, index) => checkRings(rings, `${path}[${index}]`, report));
      return sound.length > 1 && sound.every(Boolean) ? checkParts(geometry.coordinates, path, report) : undefined;
    }
    default:
      return undefined;
  }
}

function checkMembers(object: Readonly<Record<string, unknown>>, path: string, report: GeometryReport): void {
  if (object.crs !== undefined && object.crs !== null && !report.crsAllowed)
    report.add('CRS_NOT_ALLOWED', `${path}.crs`);
  for (const member of ['geometry', 'properties', 'features'])
    if (Object.hasOwn(object, member)) report.add('MEMBER_NOT_ALLOWED', path, { member });
}

function checkSimple(
  object: Readonly<Record<string, unknown>>,
  type: SimpleGeometry['type'],
  path: string,
  report: GeometryReport,
  max: number,
): void {
  const depth = coordinateDepth(type);
  const found = countPositions(object.coordinates, depth);
  // Counted before anything else is done with it: the checks below may cost the square of it.
  if (found > max) return report.add('TOO_MANY_VERTICES', `${path}.coordinates`, { found, max });
  if (!checkCoordinates(object.coordinates, depth, `${path}.coordinates`, report)) return;
  checkShape({ type, coordinates: object.coordinates } as SimpleGeometry, `${path}.coordinates`, report);
}

function checkCollection(
  object: Readonly<Record<string, unknown>>,
  path: string,
  report: GeometryReport,
  max: number,
): void {
  if (!Array.isArray(object.geometries)) return report.add('GEOMETRY_INVALID', `${path}.geometries`);
  if (object.geometries.length === 0) return report.add('GEOMETRY_EMPTY', path);
  object.geometries.forEach((part: unknown, index) => {
    const partPath = `${path}.geometries[${index}]`;
    // One level only, so depth cannot grow however deep the text nests.
    if (isObject(part) && part.type === 'GeometryCollection') report.add('GEOMETRY_COLLECTION_NESTED', partPath);
    else checkObject(part, partPath, report, max);
  });
}

function checkObject(value: unknown, path: string, report: GeometryReport, max: number): void {
  if (!isObject(value)) return report.add('GEOMETRY_INVALID', path);
  const { type } = value;
  if (type === 'Feature' || type === 'FeatureCollection') return report.add('GEOMETRY_IS_FEATURE', path);
  checkMembers(value, path, report);
  if (type === 'GeometryCollection') return checkCollection(value, path, report, max);
  if (typeof type !== 'string' || !simpleTypes.has(type))
    return report.add('GEOJSON_TYPE_UNKNOWN', `${path}.type`, { type: String(JSON.stringify(type)).slice(0, 40) });
  checkSimple(value, type as SimpleGeometry['type'], path, report, max);
}

/**
 * Checks a geometry from outside. Never throws, never changes it; at most 20 faults. Empty = a `Geometry` that PostGIS
 * finds valid too. Errors carry a path such as `features[3].geometry.coordinates[0][7]`.
 * Cost: O(n log n) on ordinary outlines, O(n²) at worst with n ≤ `maxVertices` (2,000 by default).
 */
export function checkGeometry(value: unknown, path: string, options: GeometryCheckOptions): ImportFault[] {
  const report = new GeometryReport(options, FAULTS_PER_GEOMETRY);
  if (value === null || value === undefined) report.add('GEOMETRY_MISSING', path);
  else checkObject(value, path, report, options.maxVertices ?? MAX_VERTICES);
  const { allowed } = options;
  const type = isObject(value) ? value.type : null;
  if (report.faults.length === 0 && allowed && !allowed.includes(type as GeometryType))
    report.add('GEOMETRY_TYPE', `${path}.type`, { expected: allowed.join(' / '), found: String(type) });
  if (report.heights > 0) report.add('HEIGHT_DROPPED', path, { count: report.heights });
  return report.faults.map(({ code, path: at, params }) => fault(code, options.file, at, params));
}

/** The same value as a geometry without heights, once `checkGeometry` found no error in it. */
export function asGeometry(value: unknown): Geometry {
  return value as Geometry;
}
