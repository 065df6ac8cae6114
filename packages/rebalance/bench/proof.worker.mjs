// The worker a browser would run: loads the solver once, then proves what it is sent. Times are the worker's own clock.
import loadHighs from '../node_modules/highs/build/highs.mjs';
import { enumerateGrids } from '../src/partition/enumerate-grids.ts';
import { readInstance } from '../src/partition/instance.ts';
import { searchPlan } from '../src/partition/search.ts';
import { provePartition } from '../src/partition/set-partition.ts';

/** Flips the search proposes before the proof starts, about 200 ms of work. */
const PROPOSALS = 700_000;

let highs;

/** A plan from the search, then the proof. `stop`: shared memory, set to 1 to cancel. */
function prove({ instance, stop, searches }) {
  const flag = new Int32Array(stop);
  const keepGoing = () => Atomics.load(flag, 0) === 0;
  const problem = readInstance(instance);
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  let firstMs = null;
  let incumbent;
  if (searches) {
    const found = searchPlan(problem, {
      seed: 1,
      proposals: PROPOSALS,
      onProgress: ({ cut }) => {
        if (cut !== null) firstMs ??= since();
        return keepGoing();
      },
    });
    if (found.feasible) incumbent = found.assignment;
  }
  const searchedMs = since();
  const columns = enumerateGrids(problem, { keepGoing });
  const enumeratedMs = since();
  const proof = provePartition(problem, columns, highs, {
    ...(incumbent && { incumbent }),
    keepGoing: ({ cut }) => {
      if (cut !== null) firstMs ??= since();
      return keepGoing();
    },
  });
  const { status, cut, bound, stats } = proof;
  const columnBytes = columns.sizes.byteLength + columns.units.byteLength + columns.borders.byteLength;
  return {
    status,
    cut,
    bound,
    stats,
    firstMs: firstMs ?? since(),
    searchedMs,
    enumeratedMs: enumeratedMs - searchedMs,
    provedMs: since(),
    columnBytes,
    solverBytes: highs.memoryBytes,
  };
}

async function load(wasmModule) {
  highs = await loadHighs({ wasmModule });
  postMessage({ ready: true });
}

// The page compiled the solver once: every further worker starts from the module.
addEventListener('message', ({ data }) => {
  if (data.wasmModule) void load(data.wasmModule);
  else postMessage({ answer: prove(data) });
});
