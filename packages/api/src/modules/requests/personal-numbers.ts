// Owns how telephone and resident-id numbers are recognised in Chinese text. One reading for chat messages and text rules.
// Refuses to keep them: it says where they stand; callers decide to move a phone to its own field and to refuse an id.

/** Where something stands in a text, in UTF-16 units; `end` is outside. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface PhoneSpan extends TextSpan {
  /** Digits only, without +86: a mobile number of 11, or a landline with its area code. */
  readonly number: string;
}

// Separators as people type them between groups of digits.
const ID_PATTERN = /(?<![\dXx])\d(?:[ -]?\d){16}[ -]?[\dXx](?![\dXx])/g;
// Ends where the digits end, or where a building's number follows without a space: 138001380009栋.
const PHONE_PATTERN =
  /(?<!\d)(?:(?:\+|00)?86[ -]?)?(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0(?:10|2\d|[3-9]\d{2})[ -]?\d{7,8})(?:(?!\d)|(?=\d{1,2}(?:栋|幢|号楼|单元|#)))/g;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECK_DIGITS = '10X98765432';

/**
 * The text with full-width letters, digits and marks, and the many dashes, written in ASCII. Every UTF-16 unit maps to one, so
 * positions in the answer are positions in the original.
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, '-');
}

/** Whether 18 characters are a resident id: a plausible birth date and the right check character. */
export function isResidentId(text: string): boolean {
  const match = /^\d{6}(?:19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.exec(text);
  if (!match) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return ID_CHECK_DIGITS[sum % 11] === text[17]?.toUpperCase();
}

/** Resident ids in a text, also with spaces, dashes or full-width digits. O(n). */
export function findResidentIds(text: string): readonly TextSpan[] {
  return [...toHalfWidth(text).matchAll(ID_PATTERN)]
    .filter((match) => isResidentId(match[0].replace(/[ -]/g, '')))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Telephone numbers in a text, also with +86, spaces, dashes or full-width digits. O(n). */
export function findPhones(text: string): readonly PhoneSpan[] {
  return [...toHalfWidth(text).matchAll(PHONE_PATTERN)].map((match) => ({
    number: withoutCountry(match[0].replace(/[ +-]/g, '')),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The digits of a telephone field, or null when it is none (letters, twelve digits of a mobile, too short). */
export function phoneNumber(field: string): string | null {
  const [only, ...more] = findPhones(field.trim());
  const whole = only !== undefined && more.length === 0 && only.start === 0 && only.end === field.trim().length;
  return whole ? only.number : null;
}

/** The text with the given spans replaced by `mark`. Spans must not overlap. */
export function withoutSpans(text: string, spans: readonly TextSpan[], mark: (length: number) => string): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, span) => rest.slice(0, span.start) + mark(span.end - span.start) + rest.slice(span.end), text);
}

function withoutCountry(digits: string): string {
  return digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$|0)/, '');
}
