// `pnpm --filter @qinghe/rebalance solve INSTANCE.json [--seed S] [--budget N] [--prove] > PLAN.json`: the engine for anyone.
// The plan goes to standard output, progress to standard error. Outside the pure part: reads files, knows the time.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadHighs } from './load-highs.ts';
import { enumerateGrids } from '../src/partition/enumerate-grids.ts';
import { InstanceFault, type PlanFile, readInstance } from '../src/partition/instance.ts';
import type { LinearSolver } from '../src/partition/linear-solver.ts';
import type { PartitionProblem } from '../src/partition/problem.ts';
import { searchPlan, type SearchResult } from '../src/partition/search.ts';
import { provePartition } from '../src/partition/set-partition.ts';
import { polishByWindows } from '../src/partition/windows.ts';

const USAGE = `usage: solve INSTANCE.json [--seed S] [--budget N] [--prove]
  --seed S    whole number; the same seed gives the same plan (default 1)
  --budget N  millions of proposals, about 0.2 s of computing each (default 25)
  --prove     enumerate all grids and prove the plan best, or bound it; where they are too many, improve and
              prove three grids at a time, without a bound for the whole`;

class Misuse extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      budget: { type: 'string', default: '25' },
      prove: { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Misuse('one instance expected');
  const [seed, budget] = [Number(values.seed), Number(values.budget)];
  if (!Number.isInteger(seed)) throw new Misuse('--seed: a whole number expected');
  if (!(budget > 0)) throw new Misuse('--budget: a number above 0 expected');
  return { path, seed, proposals: budget * 1_000_000, prove: values.prove };
}

async function solve(): Promise<PlanFile> {
  const { path, seed, proposals, prove } = readArguments();
  const problem = readInstance(JSON.parse(readFileSync(path, 'utf8')) as unknown);
  const before = process.cpuUsage();
  const found = search(problem, seed, proposals);
  const plan = {
    assignment: found.feasible ? [...found.assignment] : null,
    cut: found.feasible ? found.cut : null,
    bound: null,
    status: 'none' as const,
  };
  const proof = prove ? await proveOrBound(problem, found) : null;
  const cpuSeconds = Math.round(process.cpuUsage(before).user / 1e4) / 100;
  const stats = { seed, rounds: found.rounds, treeMoves: found.treeMoves, cpuSeconds };
  return proof ? { ...proof, stats: { ...stats, ...proof.stats } } : { ...plan, stats };
}

function search(problem: PartitionProblem, seed: number, proposals: number): SearchResult {
  let told = -1;
  return searchPlan(problem, {
    seed,
    proposals,
    onProgress: ({ round, rounds, cut }) => {
      const tenth = Math.floor((10 * round) / rounds);
      if (tenth > told) process.stderr.write(`search ${10 * tenth} %  best cut ${cut ?? '–'}\n`);
      told = tenth;
      return true;
    },
  });
}

/** That no plan exists is proved, too: no assignment then, and `infeasible` among the figures. */
async function proveOrBound(problem: PartitionProblem, found: SearchResult): Promise<PlanFile> {
  const solver = await loadHighs();
  const columns = enumerateGrids(problem);
  if (!columns.complete && found.feasible) return byWindows(problem, found, solver);
  let told = '';
  const proof = provePartition(problem, columns, solver, {
    ...(found.feasible && { incumbent: found.assignment }),
    keepGoing: ({ bound, cut }) => {
      const line = `proof  bound ${bound ?? '–'}  best cut ${cut ?? '–'}\n`;
      if (line !== told) process.stderr.write(line);
      told = line;
      return true;
    },
  });
  return {
    assignment: proof.assignment && [...proof.assignment],
    cut: proof.cut,
    bound: proof.bound,
    status: proof.status === 'infeasible' ? 'proved' : proof.status,
    stats: { infeasible: proof.status === 'infeasible', grids: proof.stats.grids, sweeps: proof.stats.sweeps },
  };
}

function byWindows(problem: PartitionProblem, found: SearchResult, solver: LinearSolver): PlanFile {
  const { assignment, cut, windows, proved } = polishByWindows(problem, found.assignment, solver, {
    keepGoing: (progress) => {
      if (progress.done === progress.windows) process.stderr.write(`windows best cut ${progress.cut}\n`);
      return true;
    },
  });
  return { assignment: [...assignment], cut, bound: null, status: 'none', stats: { windows, windowsProved: proved } };
}

try {
  process.stdout.write(`${JSON.stringify(await solve())}\n`);
} catch (error) {
  const known = error instanceof InstanceFault || error instanceof Misuse || error instanceof SyntaxError;
  if (
    !known &&
    (error as { code?: string }).code !== 'ENOENT' &&
    !String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
  )
    throw error;
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exitCode = 2;
}
