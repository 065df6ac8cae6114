// Owns the process in which plans are searched for; where none is found, it says why. Then it waits to be ended.
// Refuses the database and the network. Plain type stripping must suffice to run it.
import { once } from 'node:events';
import { suggestPlans, whyNot } from '@qinghe/rebalance';
import highs from 'highs';
import type { SuggestMessage, SuggestWork } from './suggest-work.ts';

/** Searching is most of the work; explaining comes after. */
const SEARCH_SHARE = 0.95;
const TELL_EVERY_MS = 100;

const [{ question, seed, timeMs }] = (await once(process, 'message')) as [SuggestWork];
const endsAt = performance.now() + timeMs;
const tell = (message: SuggestMessage): void => void process.send?.(message);
const keepGoing = (): boolean => performance.now() < endsAt;
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
// Whoever asked ends this process when the answer has come; without them nobody waits for it.
process.channel?.ref();
process.once('disconnect', () => process.exit());
