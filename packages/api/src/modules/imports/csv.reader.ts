// Owns turning a CSV file into a table of rows. Refuses to read numbers into text: every cell stays text or null.
import { parse } from 'csv-parse/sync';
import { fault, type ImportFault } from './fault.ts';
import { emptyProperties, fieldsOf, MAX_RECORDS, type SourceRecord, type SourceTable } from './source-table.ts';
import { readTextFile } from './text-file.ts';

const delimiters = [',', '\t', ';', '|'] as const;

// The separator that splits the first line most often; a tie goes to the comma.
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n|\r/, 1);
  const unquoted = head.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return delimiters.reduce<string>((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best), ',');
}

type Lines = { rows: string[][] } | { line: number };

function splitRows(text: string): Lines {
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 1_000_000,
    });
    return { rows };
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return { line: Number.isFinite(line) ? line : 1 };
  }
}

function headerOf(cells: readonly string[], file: string, faults: ImportFault[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim() || `column${index + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    if (unique !== name)
      faults.push(fault('FIELD_DUPLICATE', file, '', { field: name.slice(0, 80), renamed: unique.slice(0, 84) }));
    taken.add(unique);
    return unique;
  });
}

/**
 * Reads a CSV file with a header line. Separator (comma, tab, semicolon, bar), line ends and encoding are found.
 * Paths are `row n` as a spreadsheet counts them: the header is row 1. Never throws.
 */
export function readCsv(name: string, bytes: Uint8Array, encodingAnswer?: string): SourceTable {
  const file = readTextFile(name, bytes, encodingAnswer);
  const faults: ImportFault[] = [...file.faults];
  const encoding = file.encoding ? { encoding: file.encoding } : {};
  const refuse = (reason: ImportFault | null): SourceTable => ({
    name,
    kind: 'rows',
    fields: [],
    records: [],
    faults: reason ? [...faults, reason] : faults,
    ...encoding,
  });
  if (file.text === null) return refuse(null);
  const lines = splitRows(file.text);
  if ('line' in lines) return refuse(fault('CSV_INVALID', name, `row ${lines.line}`, { line: lines.line }));
  const [head, ...body] = lines.rows;
  if (!head || body.length === 0) return refuse(fault('CSV_NO_ROWS', name));
  if (body.length > MAX_RECORDS) return refuse(fault('TOO_MANY_RECORDS', name, '', { max: MAX_RECORDS }));
  const header = headerOf(head, name, faults);
  const records = body.map((cells, index): SourceRecord => {
    const path = `row ${index + 2}`;
    if (cells.length !== header.length)
      faults.push(fault('CSV_COLUMN_COUNT', name, path, { expected: header.length, found: cells.length }));
    const properties = emptyProperties();
    header.forEach((column, at) => (properties[column] = cells[at] ? cells[at] : null));
    return { path, properties };
  });
  return { name, kind: 'rows', records, fields: fieldsOf(records), faults, ...encoding };
}
