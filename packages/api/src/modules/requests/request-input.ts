// Owns turning what a caller typed into what may be stored: texts, names, doors and phones, or the refusal with its path.
// Refuses to repair: a blank field that may be empty is empty, everything else is kept as written or refused.
import { AppError } from '#platform/errors';
import { checkPhone, checkRequestText } from './request-text-rules.ts';

const MAX_NAME = 40;
const MAX_DOOR = 20;
const MINUTE_MS = 60_000;
const SKEW_MINUTES = 5;

/** The resident's words, or a reason: must not be blank. @throws AppError with the first code of the text rules */
export function requiredText(raw: string, path: string): string {
  const checked = checkRequestText(raw);
  const [refused] = checked.refusals;
  if (refused) throw new AppError(refused.code, refused.params, path);
  return checked.text.trim();
}

/** A note that may be left out; only blank counts as left out. */
export function optionalText(raw: string | null | undefined, path: string): string | null {
  return raw === null || raw === undefined || raw.trim() === '' ? null : requiredText(raw, path);
}

/** One line: a form of address, a door. */
function optionalLine(raw: string | null | undefined, max: number, path: string): string | null {
  const text = optionalText(raw, path)?.replace(/\s+/g, ' ') ?? null;
  if (text !== null && [...text].length > max) throw new AppError('TOO_LONG', { max }, path);
  return text;
}

export interface CallerInput {
  readonly callerName?: string | null | undefined;
  readonly callerPhone?: string | null | undefined;
  readonly door?: string | null | undefined;
}

/** Who called and from which door, as stored among the personal data. */
export interface CallerDetails {
  readonly name: string | null;
  /** Digits only. */
  readonly phone: string | null;
  readonly door: string | null;
}

/** @throws AppError PHONE_INVALID, PERSONAL_ID_IN_TEXT, TOO_LONG and the other codes of the text rules */
export function callerDetails(input: CallerInput): CallerDetails {
  return {
    name: optionalLine(input.callerName, MAX_NAME, 'input.callerName'),
    phone: optionalPhone(input.callerPhone),
    door: optionalLine(input.door, MAX_DOOR, 'input.door'),
  };
}

function optionalPhone(raw: string | null | undefined): string | null {
  if (raw === null || raw === undefined || raw.trim() === '') return null;
  const checked = checkPhone(raw);
  if ('refused' in checked) throw new AppError(checked.refused, {}, 'input.callerPhone');
  return checked.number;
}

/** A device may lag for days (no network), but not run ahead. @throws AppError CLOCK_SKEW */
export function refuseClockAhead(clientTime: Date | null | undefined, now: Date): void {
  const aheadMs = clientTime ? clientTime.getTime() - now.getTime() : 0;
  if (aheadMs > SKEW_MINUTES * MINUTE_MS)
    throw new AppError('CLOCK_SKEW', { minutes: Math.round(aheadMs / MINUTE_MS) }, 'input.clientTime');
}
