// Owns what a plan's file says of itself: whether it holds, and that invented data is invented. Pure.
// Refuses silence: a file of a plan that is not in force says so in every language it has.
import { fill, type Language } from '@qinghe/schema';
import type { PlanStage } from '../drafts/plan-stage.ts';
import { BANNER, IN_FORCE, INVENTED, NOT_IN_FORCE, PAST } from './exchange.texts.ts';

export interface NamedPlan {
  readonly plan: { readonly name: string; readonly version: number; readonly stage: PlanStage };
  readonly synthetic: boolean;
}

/** Whether it has never held, and does not hold now. */
export function isDraft(stage: PlanStage): boolean {
  return stage !== 'IN_FORCE' && stage !== 'PAST';
}

/** E.g. 草案,未生效 · 演示数据(虚构). */
export function stateWords({ plan: { stage }, synthetic }: NamedPlan, language: Language): string {
  const held = stage === 'IN_FORCE' ? IN_FORCE : PAST;
  const state = fill(isDraft(stage) ? NOT_IN_FORCE : held, language, {});
  return synthetic ? `${state} · ${fill(INVENTED, language, {})}` : state;
}

/** E.g. 夏季方案 · 第 12 版 · 草案,未生效 · 演示数据(虚构). */
export function bannerOf(named: NamedPlan, language: Language): string {
  const { name, version } = named.plan;
  return fill(BANNER, language, { name, version, state: stateWords(named, language) });
}
