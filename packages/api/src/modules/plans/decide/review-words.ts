// Owns the sentence of a finding, for a caller that has no page. Refuses advice.
import type { CommunityFinding } from '@qinghe/rebalance';
import { fill, type Language, PLAN_CHECK_TEXTS } from '@qinghe/schema';
import type { PlanRules } from '../drafts/plan-ops.ts';
import type { PlanGround } from '../ground/plan-ground.service.ts';

const NAMED = 2;

/** What sentences are written with; the finding names units and grids by index in the ground. */
export interface FindingWords {
  readonly ground: Pick<PlanGround, 'units' | 'grids'>;
  readonly rules: PlanRules;
  readonly language: Language;
}

/** E.g. 11网格 288户,限 300–500户. */
export function findingSentence(finding: CommunityFinding, { ground, rules, language }: FindingWords): string {
  const { check, grid, units, value, limit } = finding;
  const number = (index: number | null) => ground.grids[index ?? -1]?.number ?? '';
  const names = units.slice(0, NAMED).map((unit) => ground.units[unit]?.name ?? '');
  const more = units.length > NAMED ? '…' : '';
  return fill(PLAN_CHECK_TEXTS[check], language, {
    grid: number(grid),
    around: check === 'hole' ? number(value) : '',
    units: names.join(language === 'EN' ? ', ' : '、') + more,
    name: names[0] ?? '',
    value: Math.round(value ?? 0),
    limit: Math.round(limit ?? 0),
    least: rules.minHouseholds,
    most: rules.maxHouseholds,
  });
}
