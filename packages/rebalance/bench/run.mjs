// `pnpm bench:rebalance`: the engine's table, printed by one run, misses included. Needs a build and the data beside the checkout.
import { searchPlan } from '../dist/index.js';
import { city } from './city.mjs';
import { flat } from './flat.mjs';
import { metis } from './metis.mjs';
import { cpuSeconds, load, searchInstances, treeMovesASecond } from './search.mjs';
import { suggestRows } from './suggest.mjs';
import { trialRows } from './trials.mjs';

const print = (line) => process.stdout.write(`${line}\n`);
const verdict = (met) => (met ? 'met' : 'MISSED');

const all = searchInstances(print);
print(`public instances: best known cut by the median of 5 seeds within 10 CPU s: ${verdict(all)}`);

const rate = treeMovesASecond('OK_county');
print(
  `accepted tree moves a CPU second, OK county: ${Math.round(rate)} (must 1,400: ${verdict(rate >= 1_400)}; aim 18,000: ${verdict(rate >= 18_000)})`,
);

const { problem } = load('PA_tract');
const start = process.cpuUsage();
const ours = searchPlan(problem, { seed: 1, proposals: 14_000_000 });
const seconds = cpuSeconds(start);
const peer = metis(problem, seconds, 0.005);
print(`PA tract: ours ${ours.feasible ? ours.cut : 'none within limits'} in ${seconds.toFixed(1)} CPU s`);
if (peer === null) print('  METIS is not installed (Debian package metis): not compared');
else {
  const fewer = 1 - ours.cut / peer.cut;
  print(
    `  gpmetis -contig: ${peer.cut} in ${peer.spent.toFixed(1)} s, best of ${peer.runs} runs, ${peer.outside} grids outside the limits; ours has ${(100 * fewer).toFixed(1)} % fewer (must 5 %: ${verdict(fewer >= 0.05)}; aim 10 %: ${verdict(fewer >= 0.1)})`,
  );
}

const whole = city();
print(
  `320 communities, 80,000 buildings, 5,120 grids within 5 %: ${whole.without} without a plan, ${whole.seconds.toFixed(1)} CPU s (must 15: ${verdict(whole.without === 0 && whole.seconds <= 15)}; aim 5: ${verdict(whole.without === 0 && whole.seconds <= 5)})`,
);

const stress = flat();
const below = stress.peer === null ? null : 1 - stress.cut / stress.peer.cut;
print(
  `100,000 units, 1,000 grids within 2 %: ${stress.feasible ? 'none out of range' : 'SOME OUT OF RANGE'}, cut ${stress.cut} in ${stress.seconds.toFixed(1)} CPU s (must 40: ${verdict(stress.seconds <= 40)}; aim 10: ${verdict(stress.seconds <= 10)})`,
);
print(
  below === null
    ? '  METIS is not installed: not compared'
    : `  gpmetis -contig: ${stress.peer.cut}, ${stress.peer.outside} grids outside; ours ${(100 * below).toFixed(1)} % below (must 7 %: ${verdict(below >= 0.07)})`,
);

await suggestRows(print);
await trialRows(print);

await import('./coverage.mjs');
await import('./browser-proof.mjs');
