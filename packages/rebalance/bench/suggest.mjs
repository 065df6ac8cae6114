// What suggested plans cost people, against the flow between neighbouring grids and against what is proved; how soon they come; and what
// carrying load along a flow is worth where surplus and deficit lie far apart.
import { loadHighs } from '../bin/load-highs.ts';
import { neighbourFlow, reduceQuestion, seededRandom, suggestPlans } from '../dist/index.js';
import { edgeList, PlanState } from '../dist/partition/plan-state.js';
import { searchCalmly } from '../dist/planning/calm-search.js';
import { repairByFlow } from '../dist/planning/flow-repair.js';
import { reducedDisruption } from '../dist/planning/reduce-question.js';
import { startPlan } from '../dist/planning/start-plan.js';
import { demoQuestion, grownQuestion, stripQuestion } from '../test/plan-questions.ts';
import { cpuSeconds } from './search.mjs';

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const verdict = (met) => (met ? 'met' : 'MISSED');

/** Plans of a question and the CPU seconds to the first and to all. */
function answer(question, solver) {
  const start = process.cpuUsage();
  let first = null;
  const onPlan = () => (first ??= cpuSeconds(start));
  const { plans } = suggestPlans(question, { seed: 1, solver, onPlan });
  return { plans, first, all: cpuSeconds(start) };
}

/** One row: the plan of least change within the limits. */
function movedRow(name, question, solver, print) {
  const { plans } = answer(question, solver);
  const best = plans.find(({ roles }) => roles.includes('least-change'));
  if (best === undefined) return print(`${name}: NO PLAN`);
  const reduced = reduceQuestion(question);
  const flow = neighbourFlow(reduced, reduced.problem);
  const over = best.disruption / flow.cost - 1;
  print(
    `${name}: moved ${best.disruption}, flow between neighbours ${flow.cost}: ${percent(over)} over (must 12 %: ${verdict(over <= 0.12)}; aim 5 %: ${verdict(over <= 0.05)})`,
  );
  const within =
    best.proof === 'proved' ? 'proved best' : best.within === null ? 'no bound' : `within ${percent(best.within)}`;
  return print(`  no plan moves fewer than ${best.disruptionBound}: ${within}`);
}

const PROPOSALS = 1_000_000;

/** Twenty grids in a row, too much at one end: moves to a plan within the limits with and without the flow, from today's grids. */
function stripRow(wish, print) {
  const reduced = reduceQuestion(stripQuestion({ ...wish, seed: 1 }));
  const { problem } = reduced;
  const start = startPlan(reduced);
  const input = { reduced, problem, edges: edgeList(problem.graph), start, keepGoing: () => true };
  const before = process.cpuUsage();
  const carried = repairByFlow(input);
  const spent = cpuSeconds(before);
  const annealed = { proposals: PROPOSALS, heat: 0.8, first: 'disruption' };
  const flips = [1, 2, 3].map((seed) => searchCalmly({ ...input, ...annealed, random: seededRandom(seed) }));
  const found = flips.filter((plan) => plan !== null);
  const moves = carried.filter((label, node) => label !== start[node]).length;
  const isWithin = new PlanState(problem, carried, input.edges).excess() === 0;
  const { grids, share } = wish.grown;
  print(
    `20 grids of ${wish.side ** 2} in a row, ${grids} grown by ${percent(share)}, ±${percent(wish.tolerance)}: flow ${isWithin ? 'within' : 'NOT WITHIN'} the limits after ${moves} units in ${(1000 * spent).toFixed(0)} CPU ms, moved ${reducedDisruption(reduced, carried)}; flips alone ${found.length} of 3 within ${PROPOSALS.toLocaleString('en')} proposals${found.map(({ disruption }) => `, moved ${disruption}`).join('')}`,
  );
}

export async function suggestRows(print) {
  for (const side of [4, 10])
    for (const tolerance of [0.05, 0.1])
      for (const grown of [
        { grids: 1, share: 1 },
        { grids: 3, share: 0.6 },
      ])
        stripRow({ side, tolerance, grown }, print);
  const solver = await loadHighs();
  movedRow(
    '1,500/15 within 3 %, 35 % more on one side',
    grownQuestion({ units: 1500, grids: 15, tolerance: 0.03, seed: 1 }),
    solver,
    print,
  );
  movedRow(
    '100/15 within 10 %, 35 % more on one side',
    grownQuestion({ units: 100, grids: 15, tolerance: 0.1, seed: 11 }),
    solver,
    print,
  );
  const demo = answer(demoQuestion(), solver);
  print(
    `the demo's suggestions: first after ${demo.first.toFixed(2)} CPU s (must 1: ${verdict(demo.first <= 1)}), all ${demo.plans.length} after ${demo.all.toFixed(1)} (must 10: ${verdict(demo.all <= 10)}), ${demo.plans.filter(({ proof }) => proof === 'proved').length} proved least at their balance`,
  );
}
