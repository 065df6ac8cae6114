// Owns what a search is asked and what it answers, over the border of its process. Plain data only.
import type { PlanQuestion, SuggestedPlan, Suggestions, WhyNot } from '@qinghe/rebalance';

export interface SuggestWork {
  readonly question: PlanQuestion;
  readonly seed: number;
  /** After this it ends with the plans found so far. */
  readonly timeMs: number;
}

/** `progress` is a share of the work, 0 to 1. */
export type SuggestMessage =
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'plan'; readonly plan: SuggestedPlan }
  | { readonly kind: 'done'; readonly suggestions: Suggestions; readonly whyNot: WhyNot | null };
