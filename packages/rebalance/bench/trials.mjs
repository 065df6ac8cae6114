// What a planner hears of forty communities cut out of the Jakarta footprints: plans or the rules that conflict, and how soon.
import { loadHighs } from '../bin/load-highs.ts';
import { suggestPlans, whyNot } from '../dist/index.js';
import { askedOf, jakartaCommunities } from '../test/jakarta-communities.mjs';
import { cpuSeconds } from './search.mjs';

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const shown = (values) =>
  values.length === 0 ? 'none' : `median ${middle(values).toFixed(2)}, worst ${Math.max(...values).toFixed(2)} CPU s`;

function answer(question, solver) {
  const start = process.cpuUsage();
  let first = null;
  const { plans } = suggestPlans(question, { seed: 1, solver, onPlan: () => (first ??= cpuSeconds(start)) });
  const all = cpuSeconds(start);
  const why = plans.length > 0 ? null : whyNot(question, { seed: 1, solver });
  return { plans, first, all, why, whySeconds: cpuSeconds(start) };
}

function group(name, asked, solver, print) {
  const answers = asked.map((question) => answer(question, solver));
  const found = answers.filter(({ plans }) => plans.length > 0);
  const refused = answers.filter(({ why }) => why?.status === 'infeasible');
  const open = answers.length - found.length - refused.length;
  print(
    `${name}: ${found.length} with plans, ${refused.length} infeasible with the rules that conflict, ${open} without an answer`,
  );
  print(`  first plan ${shown(found.map(({ first }) => first))}; all plans ${shown(found.map(({ all }) => all))}`);
  print(`  why not ${shown(refused.map(({ whySeconds }) => whySeconds))}`);
  const plans = found.flatMap((each) => each.plans);
  const count = (proof) => plans.filter((plan) => plan.proof === proof).length;
  print(
    `  of ${plans.length} plans ${count('proved')} proved least at their balance, ${count('within')} within a bound, ${count('none')} without one`,
  );
}

export async function trialRows(print) {
  const solver = await loadHighs();
  const asked = jakartaCommunities().map((community) => askedOf(community).question);
  const isLarge = ({ current }) => current.length >= 1_000;
  group(
    'communities of the Jakarta set, 100 to 150 buildings',
    asked.filter((question) => !isLarge(question)),
    solver,
    print,
  );
  group('  and of 1,000', asked.filter(isLarge), solver, print);
}
