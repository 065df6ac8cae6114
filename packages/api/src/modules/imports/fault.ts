// Owns what a fault of an import is: a code, where, how bad, and figures. Refuses prose: the texts live in the schema package.
import type { ImportFaultCode } from '@qinghe/schema';

export type { ImportFaultCode };
export type FaultParams = Readonly<Record<string, string | number>>;

/** ERROR stops the whole import; WARNING is shown and may be accepted. */
export type FaultSeverity = 'ERROR' | 'WARNING';

/**
 * One fault. `file` is the table or file name, `path` the place in it: `features[3].geometry.coordinates[0][7]`,
 * `row 14` (1-based as a spreadsheet counts, header = row 1), or '' for the whole file.
 */
export interface ImportFault {
  readonly code: ImportFaultCode;
  readonly severity: FaultSeverity;
  readonly file: string;
  readonly path: string;
  readonly params: FaultParams;
}

const warnings: ReadonlySet<ImportFaultCode> = new Set<ImportFaultCode>([
  'FIELD_DUPLICATE',
  'ENCODING_DECLARED_WRONG',
  'ENCODING_UNCERTAIN',
  'BBOX_INVALID',
  'DATUM_CONTRADICTS_FILE',
  'HEIGHT_DROPPED',
  'DUPLICATE_POINT',
  'BUILDING_NAME_DUPLICATE',
  'BUILDING_NUMBER_DISAGREES',
  'BUILDING_PARTS_FAR_APART',
  'FOOTPRINT_TOO_SMALL',
  'PARTLY_OUTSIDE_COMMUNITY',
  'ENTRANCE_FAR_FROM_BUILDING',
]);

/** Makes a fault; its severity follows from the code alone. */
export function fault(code: ImportFaultCode, file: string, path = '', params: FaultParams = {}): ImportFault {
  return { code, severity: warnings.has(code) ? 'WARNING' : 'ERROR', file, path, params };
}

// A fixed locale, so that the order does not depend on the host; numeric, so that features[2] stands before features[10].
const natural = new Intl.Collator('en', { numeric: true });

/** By file, then path (numbers by value), then code. Returns a new array. */
export function sortFaults(faults: readonly ImportFault[]): ImportFault[] {
  return [...faults].sort(
    (a, b) => natural.compare(a.file, b.file) || natural.compare(a.path, b.path) || natural.compare(a.code, b.code),
  );
}

export const hasError = (faults: readonly ImportFault[]): boolean =>
  faults.some(({ severity }) => severity === 'ERROR');
