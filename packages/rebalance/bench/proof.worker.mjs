// The worker a browser would run: loads the solver once, then proves what it is sent. Times are the worker's own clock.
import loadHighs from '/highs/highs.mjs';
import { enumerateGrids } from '../src/partition/enumerate-grids.ts';
import { readInstance } from '../src/partition/instance.ts';
import { searchPlan } from '../src/partition/search.ts';
import { provePartition } from '../src/partition/set-partition.ts';

const highs = await loadHighs({ locateFile: (file) => `/highs/${file}` });

/** A plan from the search, the first that keeps all limits, then the proof. `stop`: shared memory, set to 1 to cancel. */
function prove({ instance, stop, searches }) {
  const flag = new Int32Array(stop);
  const keepGoing = () => Atomics.load(flag, 0) === 0;
  const problem = readInstance(instance);
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  let start;
  if (searches) {
    const found = searchPlan(problem, {
      seed: 1,
      proposals: 5e6,
      onProgress: ({ cut }) => cut === null && keepGoing(),
    });
    if (found.feasible) start = { ms: since(), cut: found.cut, incumbent: found.assignment };
  }
  const columns = enumerateGrids(problem, { keepGoing });
  const enumeratedMs = since();
  let planMs = start?.ms ?? null;
  const proof = provePartition(problem, columns, highs, {
    ...(start && { incumbent: start.incumbent }),
    keepGoing: ({ cut }) => {
      if (cut !== null) planMs ??= since();
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
    firstMs: planMs ?? since(),
    firstCut: start?.cut ?? cut,
    enumeratedMs,
    provedMs: since(),
    columnBytes,
    solverBytes: highs.memoryBytes,
  };
}

addEventListener('message', ({ data }) => postMessage({ answer: prove(data) }));
postMessage({ ready: true });
