// What suggested plans cost people, against the flow between neighbouring grids and against what is proved; and how soon they come.
import { loadHighs } from '../bin/load-highs.ts';
import { neighbourFlow, reduceQuestion, suggestPlans } from '../dist/index.js';
import { demoQuestion, grownQuestion } from '../test/plan-questions.ts';
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

export async function suggestRows(print) {
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
