// Owns the page's words with the worker that searches plans: what is asked, what comes back. Refuses names: units, grids and
// locks are indexes of the question.
import type { PlanQuestion, SuggestedPlan, WhyNot } from '@qinghe/rebalance';

/** A plan that was found, with the letter it has in list and chart. */
export interface Suggestion extends Omit<SuggestedPlan, 'roles'> {
  readonly label: string;
  /** Households of units that have another grid than before. */
  readonly movedHouseholds: number;
  /** What it is best at. */
  readonly roles: readonly string[];
}

/** To the worker, once: it answers and ends. */
export interface SuggestTask {
  readonly question: PlanQuestion;
  readonly seed: number;
  /** The compiled solver; null where it could not be had, and then hardly anything is proved. */
  readonly solver: WebAssembly.Module | null;
}

/** From the worker. `plan` may come many times; `explaining` when there is none; `found`, `none` and `failed` end it. */
export type SuggestReport =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'plan'; readonly plan: SuggestedPlan }
  | { readonly kind: 'found'; readonly plans: readonly SuggestedPlan[] }
  | { readonly kind: 'explaining' }
  | { readonly kind: 'none'; readonly whyNot: WhyNot }
  | { readonly kind: 'failed'; readonly message: string };
