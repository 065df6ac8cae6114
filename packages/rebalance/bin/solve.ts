// `pnpm --filter @qinghe/rebalance solve INSTANCE.json [--seed S] [--budget N] > PLAN.json`: the engine for anyone.
// The plan goes to standard output, progress to standard error. Outside the pure part: reads files, knows the time.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { InstanceFault, type PlanFile, readInstance } from '../src/partition/instance.ts';
import { searchPlan } from '../src/partition/search.ts';

const USAGE = `usage: solve INSTANCE.json [--seed S] [--budget N]
  --seed S    whole number; the same seed gives the same plan (default 1)
  --budget N  millions of proposals, about 0.2 s of computing each (default 25)`;

class Misuse extends Error {}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, budget: { type: 'string', default: '25' } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new Misuse('one instance expected');
  const [seed, budget] = [Number(values.seed), Number(values.budget)];
  if (!Number.isInteger(seed)) throw new Misuse('--seed: a whole number expected');
  if (!(budget > 0)) throw new Misuse('--budget: a number above 0 expected');
  return { path, seed, proposals: budget * 1_000_000 };
}

function solve(): PlanFile {
  const { path, seed, proposals } = readArguments();
  const problem = readInstance(JSON.parse(readFileSync(path, 'utf8')) as unknown);
  const before = process.cpuUsage();
  let told = -1;
  const result = searchPlan(problem, {
    seed,
    proposals,
    onProgress: ({ round, rounds, cut }) => {
      const tenth = Math.floor((10 * round) / rounds);
      if (tenth > told) process.stderr.write(`${10 * tenth} %  best cut ${cut ?? '–'}\n`);
      told = tenth;
      return true;
    },
  });
  const cpuSeconds = Math.round(process.cpuUsage(before).user / 1e4) / 100;
  return {
    assignment: result.feasible ? [...result.assignment] : null,
    cut: result.feasible ? result.cut : null,
    bound: null,
    status: 'none',
    stats: { seed, rounds: result.rounds, treeMoves: result.treeMoves, cpuSeconds, feasible: result.feasible },
  };
}

try {
  process.stdout.write(`${JSON.stringify(solve())}\n`);
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
