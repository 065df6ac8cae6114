// Owns how a search is shown: plans by grid numbers with what they move, and rules that conflict by the names of places.
// Pure. Refuses to search.
import type { Change, Relaxation, Rule, SuggestedPlan, WhyNot } from '@qinghe/rebalance';
import type { Language } from '@qinghe/schema';
import { encodeId } from '#platform/ids';
import { gridLabel } from '#modules/geography';
import { listed } from '../decide/unassigned.read.ts';
import type { OpKind, PlanRules } from '../drafts/plan-ops.ts';
import type { SuggestionState } from './suggestion-job.ts';
import type { KeptJob } from './suggestion-jobs.ts';
import { say } from './suggest.texts.ts';

export interface PlanSuggestionView {
  readonly roles: readonly string[];
  readonly assignment: readonly number[];
  readonly movedUnits: number;
  readonly movedHouseholds: number;
  readonly disruption: number;
  readonly disruptionBound: number;
  readonly cv: number;
  readonly maxDeviation: number;
  readonly borderMetres: number;
  readonly proof: string;
  readonly within: number | null;
}

export interface PlanRuleView {
  readonly text: string;
  readonly lock: string | null;
  readonly grids: readonly number[];
  readonly entrances: readonly string[];
}

interface PlanRelaxationOpView {
  readonly kind: OpKind;
  readonly lock: string | null;
  readonly rules: PlanRules | null;
  readonly entrances: readonly string[] | null;
}

export interface PlanSuggestionsView {
  readonly job: string;
  readonly plan: string;
  readonly version: number;
  readonly state: SuggestionState;
  readonly progress: number;
  readonly suggestions: readonly PlanSuggestionView[];
  readonly infeasible: {
    readonly core: readonly PlanRuleView[];
    readonly relaxations: readonly { readonly text: string; readonly ops: readonly PlanRelaxationOpView[] }[];
    readonly leastGridsOut: number | null;
  } | null;
}

export function viewOfJob(kept: KeptJob, language: Language): PlanSuggestionsView {
  const { job, communityId } = kept;
  return {
    job: encodeId('PlanSuggestions', communityId, kept.id),
    plan: encodeId('Plan', communityId, kept.planId),
    version: kept.version,
    state: job.state,
    progress: job.progress,
    suggestions: job.plans.map((plan) => suggestionOf(kept, plan)),
    infeasible: infeasibleOf(kept, job.whyNot, language),
  };
}

function suggestionOf({ asked, question }: KeptJob, plan: SuggestedPlan): PlanSuggestionView {
  const { assignment } = plan;
  const grids = Array.from(assignment, (grid) => question.grids[grid]!);
  const moved = [...asked.units.keys()].filter(
    (unit) => asked.before[unit] !== null && asked.before[unit] !== grids[unit],
  );
  const border = asked.borders.filter(([one, other]) => assignment[one!] !== assignment[other!]);
  return {
    roles: plan.roles,
    assignment: grids,
    movedUnits: moved.length,
    movedHouseholds: moved.reduce((sum, unit) => sum + asked.units[unit]!.households, 0),
    disruption: plan.disruption + question.unavoidable,
    disruptionBound: plan.disruptionBound + question.unavoidable,
    cv: plan.cv,
    maxDeviation: plan.maxDeviation,
    borderMetres: border.reduce((sum, each) => sum + each[2]!, 0) / 10,
    proof: plan.proof,
    within: plan.within,
  };
}

function infeasibleOf(kept: KeptJob, answer: WhyNot | null, language: Language): PlanSuggestionsView['infeasible'] {
  if (answer?.status !== 'infeasible') return null;
  return {
    core: answer.core.map((rule) => ruleView(kept, rule, language)),
    relaxations: answer.relaxations.map((relaxation) => relaxationView(kept, relaxation, language)),
    leastGridsOut: answer.leastGridsOut?.count ?? null,
  };
}

function ruleView(kept: KeptJob, rule: Rule, language: Language): PlanRuleView {
  const nothing = { lock: null, grids: [], entrances: [] };
  if (rule.kind === 'contiguity') return { ...nothing, text: say('contiguity', language) };
  if (rule.kind === 'grid-count')
    return { ...nothing, text: say('gridCount', language, { value: kept.question.question.gridCount }) };
  if (rule.kind === 'limit') {
    const value = kept.question.question.measures[rule.measure]![rule.side];
    return { ...nothing, text: limitText(rule.measure, rule.side, value, language) };
  }
  return lockView(kept, rule.lock, language);
}

function limitText(measure: number, side: 'lower' | 'upper', value: number, language: Language): string {
  return say(`${measure === 0 ? 'households' : 'residents'}_${side}`, language, { value });
}

function lockView({ asked, question }: KeptJob, index: number, language: Language): PlanRuleView {
  const source = question.sources[index]!;
  if ('units' in source) {
    const entrances = source.units.map((unit) => asked.units[unit]!.entrance);
    return { text: say('whole', language, { building: source.building }), lock: null, grids: [], entrances };
  }
  const { kind, entrances, grid, id } = source.lock;
  const own = new Set(entrances);
  const names = asked.units.filter(({ entrance }) => own.has(entrance)).map(({ name }) => name);
  const params = { names: listed(names, language), grid: grid === null ? '' : gridName(grid, language) };
  return { text: say(kind, language, params), lock: id, grids: grid === null ? [] : [grid], entrances };
}

function gridName(number: number, language: Language): string {
  return language === 'EN' ? `grid ${gridLabel(number)}` : `${gridLabel(number)}网格`;
}

function relaxationView(kept: KeptJob, { changes }: Relaxation, language: Language) {
  const texts = changes.map((change) => changeText(kept, change, language));
  const limits = changes.filter((change) => change.kind === 'limit');
  const freed = changes.flatMap((change) =>
    change.kind === 'free-lock' ? [lockView(kept, change.lock, language)] : [],
  );
  const ops: PlanRelaxationOpView[] = freed.map(({ lock, entrances }) => ({
    kind: 'UNLOCK',
    lock,
    rules: null,
    entrances,
  }));
  if (limits.length > 0) {
    const rules = limits.reduce((eased, change) => ({ ...eased, [ruleOf(change)]: change.value }), kept.asked.rules);
    ops.push({ kind: 'SET_RULES', lock: null, rules, entrances: null });
  }
  return { text: texts.reduce((one, other) => say('and', language, { one, other })), ops };
}

function ruleOf({ measure, side }: Extract<Change, { kind: 'limit' }>): keyof PlanRules {
  if (measure > 0) return 'maxResidents';
  return side === 'lower' ? 'minHouseholds' : 'maxHouseholds';
}

function changeText(kept: KeptJob, change: Change, language: Language): string {
  if (change.kind === 'grid-count')
    return say('ease', language, { rule: say('gridCount', language, { value: change.value }) });
  if (change.kind === 'limit')
    return say('ease', language, { rule: limitText(change.measure, change.side, change.value, language) });
  const source = kept.question.sources[change.lock]!;
  if ('units' in source) return say('split', language, { building: source.building });
  return say('free', language, { rule: lockView(kept, change.lock, language).text });
}
