// Owns how it is said what is certain about a plan: 已证最优, 与最优至多差 x%, 下界过松, 无下界. Pure.
import type { TFunction } from 'i18next';
import type { Formats } from '#i18n/index';
import { isCompactOnly } from '#plan/name-suggestions';
import type { Suggestion } from '#plan/suggestion.types';

/** A bound that would let the best be less than half as disruptive tells a planner nothing; its figure would only alarm. */
const LOOSE = 1;

/** Shares are rounded up: what is said is never better than what is known. */
export function proofWords(
  plan: Pick<Suggestion, 'proof' | 'within' | 'cut' | 'cutBound' | 'roles'>,
  t: TFunction,
  formats: Pick<Formats, 'decimal'>,
): string {
  const { proof, within } = isCompactOnly(plan) ? ofCut(plan) : plan;
  if (proof === 'proved') return t('planSide.proved');
  if (proof === 'none' || within === null) return t('planSide.noBound');
  if (within > LOOSE) return t('planSide.looseBound');
  return t('planSide.withinShare', { share: `${formats.decimal(Math.ceil(within * 1000 - 1e-9) / 10)}%` });
}

/** A plan chosen for its borders is measured by them. */
function ofCut({ cut, cutBound }: Pick<Suggestion, 'cut' | 'cutBound'>): Pick<Suggestion, 'proof' | 'within'> {
  if (cutBound === null || cutBound <= 0) return { proof: 'none', within: null };
  return cut <= cutBound ? { proof: 'proved', within: 0 } : { proof: 'within', within: cut / cutBound - 1 };
}
