// `gpmetis -contig` (Debian's package metis), the peer that installs everywhere, on our problem: the best of as many of its seeds
// as fit into the time our search took. It knows balance only as a share above even, so its plans may lie outside the limits.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { componentCounts, cutCost, gridLoads } from '../dist/index.js';

const OPTIONS = ['-contig', '-ncuts=10', '-niter=30'];

/**
 * @param seconds METIS's own "Partitioning" seconds may add up to this
 * @returns lowest cut of its plans in one piece a grid, how many grids of that plan lie outside the limits, seconds; null without METIS
 */
export function metis(problem, seconds, tolerance) {
  const folder = mkdtempSync(join(tmpdir(), 'qinghe-metis-'));
  const file = join(folder, 'graph');
  writeFileSync(file, graphFile(problem));
  const [{ lower, upper }] = problem.measures;
  let best = null;
  let spent = 0;
  try {
    for (let seed = 1; spent < seconds; seed += 1) {
      const options = [...OPTIONS, `-ufactor=${Math.max(1, Math.round(tolerance * 1_000))}`, `-seed=${seed}`];
      const output = run('gpmetis', [...options, file, String(problem.gridCount)]);
      if (output === null) return null;
      spent += Number(/Partitioning:\s+([\d.]+)/.exec(output)?.[1] ?? Number.NaN);
      const lines = readFileSync(`${file}.part.${problem.gridCount}`, 'utf8').trim().split('\n');
      const assignment = Int32Array.from(lines, Number);
      if (componentCounts(problem.graph, assignment, problem.gridCount).some((pieces) => pieces !== 1)) continue;
      const cut = cutCost(problem.graph, assignment);
      const loads = [...gridLoads(problem.measures[0], assignment, problem.gridCount)];
      if (best === null || cut < best.cut)
        best = { cut, outside: loads.filter((load) => load < lower || load > upper).length, runs: seed };
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { ...best, spent };
}

function run(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** METIS counts units from 1; "011": vertex and edge weights. */
function graphFile({ graph: { offsets, neighbours, costs }, measures: [{ weights }] }) {
  const rows = Array.from(weights, (weight, unit) => {
    const row = [weight];
    for (let at = offsets[unit]; at < offsets[unit + 1]; at += 1) row.push(neighbours[at] + 1, Math.max(1, costs[at]));
    return row.join(' ');
  });
  return `${weights.length} ${neighbours.length / 2} 011\n${rows.join('\n')}\n`;
}
