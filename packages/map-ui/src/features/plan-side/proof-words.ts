// Owns how it is said what is certain about a plan: 已证最优, 与最优至多差 x%, 无下界. Pure.
import type { TFunction } from 'i18next';
import type { Formats } from '#i18n/index';
import type { Suggestion } from '#plan/suggestion.types';

/** Shares are rounded up: what is said is never better than what is known. */
export function proofWords(
  { proof, within }: Pick<Suggestion, 'proof' | 'within'>,
  t: TFunction,
  formats: Pick<Formats, 'decimal'>,
): string {
  if (proof === 'proved') return t('planSide.proved');
  if (proof === 'none' || within === null) return t('planSide.noBound');
  return t('planSide.withinShare', { share: `${formats.decimal(Math.ceil(within * 1000) / 10)}%` });
}
