// The search on the public instances beside the checkout: five seeds each, CPU seconds until the best cut known is reached.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstance, searchPlan } from '../dist/index.js';
import { seededRandom } from '../dist/random.js';
import { PlanState } from '../dist/partition/plan-state.js';
import { treeMoves } from '../dist/partition/tree-moves.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'districting');
const SEEDS = [1, 2, 3, 4, 5];
const LIMIT_SECONDS = 10;

const cpuSeconds = (since) => process.cpuUsage(since).user / 1e6;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const load = (name) => {
  const json = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
  return { name, known: json.known, problem: readInstance(json) };
};

/** Prints a line an instance. @returns whether each best known cut was reached by the median seed within the limit */
export function searchInstances(print) {
  const instances = readdirSync(FOLDER)
    .map((file) => load(file.replace('.json', '')))
    .filter(({ known }) => known !== null);
  const reached = instances.map(({ name, known: [bound, best], problem }) => {
    const runs = SEEDS.map((seed) => {
      const start = process.cpuUsage();
      let hit = null;
      const plan = searchPlan(problem, {
        seed,
        proposals: 1e9,
        onProgress: ({ cut }) => {
          const seconds = cpuSeconds(start);
          if (hit === null && cut !== null && cut <= best) hit = seconds;
          return hit === null && seconds < LIMIT_SECONDS;
        },
      });
      return { cut: plan.feasible ? plan.cut : Number.POSITIVE_INFINITY, seconds: hit ?? Number.POSITIVE_INFINITY };
    });
    const seconds = median(runs.map((run) => run.seconds));
    const known = bound === best ? `optimum ${best}` : `best known ${best}, bound ${bound}`;
    print(
      `${name.padEnd(10)} ${known.padEnd(26)} cuts ${runs.map((run) => run.cut).join(' ')}; seconds ${runs.map((run) => run.seconds.toFixed(2)).join(' ')}; median ${seconds.toFixed(2)}`,
    );
    return seconds <= LIMIT_SECONDS;
  });
  return reached.every(Boolean);
}

/** Accepted tree moves a CPU second on one instance: every plan on the way within the limits, any cut accepted. */
export function treeMovesASecond(name) {
  const { problem } = load(name);
  const { assignment, feasible } = searchPlan(problem, { seed: 1, proposals: 1e6 });
  if (!feasible) throw new Error(`${name}: no plan to start from`);
  const state = new PlanState(problem, assignment);
  const random = seededRandom(1);
  const anyCut = { hot: 1e9, cold: 1e9, looseExcessCost: 1e15, tightExcessCost: 1e15 };
  treeMoves(state, random, { ...anyCut, proposals: 20_000 }, () => undefined);
  const start = process.cpuUsage();
  const accepted = treeMoves(state, random, { ...anyCut, proposals: 500_000 }, () => undefined);
  if (state.excess() !== 0) throw new Error(`${name}: left the limits`);
  return accepted / cpuSeconds(start);
}

export { load, cpuSeconds };
