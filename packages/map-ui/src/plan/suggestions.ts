// Owns the search for plans of the open draft: one worker at a time, what it has found so far, progress, cancel. What was asked
// is kept in the tab's own storage: after a reload in the middle the same search starts again from its seed, and since budgets
// are iterations it finds the same plans.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { compiledSolver } from './compiled-solver.ts';
import { nameSuggestions, withPlan } from './name-suggestions.ts';
import { answeredPlan } from './open-question.ts';
import { askedQuestion, type LockOrigin, NO_WISH, type QuestionGround, type QuestionWish } from './plan-wish.ts';
import { forgetSearch, keepSearch, keptSearch } from './search-memory.ts';
import type { Suggestion, SuggestReport, SuggestTask } from './suggestion.types.ts';

type WhyNot = Extract<SuggestReport, { kind: 'none' }>['whyNot'];

/** Where a search stands. */
export interface SuggestionsState {
  readonly planId: string | null;
  readonly status: 'idle' | 'running' | 'explaining' | 'done' | 'none' | 'cancelled' | 'failed';
  /** 0 to 1. */
  readonly progress: number;
  readonly suggestions: readonly Suggestion[];
  readonly wish: QuestionWish;
  /** Milliseconds from the question to the first plan, and to the end; null before. */
  readonly firstMs: number | null;
  readonly tookMs: number | null;
  /** Why there is no plan; null unless the status is `none`. */
  readonly whyNot: WhyNot | null;
  /** The question asked; null before the first. Locks of `whyNot` are its locks. */
  readonly asked: {
    readonly question: SuggestTask['question'];
    /** Of the ground, those that it was about. */
    readonly grids: readonly number[];
    readonly origins: readonly LockOrigin[];
    /** The draft then. */
    readonly draft: Int32Array;
  } | null;
  /** What the engine said when it failed. */
  readonly fault: string | null;
}

const IDLE: SuggestionsState = {
  planId: null,
  status: 'idle',
  progress: 0,
  suggestions: [],
  wish: NO_WISH,
  firstMs: null,
  tookMs: null,
  whyNot: null,
  asked: null,
  fault: null,
};

/** The one search of this page. */
export const suggestions = createStore<SuggestionsState>(() => IDLE);

/** A slice of the search. */
export function useSuggestions<Slice>(select: (state: SuggestionsState) => Slice): Slice {
  return useStore(suggestions, select);
}

/** What a search needs of the open plan. */
export type SearchedPlan = QuestionGround & { readonly planId: string; readonly assignment: Int32Array };

const SEED = 1;

let worker: Worker | null = null;
/** Counts searches: what an ended one still sends is nobody's. */
let run = 0;

/** Starts a search; one that runs is ended. */
export function startSuggestions(plan: SearchedPlan, wish: QuestionWish, seed = SEED): void {
  stopWorker();
  run += 1;
  const own = run;
  const asked = { ...askedQuestion(plan, wish), draft: plan.assignment };
  const beganAt = performance.now();
  const since = () => Math.round(performance.now() - beganAt);
  suggestions.setState({ ...IDLE, planId: plan.planId, status: 'running', wish, asked }, true);
  keepSearch(plan.planId, { wish, seed });
  const made = new Worker(new URL('./suggest.worker.ts', import.meta.url), { type: 'module' });
  worker = made;
  let found: Parameters<typeof nameSuggestions>[0] = [];
  const hear = (said: SuggestReport) => {
    if (own !== run) return;
    const report = inGround(said, asked, plan.before);
    if (report.kind === 'plan') found = withPlan(found, report.plan);
    suggestions.setState(after(report, plan, found, since));
    if (said.kind === 'found' || said.kind === 'none' || said.kind === 'failed') end(plan.planId);
  };
  made.addEventListener('message', ({ data }: MessageEvent<SuggestReport>) => hear(data));
  made.addEventListener('error', ({ message }) => hear({ kind: 'failed', message }));
  void compiledSolver().then((solver) => {
    if (own === run) made.postMessage({ question: asked.question, seed, solver } satisfies SuggestTask);
  });
}

/** A report whose plans name grids as the page does. */
function inGround(said: SuggestReport, asked: Parameters<typeof answeredPlan>[1], before: Int32Array): SuggestReport {
  if (said.kind === 'plan') return { ...said, plan: answeredPlan(said.plan, asked, before) };
  if (said.kind === 'found') return { ...said, plans: said.plans.map((plan) => answeredPlan(plan, asked, before)) };
  return said;
}

/** The state after a report. */
function after(
  said: SuggestReport,
  plan: SearchedPlan,
  found: Parameters<typeof nameSuggestions>[0],
  since: () => number,
): Partial<SuggestionsState> {
  switch (said.kind) {
    case 'progress':
      return { progress: said.share };
    case 'plan':
      return {
        suggestions: nameSuggestions(found, plan),
        firstMs: suggestions.getState().firstMs ?? since(),
      };
    case 'found':
      return { status: 'done', progress: 1, suggestions: nameSuggestions(said.plans, plan), tookMs: since() };
    case 'explaining':
      return { status: 'explaining' };
    case 'none':
      return { status: 'none', progress: 1, suggestions: [], whyNot: said.whyNot, tookMs: since() };
    case 'failed':
      return { status: 'failed', fault: said.message, tookMs: since() };
  }
}

/** Ends the search at once, plans found so far stay. A thread is ended in a few milliseconds, whatever it computes. */
export function cancelSuggestions(): void {
  const { status, planId } = suggestions.getState();
  if (planId === null || (status !== 'running' && status !== 'explaining')) return;
  run += 1;
  end(planId);
  suggestions.setState({ status: 'cancelled' });
}

/** Called when a plan is opened: forgets what was found for another one, and goes on with a search that a reload cut off. */
export function resumeSuggestions(plan: SearchedPlan): void {
  if (suggestions.getState().planId === plan.planId) return;
  stopWorker();
  run += 1;
  suggestions.setState(IDLE, true);
  const kept = keptSearch(plan.planId);
  if (kept) startSuggestions(plan, kept.wish, kept.seed);
}

function end(planId: string): void {
  stopWorker();
  forgetSearch(planId);
}

function stopWorker(): void {
  worker?.terminate();
  worker = null;
}
