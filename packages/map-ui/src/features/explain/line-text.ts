// Owns how the numbers of an answer are written: the server gives instants in UTC and plain figures, the reader gets the
// community's time and two digits. Pure. Refuses to change anything else.
import type { Formats } from '#i18n/index';

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;
const FIGURE = /^-?\d+(?:\.\d+)?$/;

/** A line's value for reading. A whole number keeps all its digits. */
export function lineText(value: string, formats: Formats): string {
  if (FIGURE.test(value)) return formats.decimal(Number(value), 2);
  const parts = value.split(' · ');
  if (parts.length > 1 && parts.every((part) => FIGURE.test(part)))
    return parts.map((part) => formats.decimal(Number(part), 2)).join(' · ');
  return value.replaceAll(INSTANT, (at) => `${formats.day(at)} ${formats.clock(at)}`);
}
