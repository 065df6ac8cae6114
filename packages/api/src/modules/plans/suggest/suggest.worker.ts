// Owns the thread in which plans are searched for; where none is found, it says why. Then it ends.
// Refuses the database and the network. Plain type stripping must suffice to run it.
import { parentPort, workerData } from 'node:worker_threads';
import { suggestPlans, whyNot } from '@qinghe/rebalance';
import highs from 'highs';
import type { SuggestMessage, SuggestWork } from './suggest-work.ts';

/** Searching is most of the work; explaining comes after. */
const SEARCH_SHARE = 0.95;
const TELL_EVERY_MS = 100;

const port = parentPort;
if (!port) throw new Error('Plans are searched for in a worker thread only');
const { question, seed, stop } = workerData as SuggestWork;
const stopped = new Int32Array(stop);
const tell = (message: SuggestMessage): void => port.postMessage(message);
const keepGoing = (): boolean => Atomics.load(stopped, 0) === 0;
let toldAt = 0;

// The declarations describe the CommonJS build; what is imported is the loader itself.
const load = highs as unknown as typeof highs.default;
const solver = await load();
const suggestions = suggestPlans(question, {
  seed,
  solver,
  onPlan: (plan) => tell({ kind: 'plan', plan }),
  onProgress: ({ done, steps }) => {
    if (performance.now() - toldAt > TELL_EVERY_MS) {
      toldAt = performance.now();
      tell({ kind: 'progress', progress: (SEARCH_SHARE * done) / Math.max(1, steps) });
    }
    return keepGoing();
  },
});
const isOpen = suggestions.status === 'none' && keepGoing();
tell({
  kind: 'done',
  suggestions,
  whyNot: isOpen ? whyNot(question, { seed, solver, onProgress: keepGoing }) : null,
});
