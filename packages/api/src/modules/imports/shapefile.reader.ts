// Owns turning the parts of a shapefile into a table: shapes by the shapefile library, attributes by dbf.ts.
// Refuses a damaged .shp before the library sees it: the library scans ahead byte by byte, and allots what a lying header asks for.
import { openShp } from 'shapefile';
import { readDbf, type DbfTable } from './dbf.ts';
import { decodeText } from './encoding.ts';
import { fault, hasError, type ImportFault } from './fault.ts';
import type { ShapefilePart } from './source-files.ts';
import { emptyProperties, fieldsOf, MAX_RECORDS, type SourceRecord, type SourceTable } from './source-table.ts';

const HEADER_BYTES = 100;
const knownShapes = new Set([0, 1, 3, 5, 8, 11, 13, 15, 18, 21, 23, 25, 28]);

// Bytes that a record's own counts ask for: parts and points of lines and polygons, points of multipoints.
function neededBytes(view: DataView, at: number, contentBytes: number, shape: number): number {
  const kind = shape % 10;
  if (shape === 0) return 4;
  if (kind === 1) return 20;
  if (contentBytes < (kind === 8 ? 40 : 44)) return Infinity;
  const first = view.getInt32(at + 36, true);
  if (kind === 8) return first < 0 ? Infinity : 40 + first * 16;
  const points = view.getInt32(at + 40, true);
  return first < 0 || points < 0 ? Infinity : 44 + first * 4 + points * 16;
}

/** The offset of the first damaged record, or null. O(records). */
function damageAt(bytes: Uint8Array): number | null {
  if (bytes.length < HEADER_BYTES) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fileShape = view.getInt32(32, true);
  if (view.getInt32(0, false) !== 9994 || !knownShapes.has(fileShape)) return 0;
  let at = HEADER_BYTES;
  for (let index = 1; at < bytes.length; index++) {
    if (at + 12 > bytes.length || view.getInt32(at, false) !== index) return at;
    const contentBytes = view.getInt32(at + 4, false) * 2;
    const content = at + 8;
    if (contentBytes < 4 || content + contentBytes > bytes.length) return at;
    const shape = view.getInt32(content, true);
    if ((shape !== 0 && shape !== fileShape) || neededBytes(view, content, contentBytes, shape) > contentBytes)
      return at;
    at = content + contentBytes;
  }
  return null;
}

async function readShapes(bytes: Uint8Array): Promise<unknown[]> {
  const source = await openShp(bytes);
  const shapes: unknown[] = [];
  for (let next = await source.read(); !next.done && shapes.length <= MAX_RECORDS; next = await source.read())
    shapes.push(next.value);
  return shapes;
}

async function shapesOf(name: string, shp: Uint8Array): Promise<{ shapes: unknown[]; faults: ImportFault[] }> {
  const offset = damageAt(shp);
  if (offset !== null) return { shapes: [], faults: [fault('SHAPEFILE_DAMAGED', name, '', { offset })] };
  try {
    const shapes = await readShapes(shp);
    if (shapes.length > MAX_RECORDS)
      return { shapes: [], faults: [fault('TOO_MANY_RECORDS', name, '', { max: MAX_RECORDS })] };
    return { shapes, faults: [] };
  } catch {
    return { shapes: [], faults: [fault('SHAPEFILE_DAMAGED', name, '', { offset: HEADER_BYTES })] };
  }
}

const textOf = (bytes: Uint8Array | undefined): string | null =>
  bytes && bytes.length > 0 ? decodeText(bytes.subarray(0, 20_000), 'UTF-8').text.trim() : null;

function recordsOf(shapes: readonly unknown[] | null, table: DbfTable | null): SourceRecord[] {
  const rows = table?.rows ?? [];
  const isDeleted = (index: number) => rows[index] === null;
  if (!shapes) {
    return rows.flatMap((properties, index) => (properties ? [{ path: `row ${index + 1}`, properties }] : []));
  }
  return shapes.flatMap((geometry, index) =>
    isDeleted(index) ? [] : [{ path: `features[${index}]`, geometry, properties: rows[index] ?? emptyProperties() }],
  );
}

function partFaults(name: string, shapes: readonly unknown[] | null, table: DbfTable | null): ImportFault[] {
  if (!shapes) return table ? [] : [fault('SHAPEFILE_PART_MISSING', name, '', { part: 'shp' })];
  if (!table) return [fault('SHAPEFILE_PART_MISSING', name, '', { part: 'dbf' })];
  const rows = table.rows.length;
  return rows === shapes.length ? [] : [fault('SHAPEFILE_COUNT_DIFFERS', name, '', { shapes: shapes.length, rows })];
}

/**
 * Reads a shapefile. A lone .dbf is a table of rows. Never throws (never rejects).
 * Note: the library hangs a counter-clockwise ring that lies in no other ring as a part of its own.
 */
export async function readShapefile(
  name: string,
  parts: Partial<Record<ShapefilePart, Uint8Array>>,
  encodingAnswer?: string,
): Promise<SourceTable> {
  const { shp, dbf } = parts;
  const table = dbf ? readDbf(name, dbf, textOf(parts.cpg), encodingAnswer) : null;
  const { shapes, faults: shapeFaults } = shp ? await shapesOf(name, shp) : { shapes: null, faults: [] };
  const broken = [...(table?.faults ?? []), ...shapeFaults];
  // Counts of a damaged part would only repeat that it is damaged.
  const faults = hasError(broken) ? broken : [...broken, ...partFaults(name, shapes, table)];
  const records = recordsOf(shapes, table);
  const prj = textOf(parts.prj);
  return {
    name,
    kind: shp ? 'features' : 'rows',
    records,
    faults,
    fields: fieldsOf(records),
    ...(table?.encoding ? { encoding: table.encoding } : {}),
    ...(prj ? { crsDeclared: { from: 'PRJ' as const, text: prj } } : {}),
  };
}
