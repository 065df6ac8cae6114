// Owns reading single cells by meaning: text, counts, coordinates. Refuses control characters and figures out of range.
import type { FieldMapping, DomainField } from './field-mapping.ts';
import { fault, type ImportFault } from './fault.ts';
import { normaliseName } from './building-number.ts';
import type { LocatedRecord } from './source-table.ts';

const MAX_TEXT = 200;

/** Reads cells of one table and collects what is wrong with them. */
export class CellReader {
  readonly faults: ImportFault[] = [];
  readonly file: string;
  private readonly mapping: FieldMapping;

  constructor(file: string, mapping: FieldMapping) {
    this.file = file;
    this.mapping = mapping;
  }

  add(...args: [code: ImportFault['code'], path: string, params?: ImportFault['params']]): void {
    this.faults.push(fault(args[0], this.file, args[1], args[2]));
  }

  /** The cell as text, '' when empty. NUL, control and bidirectional characters are faults, not stripped. */
  text(record: LocatedRecord, field: DomainField): string {
    const column = this.mapping[field];
    const value = column ? record.properties[column] : null;
    if (value === null || value === undefined) return '';
    const text = String(value);
    if (/[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u.test(text))
      this.add('TEXT_NOT_ALLOWED', record.path, { field: column ?? field });
    else if (text.length > MAX_TEXT) this.add('TEXT_TOO_LONG', record.path, { field: column ?? field, max: MAX_TEXT });
    return normaliseName(text).slice(0, MAX_TEXT);
  }

  /** A whole number from 0 to max; null when empty or, with a fault, when it is none. */
  count(record: LocatedRecord, field: DomainField, max: number): number | null {
    const text = this.text(record, field);
    if (text === '') return null;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && value <= max) return value;
    this.add('COUNT_INVALID', record.path, { field: this.mapping[field] ?? field, max });
    return null;
  }
}
