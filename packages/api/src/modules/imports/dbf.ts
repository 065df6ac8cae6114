// Owns reading a dBASE table (.dbf) from bytes to cells. Refuses memo fields and guesses.
// Why not the shapefile library's own reader: it needs the encoding before the bytes can be judged, keeps only the last
// of two columns of one name, returns deleted rows, and reads past fields without a fault.
import { decodeText, detectEncoding, type EncodingFinding } from './encoding.ts';
import { fault, type ImportFault } from './fault.ts';
import { emptyProperties, MAX_RECORDS, type CellValue } from './source-table.ts';
import { encodingFaults } from './text-file.ts';

interface DbfColumn {
  readonly nameBytes: Uint8Array;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** Rows in file order; a deleted row is null, so that rows still match shapes by position. */
export interface DbfTable {
  readonly rows: readonly (Record<string, CellValue> | null)[];
  readonly encoding?: EncodingFinding;
  readonly faults: readonly ImportFault[];
}

// The language driver byte of the header. 0x57 ("system ANSI") says nothing about the file's writer.
const languageDrivers: Readonly<Record<number, string>> = {
  0x01: 'cp437',
  0x02: 'cp850',
  0x03: 'windows-1252',
  0x13: 'shift_jis',
  0x4d: 'cp936',
  0x4e: 'cp949',
  0x4f: 'cp950',
  0x65: 'cp866',
  0x78: 'cp950',
  0x79: 'cp949',
  0x7a: 'cp936',
  0x7b: 'shift_jis',
};

interface DbfHeader {
  count: number;
  start: number;
  rowLength: number;
  driver: string | null;
  columns: DbfColumn[];
}

function readHeader(bytes: Uint8Array): DbfHeader | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  const columns: DbfColumn[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= Math.min(start, bytes.length) && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = bytes[at + 16]!;
    columns.push({
      nameBytes: end < 0 ? name : name.subarray(0, end),
      type: String.fromCharCode(bytes[at + 11]!),
      offset,
      length,
    });
    offset += length;
  }
  if (columns.length === 0 || rowLength < 1 || offset > rowLength || start > bytes.length) return null;
  return { count: view.getUint32(4, true), start, rowLength, driver: languageDrivers[bytes[29]!] ?? null, columns };
}

const cellBytes = (row: Uint8Array, column: DbfColumn) => row.subarray(column.offset, column.offset + column.length);

function cellValue(text: string, type: string): CellValue {
  const bare = text.replace(/\0[^]*$/, '').trim();
  if (bare === '') return null;
  if (type === 'N' || type === 'F')
    return Number.isFinite(Number(bare)) ? Number(bare) : /^\*+$/.test(bare) ? null : bare;
  if (type === 'L') return /^[yt]$/i.test(bare) ? true : /^[nf]$/i.test(bare) ? false : null;
  return bare;
}

// A name of eleven bytes at most may end in the middle of a character; that half is not text.
function columnNames(columns: readonly DbfColumn[], encoding: string, file: string, faults: ImportFault[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ nameBytes }, index) => {
    const name = decodeText(nameBytes, encoding).text.replace(/[\uFFFD\s]+$/u, '') || `field${index + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    if (unique !== name) faults.push(fault('FIELD_DUPLICATE', file, '', { field: name, renamed: unique }));
    taken.add(unique);
    return unique;
  });
}

/** Reads a table. `cpg` is the text of the .cpg file, `answered` a person's choice of encoding. Never throws. O(bytes). */
export function readDbf(file: string, bytes: Uint8Array, cpg: string | null, answered?: string): DbfTable {
  const header = readHeader(bytes);
  if (!header) return { rows: [], faults: [fault('DBF_DAMAGED', file)] };
  const { columns, start, rowLength } = header;
  const count = Math.min(header.count, Math.floor((bytes.length - start) / rowLength));
  if (count > MAX_RECORDS) return { rows: [], faults: [fault('TOO_MANY_RECORDS', file, '', { max: MAX_RECORDS })] };
  const faults: ImportFault[] = count < header.count ? [fault('DBF_DAMAGED', file)] : [];
  const raw = Array.from({ length: count }, (_, index) =>
    bytes.subarray(start + index * rowLength, start + (index + 1) * rowLength),
  );
  const textColumns = columns.filter(({ type }) => type === 'C');
  // Names cut in the middle of a character would speak against the true encoding: they are left out of the judgement.
  const names = columns.map(({ nameBytes }) => nameBytes).filter((name) => name.length < 10);
  const texts = [
    ...names,
    ...raw.slice(0, 5000).flatMap((row) => textColumns.map((column) => trimPadding(cellBytes(row, column)))),
  ];
  const encoding = detectEncoding(texts, cpg ?? header.driver, answered);
  const keys = columnNames(columns, encoding.detected, file, faults);
  let invalid = 0;
  const rows = raw.map((row) => {
    if (row[0] === 0x2a) return null;
    const properties = emptyProperties();
    columns.forEach((column, index) => {
      const cell = decodeText(trimPadding(cellBytes(row, column)), encoding.detected);
      invalid += cell.invalid;
      properties[keys[index]!] = cellValue(cell.text, column.type);
    });
    return properties;
  });
  return { rows, encoding, faults: [...faults, ...encodingFaults(file, encoding, invalid, answered)] };
}

function trimPadding(cell: Uint8Array): Uint8Array {
  let end = cell.length;
  while (end > 0 && (cell[end - 1] === 0x20 || cell[end - 1] === 0)) end--;
  // A value that fills its column to the last byte may be cut in a character; judge and decode it without the lone lead byte.
  return end === cell.length && endsInHalf(cell) ? cell.subarray(0, end - 1) : cell.subarray(0, end);
}

// True when the last byte opens a double-byte character (counted from the start) and the whole is not UTF-8.
function endsInHalf(cell: Uint8Array): boolean {
  if (cell.length < 2 || decodeText(cell, 'UTF-8').invalid === 0) return false;
  let i = 0;
  while (i < cell.length - 1) i += cell[i]! >= 0x81 ? 2 : 1;
  return i === cell.length - 1 && cell[i]! >= 0x81;
}
