// Owns what free text and telephone fields of a request may hold. Answers with codes and parameters, never prose.
// Refuses to repair meaning: only direction marks are taken out, and that is told.
import { findResidentIds, phoneNumber } from './personal-numbers.ts';

export const TEXT_REFUSALS = [
  'INVALID_TEXT_NUL',
  'INVALID_TEXT_SURROGATE',
  'INVALID_TEXT_BLANK',
  'TOO_LONG',
  'PERSONAL_ID_IN_TEXT',
  'PHONE_INVALID',
] as const;
export type TextRefusalCode = (typeof TEXT_REFUSALS)[number];

export const TEXT_NOTES = ['DIRECTION_MARKS_REMOVED'] as const;
export type TextNoteCode = (typeof TEXT_NOTES)[number];

export interface TextFinding<Code extends string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, number>>;
}

/** `text` is what may be stored when `refusals` is empty; `notes` are to be told to the writer. */
export interface CheckedText {
  readonly text: string;
  readonly refusals: readonly TextFinding<TextRefusalCode>[];
  readonly notes: readonly TextFinding<TextNoteCode>[];
}

/** Longest text of a request, in characters as a reader counts them. */
const MAX_GRAPHEMES = 2_000;
/** A character may carry a thousand marks; this bounds what is stored whatever the reader sees. */
const MAX_CODE_POINTS = 10_000;

const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const BLANK = /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/**
 * Checks a free text. Bidirectional marks are removed first, since they can make a text read otherwise than it is stored;
 * all else is left as written, HTML and combining marks included. O(n).
 */
export function checkRequestText(raw: string): CheckedText {
  const text = raw.replace(DIRECTION_MARKS, '');
  const removed = raw.length - text.length;
  return {
    text,
    refusals: refusalsOf(text),
    notes: removed > 0 ? [{ code: 'DIRECTION_MARKS_REMOVED', params: { count: removed } }] : [],
  };
}

/** Checks a telephone field: its digits, or the code of refusal. */
export function checkPhone(field: string): { readonly number: string } | { readonly refused: 'PHONE_INVALID' } {
  const number = phoneNumber(field);
  return number === null ? { refused: 'PHONE_INVALID' } : { number };
}

function refusalsOf(text: string): readonly TextFinding<TextRefusalCode>[] {
  const found: TextFinding<TextRefusalCode>[] = [];
  const nul = text.indexOf('\0');
  if (nul >= 0) found.push({ code: 'INVALID_TEXT_NUL', params: { position: nul } });
  if (!text.isWellFormed()) found.push({ code: 'INVALID_TEXT_SURROGATE', params: {} });
  if (BLANK.test(text)) found.push({ code: 'INVALID_TEXT_BLANK', params: {} });
  const length = readerLength(text);
  if (length > MAX_GRAPHEMES) found.push({ code: 'TOO_LONG', params: { length, max: MAX_GRAPHEMES } });
  for (const { start, end } of findResidentIds(text))
    found.push({ code: 'PERSONAL_ID_IN_TEXT', params: { start, end } });
  return found;
}

// Above the bound of storage the code points are the length: segmenting a flood would cost more than it tells.
function readerLength(text: string): number {
  if (text.length <= MAX_GRAPHEMES) return text.length;
  const codePoints = [...text].length;
  if (codePoints > MAX_CODE_POINTS) return codePoints;
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].length;
}
