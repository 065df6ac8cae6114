// Owns the checks of single positions: numbers, finite, in range, not swapped. Refuses shapes: see ring-checks.ts.
import type { ImportFaultCode, FaultParams } from './fault.ts';
import type { Bounds } from './geojson-shapes.ts';

/** How the figures are meant: degrees are checked for range and order, metres only for being numbers. */
export type CoordinateUnit = 'DEGREES' | 'METRES';

/** Collects the faults of one geometry. Stops taking after `limit`, so that one bad file does not answer with a million. */
export class GeometryReport {
  readonly faults: { code: ImportFaultCode; path: string; params: FaultParams }[] = [];
  vertices = 0;
  heights = 0;
  readonly unit: CoordinateUnit;
  readonly near: Bounds | null;
  readonly crsAllowed: boolean;
  private readonly limit: number;

  constructor(options: { unit?: CoordinateUnit; near?: Bounds; crsAllowed?: boolean }, limit: number) {
    this.unit = options.unit ?? 'DEGREES';
    this.near = options.near ?? null;
    this.crsAllowed = options.crsAllowed ?? false;
    this.limit = limit;
  }

  add(code: ImportFaultCode, path: string, params: FaultParams = {}): void {
    if (this.faults.length < this.limit) this.faults.push({ code, path, params });
  }
}

const within = ([west, south, east, north]: Bounds, x: number, y: number) =>
  x >= west && x <= east && y >= south && y <= north;
const world: Bounds = [-180, -90, 180, 90];

// "Swapped" is said only when the figures are wrong as they stand and right the other way round.
function checkRange(x: number, y: number, path: string, report: GeometryReport): void {
  const { near } = report;
  const looksSwapped = near ? !within(near, x, y) && within(near, y, x) : !within(world, x, y) && within(world, y, x);
  if (looksSwapped) report.add('COORDINATES_SWAPPED', path);
  else if (!within(world, x, y)) report.add('COORDINATE_OUT_OF_RANGE', path);
  else if (Math.abs(y) === 90) report.add('CROSSES_ANTIMERIDIAN', path);
}

/** Checks one position; false when it cannot be used for further checks. */
export function checkPosition(value: unknown, path: string, report: GeometryReport): boolean {
  if (!Array.isArray(value)) return (report.add('COORDINATES_INVALID', path), false);
  report.vertices++;
  const before = report.faults.length;
  value.forEach((item: unknown, index) => {
    if (typeof item !== 'number')
      report.add(Array.isArray(item) ? 'COORDINATES_INVALID' : 'COORDINATE_NOT_NUMBER', `${path}[${index}]`);
    else if (!Number.isFinite(item)) report.add('COORDINATE_NOT_FINITE', `${path}[${index}]`);
  });
  if (report.faults.length > before) return false;
  if (value.length < 2 || value.length > 3)
    return (report.add('POSITION_LENGTH', path, { found: value.length }), false);
  if (value.length === 3) report.heights++;
  if (report.unit === 'DEGREES') checkRange(value[0] as number, value[1] as number, path, report);
  return true;
}
