// Owns whether what a search answered still answers the draft: its locks, its rules, and the draft itself may have changed since. Pure.
// Refuses to search again by itself: one may still want to look at the old answer.
import type { PlanQuestion } from '@qinghe/rebalance';
import { askedQuestion, type QuestionGround, type QuestionWish } from './plan-wish.ts';

/** What changed since a search began. */
export interface SuggestionAge {
  readonly locks: boolean;
  /** Limits, or the grids that there are. */
  readonly rules: boolean;
  /** A unit was moved to where nothing that was found has it: taking a plan whole writes over that. */
  readonly draft: boolean;
}

/** What a search was asked with, and what it found. */
export interface Answered {
  readonly question: Pick<PlanQuestion, 'locks' | 'measures' | 'target'>;
  /** The grids that it was about. */
  readonly grids: readonly number[];
  readonly wish: QuestionWish;
  /** The draft when it was asked. */
  readonly draft: Int32Array;
  readonly found: readonly { readonly assignment: Int32Array }[];
}

/** Rates of work change no plan, and names of locks none either. O(units) */
export function ageOf(
  plan: QuestionGround & { readonly assignment: Int32Array },
  { question, grids, wish, draft, found }: Answered,
): SuggestionAge {
  const { question: now, grids: gridsNow } = askedQuestion(plan, wish);
  return {
    locks: JSON.stringify(now.locks) !== JSON.stringify(question.locks),
    rules: limitsOf(now) !== limitsOf(question) || gridsNow.join() !== grids.join(),
    draft: plan.assignment.some(
      (grid, unit) => grid !== draft[unit] && found.every(({ assignment }) => assignment[unit] !== grid),
    ),
  };
}

function limitsOf({ measures, target }: Answered['question']): string {
  return [target, ...measures.flatMap(({ lower, upper }) => [lower, upper])].join();
}
