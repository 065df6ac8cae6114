// Looks for a plan that keeps given terms by moves, never by listing: quick, and no proof when it finds none. It moves parts and names them
// afterwards; where that fails and locks name several grids, it moves named grids.

import { edgeList } from '../partition/plan-state.ts';
import type { Assignment, Measure, UnitGraph } from '../partition/problem.ts';
import { searchPlan } from '../partition/search.ts';
import { searchCalmly } from '../planning/calm-search.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { expandPlan, reduceQuestion } from '../planning/reduce-question.ts';
import { startPlan } from '../planning/start-plan.ts';
import { seededRandom } from '../random.ts';
import { isConnected, reachesOf } from './certain.ts';
import { contract, type Contracted } from './contract.ts';
import { labelPlan } from './label-plan.ts';
import { packGroups } from './pack-groups.ts';
import { keepsTerms, type Terms } from './terms.ts';

/** How to search. */
export interface TermsSearch {
  readonly seed: number;
  /** Moves to propose. */
  readonly proposals: number;
  /** Grids of the plan. */
  readonly gridCount: number;
  /** Borders to prefer instead of the question's; the same neighbours. */
  readonly graph?: UnitGraph;
  /** A plan that keeps the terms, for {@link searchNearToday} to start from instead of today's. */
  readonly start?: Assignment;
  readonly keepGoing: () => boolean;
}

/** A plan that keeps the terms, or null. O(proposals · degree) */
export function searchTerms(question: PlanQuestion, terms: Terms, search: TermsSearch): Assignment | null {
  const asked = search.graph === undefined ? question : { ...question, graph: search.graph };
  const contracted = contract(asked, terms);
  if (contracted === null) return null;
  const named = contracted.labels.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0);
  const mayName = terms.contiguous && search.gridCount === question.gridCount;
  const isWhole = contracted.graph !== null && contracted.groups.length > 0 && isConnected(contracted.graph);
  const attempts = [
    () => (terms.contiguous ? null : searchPacking(asked, terms, contracted, search)),
    () => (terms.contiguous && isWhole ? searchParts(asked, terms, contracted, search) : null),
    () => (mayName && (named > 1 || !isWhole || contracted.isCoarse) ? searchNearToday(asked, terms, search) : null),
  ];
  for (const attempt of attempts) {
    const found = attempt();
    // The searches know less than the terms ask: a plan counts once it keeps them.
    if (found !== null && keepsTerms(question, terms, found)) return found;
  }
  return null;
}

function searchPacking(
  question: PlanQuestion,
  terms: Terms,
  contracted: Contracted,
  { seed, proposals, gridCount }: TermsSearch,
): Assignment | null {
  const parts = gridCount - contracted.finished.length;
  const { labels } = contracted;
  const reaches = reachesOf(contracted, terms, parts);
  const found = packGroups({ reaches, labels, parts, proposals, random: seededRandom(seed) });
  return found === null ? null : labelPlan(question, contracted, found);
}

function searchParts(
  question: PlanQuestion,
  terms: Terms,
  contracted: Contracted,
  { seed, proposals, gridCount, keepGoing }: TermsSearch,
): Assignment | null {
  const parts = gridCount - contracted.finished.length;
  const [first, ...others] = reachesOf(contracted, terms, parts).map(({ weights, lower, upper }): Measure => {
    // Where nothing weighs anything the search would divide by a limit of none.
    return { weights, lower, upper: Math.max(1, upper) };
  });
  const { feasible, assignment } = searchPlan(
    { graph: contracted.graph!, measures: [first!, ...others], gridCount: parts },
    { seed, proposals, onProgress: ({ cut }) => cut === null && keepGoing() },
  );
  return feasible ? labelPlan(question, contracted, assignment) : null;
}

/** Moves units from today's grids or those of `start`, as few people as it can where no borders are preferred; contiguous plans of as many grids only. */
export function searchNearToday(question: PlanQuestion, terms: Terms, search: TermsSearch): Assignment | null {
  const { seed, proposals, keepGoing, graph } = search;
  const [first, ...others] = question.measures.map(({ weights }, measure): Measure => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return { weights, lower: terms.lower[measure]!, upper: Math.max(1, Math.min(total, terms.upper[measure]!)) };
  });
  const locks = terms.locks.map((lock) => question.locks[lock]!);
  const reduced = reduceQuestion({ ...question, measures: [first!, ...others], locks });
  if (reduced.kind === 'contradiction' || reduced.unitsOf.length < reduced.gridOf.length) return null;
  const { problem } = reduced;
  const edges = edgeList(problem.graph);
  const prefer = graph === undefined ? 'disruption' : 'cut';
  const { start: known } = search;
  const labelOf = new Map(Array.from(reduced.gridOf, (grid, label) => [grid, label]));
  const start =
    known === undefined
      ? startPlan(reduced)
      : Int32Array.from(reduced.unitsOf, ([unit]) => labelOf.get(known[unit!]!) ?? 0);
  const random = seededRandom(seed);
  for (const heat of HEATS) {
    const plan = searchCalmly({
      reduced,
      problem,
      edges,
      start,
      proposals,
      random,
      heat,
      first: prefer,
      keepGoing,
    });
    if (plan !== null) return expandPlan(reduced, plan.labels);
  }
  return null;
}

/** As shares of what a mean node costs: near today's plan first, then free of it. */
const HEATS = [0.3, 1.2];
