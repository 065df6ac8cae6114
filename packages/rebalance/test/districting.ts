// The public instances beside the checkout: dual graphs of counties and census tracts with the best cuts known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PartitionProblem } from '../src/partition/problem.ts';
import { readInstance } from '../src/partition/instance.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'districting');

/** `known`: proven lower bound and best cut published. Fails when the data is not there. */
export function districting(name: string): { problem: PartitionProblem; known: readonly [number, number] } {
  const json = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as { known: [number, number] };
  return { problem: readInstance(json), known: json.known };
}
