// Owns which words a plan may carry: names, reasons, codes of checks. Pure.
// Refuses to repair: what is too long is the writer's to shorten.
import { NEVER_ACCEPTED } from '@qinghe/rebalance';
import { AppError } from '#platform/errors';

const MAX_NAME = 60;
const MAX_REASON = 200;
const NEVER: ReadonlySet<string> = NEVER_ACCEPTED;
const CHECK = /^[a-z][a-z-]{0,39}$/;

/** @throws AppError PLAN_TEXT_MISSING, TOO_LONG */
export function planName(text: string, path: string): string {
  return words(text, MAX_NAME, path);
}

/** @throws AppError PLAN_TEXT_MISSING, TOO_LONG */
export function reasonText(text: string, path: string): string {
  return words(text, MAX_REASON, path);
}

/** The check that is to be accepted. @throws AppError BAD_USER_INPUT; PLAN_CHECK_NEVER_EXEMPT where no reason would help */
export function exemptCheck(text: string, path: string): string {
  if (!CHECK.test(text)) throw new AppError('BAD_USER_INPUT', {}, path);
  if (NEVER.has(text)) throw new AppError('PLAN_CHECK_NEVER_EXEMPT', {}, path);
  return text;
}

function words(text: string, max: number, path: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new AppError('PLAN_TEXT_MISSING', {}, path);
  if ([...trimmed].length > max) throw new AppError('TOO_LONG', { max }, path);
  return trimmed;
}
