// Owns the common form that every reader produces. Refuses meaning: columns become buildings in the interpret files.
import type { EncodingFinding } from './encoding.ts';
import type { ImportFault } from './fault.ts';
import type { Geometry } from './geojson-shapes.ts';

export type CellValue = string | number | boolean | null;

export interface SourceField {
  readonly name: string;
  /** Up to five distinct values that are not empty, as text. */
  readonly samples: readonly string[];
}

/** One feature or row. `geometry` is as the file has it: unchecked, in the file's own coordinates. */
export interface SourceRecord {
  readonly path: string;
  readonly geometry?: unknown;
  readonly properties: Readonly<Record<string, CellValue>>;
}

/** What the file itself says of its coordinates: the text of a .prj, or the name in a `crs` member. */
export interface DeclaredCrs {
  readonly from: 'PRJ' | 'CRS_MEMBER';
  readonly text: string;
}

export interface SourceTable {
  readonly name: string;
  readonly kind: 'features' | 'rows';
  readonly fields: readonly SourceField[];
  readonly records: readonly SourceRecord[];
  readonly encoding?: EncodingFinding;
  readonly crsDeclared?: DeclaredCrs;
  /** What the file says of its origin and licence, for the attribution. */
  readonly notice?: string;
  readonly faults: readonly ImportFault[];
}

/** A record whose geometry passed the checks and was converted to WGS 84. */
export interface LocatedRecord {
  readonly path: string;
  readonly geometry?: Geometry;
  readonly properties: Readonly<Record<string, CellValue>>;
}

export const MAX_RECORDS = 200_000;

/** A property bag without prototype, so that a column named `__proto__` is only a column. */
export function emptyProperties(): Record<string, CellValue> {
  return Object.create(null) as Record<string, CellValue>;
}

/** The fields in order of first appearance, with samples. O(cells). */
export function fieldsOf(records: readonly SourceRecord[]): SourceField[] {
  const samples = new Map<string, Set<string>>();
  for (const { properties } of records) {
    for (const [name, value] of Object.entries(properties)) {
      let seen = samples.get(name);
      if (!seen) samples.set(name, (seen = new Set()));
      if (value !== null && value !== '' && seen.size < 5) seen.add(String(value).slice(0, 80));
    }
  }
  return [...samples].map(([name, seen]) => ({ name, samples: [...seen] }));
}
