// Owns what a search is asked and what it answers, over the border of its thread. Plain data only.
import type { PlanQuestion, SuggestedPlan, Suggestions, WhyNot } from '@qinghe/rebalance';

export interface SuggestWork {
  readonly question: PlanQuestion;
  readonly seed: number;
  /** One Int32: anything but 0 ends the search with the plans found so far. */
  readonly stop: SharedArrayBuffer;
}

/** `progress` is a share of the work, 0 to 1. */
export type SuggestMessage =
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'plan'; readonly plan: SuggestedPlan }
  | { readonly kind: 'done'; readonly suggestions: Suggestions; readonly whyNot: WhyNot | null };
