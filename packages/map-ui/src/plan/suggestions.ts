// Owns the search for plans of the open draft: one worker at a time, what it has found so far, progress, cancel. What was asked
// is kept in the tab's own storage: after a reload in the middle the same search starts again from its seed, and since budgets
// are iterations it finds the same plans.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type AskedQuestion, type LockOrigin, planQuestion, type QuestionGround, type QuestionWish } from './plan-question.ts';
import { compiledSolver } from './compiled-solver.ts';
import type { Suggestion, SuggestReport, SuggestTask, WhyNotAnswer } from './suggestion.types.ts';

/** Where a search stands. */
export interface SuggestionsState {
  readonly planId: string | null;
  readonly status: 'idle' | 'running' | 'done' | 'none' | 'cancelled' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly suggestions: readonly Suggestion[];
  readonly wish: QuestionWish;
  /** Milliseconds from the question to the first plan, and to the end; null before. */
  readonly firstMs: number | null;
  readonly tookMs: number | null;
  /** Why there is no plan; null while there may be one. */
  readonly whyNot: WhyNotAnswer | null;
  /** Where each lock of the question came from. */
  readonly origins: readonly LockOrigin[];
}

const IDLE: SuggestionsState = {
  planId: null,
  status: 'idle',
  progress: 0,
  suggestions: [],
  wish: { wholeBuildings: false, splitAllowed: [] },
  firstMs: null,
  tookMs: null,
  whyNot: null,
  origins: [],
};
