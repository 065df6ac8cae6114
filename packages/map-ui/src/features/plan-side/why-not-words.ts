// Owns how an infeasible wish is said with names: what falls short, which rules conflict, what would do. Pure.
import type { PlanQuestion, WhyNot } from '@qinghe/rebalance';
import type { LockOrigin } from '#plan/plan-wish';
import type { Naming } from './move-words.ts';

/** An answer that no plan exists. */
export type Infeasible = Extract<WhyNot, { status: 'infeasible' }>;
type Rule = Infeasible['core'][number];
type Relaxation = Infeasible['relaxations'][number];
type Change = Relaxation['changes'][number];

/** What the sentences are about. */
export interface WhyNotContext {
  readonly naming: Naming;
  readonly question: PlanQuestion;
  readonly origins: readonly LockOrigin[];
  readonly buildingName: (unit: number) => string;
}

const NAMED = 5;

/** 13栋、14栋、15栋等 19 处 */
function listed(names: readonly string[], { naming: { t } }: WhyNotContext): string {
  const first = names.slice(0, NAMED).join(t('planSide.and'));
  return names.length > NAMED ? t('planSide.andMore', { names: first, count: names.length }) : first;
}

const kindOf = (measure: number) => (measure === 0 ? 'households' : 'residents');

/** 至少 11 个网格不足 300 户:13栋(275)…单独都不够. Null when nothing is known of it. */
export function shortfallWords(answer: Infeasible, context: WhyNotContext): string | null {
  const out = answer.leastGridsOut;
  if (!out || out.count === 0) return null;
  const { naming, question, buildingName } = context;
  const { t, formats } = naming;
  const measure = question.measures[out.measure] ?? question.measures[0];
  const words = {
    value: formats.number(out.count),
    limit: formats.number(out.side === 'lower' ? measure.lower : measure.upper),
  };
  const sentence = t(`planSide.out-${out.side}-${kindOf(out.measure)}`, words);
  const groups = out.groups.map((units) => {
    const load = units.reduce((sum, unit) => sum + (measure.weights[unit] ?? 0), 0);
    const name = units.length === 1 ? naming.unitName(units[0] ?? 0) : buildingName(units[0] ?? 0);
    return t('planSide.namedLoad', { name, load: formats.number(load) });
  });
  if (groups.length === 0) return sentence;
  return t(`planSide.alone-${out.side}`, { sentence, names: listed(groups, context) });
}

/** The rules that cannot hold together, buildings in one breath. */
export function coreWords(core: readonly Rule[], context: WhyNotContext): string[] {
  const { naming, origins } = context;
  const { t } = naming;
  const buildings: string[] = [];
  const others: string[] = [];
  for (const rule of core) {
    const origin = rule.kind === 'lock' ? origins[rule.lock] : undefined;
    if (origin?.kind === 'building') buildings.push(origin.name);
    else if (rule.kind !== 'lock') others.push(principleWords(rule, context));
    else if (origin) others.push(lockWords(origin, context));
  }
  if (buildings.length > 0) others.push(t('planSide.ruleWhole', { names: listed(buildings, context) }));
  return others;
}

function principleWords(rule: Exclude<Rule, { kind: 'lock' }>, { naming: { t, formats }, question }: WhyNotContext) {
  if (rule.kind === 'contiguity') return t('planSide.ruleContiguity');
  if (rule.kind === 'grid-count') return t('planSide.ruleCount', { value: formats.number(question.gridCount) });
  const measure = question.measures[rule.measure] ?? question.measures[0];
  return t(`planSide.rule-${rule.side}-${kindOf(rule.measure)}`, {
    limit: formats.number(rule.side === 'lower' ? measure.lower : measure.upper),
  });
}

/** 05网格锁定; 19栋随03网格; 3栋1单元与3栋2单元同格 */
export function lockWords(origin: Extract<LockOrigin, { kind: 'lock' }>, context: WhyNotContext): string {
  const { t, unitName, gridName } = context.naming;
  const { kind, grid, units } = origin.lock;
  const words = { grid: gridName(grid), names: listed(units.map(unitName), context) };
  if (kind === 'GRID') return t('planSide.lockGRID', words);
  return kind === 'TOGETHER' ? t('planSide.lockTOGETHER', words) : t(`planSide.lock${kind}`, words);
}

/** The face of a button: 允许拆分 13栋、5栋; 下限放宽到 275 户. */
export function relaxationWords({ changes }: Relaxation, context: WhyNotContext): string {
  const { naming, origins } = context;
  const { t, formats } = naming;
  const freed = changes.flatMap((change) => (change.kind === 'free-lock' ? (origins[change.lock] ?? []) : []));
  const buildings = freed.flatMap((origin) => (origin.kind === 'building' ? [origin.name] : []));
  const locks = freed.flatMap((origin) => (origin.kind === 'lock' ? [lockWords(origin, context)] : []));
  const limits = changes.flatMap((change) => limitChange(change, context));
  return [
    ...(buildings.length > 0 ? [t('planSide.relaxSplit', { names: buildings.join(t('planSide.and')) })] : []),
    ...(locks.length > 0 ? [t('planSide.relaxUnlock', { names: locks.join(t('planSide.and')) })] : []),
    ...limits,
    ...changes.flatMap((change) =>
      change.kind === 'grid-count' ? [t('planSide.relaxCount', { value: formats.number(change.value) })] : [],
    ),
  ].join(t('planSide.comma'));
}

function limitChange(change: Change, { naming: { t, formats } }: WhyNotContext): string[] {
  if (change.kind !== 'limit') return [];
  return [t(`planSide.relax-${change.side}-${kindOf(change.measure)}`, { value: formats.number(change.value) })];
}
