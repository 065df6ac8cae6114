// Owns the sentence of a finding. Refuses markup.
import type { TFunction } from 'i18next';
import type { Formats } from '#i18n/index';
import type { PlanFinding, PlanGridModel, PlanUnitModel } from '#plan/plan-session.types';

/** What sentences are written with. */
export interface FindingWords {
  readonly t: TFunction;
  readonly formats: Formats;
  readonly grids: readonly PlanGridModel[];
  readonly units: readonly PlanUnitModel[];
}

const NAMED = 2;

/** E.g. 11网格 288户,少 12户. */
export function findingText(finding: PlanFinding, words: FindingWords): string {
  const { t, formats } = words;
  const { check, value, limit } = finding;
  const amount = Math.round(value ?? 0);
  const off = Math.abs(amount - (limit ?? 0));
  return t(keyOf(finding), {
    grid: gridName(finding.grid, words),
    around: check === 'hole' ? gridName(value, words) : '',
    units: check === 'barrier' ? crossingNames(finding, words) : unitNames(finding.units, words),
    name: words.units[finding.units[0] ?? -1]?.name ?? '',
    count: finding.units.length,
    value: formats.number(amount),
    limit: formats.number(Math.round(limit ?? 0)),
    off: formats.number(off),
  });
}

function keyOf({ check, value, limit }: PlanFinding) {
  if (check !== 'households') return `plan.finding_${check}` as const;
  return `plan.finding_households_${(value ?? 0) < (limit ?? 0) ? 'below' : 'above'}` as const;
}

function gridName(grid: number | null, { t, formats, grids }: FindingWords): string {
  const number = grid === null ? undefined : grids[grid]?.number;
  return number === undefined ? t('plan.noGrid') : t('grid.title', { number: formats.grid(number) });
}

/** Both sides of the first crossing; how many more where there are. */
function crossingNames({ units: [one = -1, other = -1], value }: PlanFinding, { t, units }: FindingWords): string {
  const pair = t('plan.acrossFrom', { one: units[one]?.name ?? '', other: units[other]?.name ?? '' });
  return (value ?? 0) > 1 ? t('plan.andMorePlaces', { pair, count: value ?? 0 }) : pair;
}

/** The first names; how many more where there are. */
function unitNames(indexes: readonly number[], { t, units }: FindingWords): string {
  const names = indexes.slice(0, NAMED).map((unit) => units[unit]?.name ?? '');
  const text = names.join(t('plan.and'));
  return indexes.length > NAMED ? t('plan.andMore', { names: text, count: indexes.length }) : text;
}
