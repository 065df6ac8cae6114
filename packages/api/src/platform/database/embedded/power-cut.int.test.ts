// A power cut at any instant loses nothing that was acknowledged, and the directory opens every time.
import path from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { PGlite as Stock } from '@electric-sql/pglite';
import { afterAll, expect, test } from 'vitest';
import { DurableFileSystem } from './durable-file-system.ts';
import { compileEngine, DURABLE_START_PARAMS, openEngine } from './engine.ts';
import { PowerCutFileSystem } from './testing/power-cut-file-system.ts';
import { freshDirectory, removeDirectory } from './testing/test-bed.ts';

const CUTS = 50;
const root = freshDirectory();
afterAll(() => removeDirectory(root));

const compiled = compileEngine();
const silent = { synced: () => undefined, syncFailed: () => undefined };

/** mulberry32: the same seed cuts at the same operations. */
function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Cut {
  directory: string;
  /** Rows whose INSERT had been answered when the power went. */
  acknowledged: number;
}

/** As `prepare` does it: what initdb wrote is made durable as a whole before the directory is used. */
async function initialise(directory: string): Promise<void> {
  const fileSystem = new DurableFileSystem(directory, silent);
  const engine = await openEngine({ fileSystem, engineModule: await compiled });
  await engine.exec('create table rows (id int primary key, body text)');
  await engine.exec('checkpoint');
  await engine.close();
}

/** Writes rows one by one with checkpoints, updates and a growing index between, and copies the disk at random operations. */
async function cutWhileWriting(
  name: string,
  startParams: readonly string[],
  cuts: number,
  seed: number,
): Promise<Cut[]> {
  const chance = seededChance(seed);
  const taken: Cut[] = [];
  let acknowledged = 0;
  let operationsToCut = Number.POSITIVE_INFINITY;
  await initialise(path.join(root, name));
  const fileSystem = new PowerCutFileSystem(path.join(root, name), path.join(root, `${name}-attic`), () => {
    operationsToCut -= 1;
    if (operationsToCut > 0) return;
    operationsToCut = 1 + Math.floor(chance() * 120);
    const directory = path.join(root, `${name}-cut-${taken.length}`);
    fileSystem.crashCopy(directory, chance);
    taken.push({ directory, acknowledged });
  });
  const engine = await openEngine({ fileSystem, startParams, engineModule: await compiled });
  operationsToCut = 40;
  while (taken.length < cuts) {
    await engine.query("insert into rows values ($1, repeat('x', $2))", [
      acknowledged + 1,
      Math.floor(chance() * 3_000),
    ]);
    acknowledged += 1;
    if (chance() < 0.05) await engine.exec('checkpoint');
    if (chance() < 0.05) await engine.query('update rows set body = body || $1 where id % 7 = 0', ['y']);
    // New files, renamed and removed ones: a table comes and goes.
    if (chance() < 0.05)
      await engine.exec('drop table if exists spill; create table spill as select id, body from rows');
  }
  operationsToCut = Number.POSITIVE_INFINITY;
  await engine.close();
  return taken;
}

/** Rows found after replaying the log, or null when the directory does not open. */
async function rowsAfter(cut: Cut): Promise<number | null> {
  let engine: PGlite | undefined;
  try {
    const fileSystem = new DurableFileSystem(cut.directory, silent);
    engine = await openEngine({ fileSystem, engineModule: await compiled });
    // Through the index and through the heap; every row up to the last must be there.
    const { rows } = await engine.query<{ heap: number; last: number }>(
      'select count(*)::int as heap, coalesce(max(id), 0) as last from rows where length(body) >= 0',
    );
    return rows[0]?.heap === rows[0]?.last ? (rows[0]?.last ?? 0) : null;
  } catch {
    return null;
  } finally {
    await engine?.close().catch(() => undefined);
    removeDirectory(cut.directory);
  }
}

const isWhole = async (cut: Cut): Promise<boolean> => ((await rowsAfter(cut)) ?? -1) >= cut.acknowledged;

test(`${CUTS} power cuts: every directory opens with every acknowledged row`, async () => {
  const cuts = await cutWhileWriting('durable', DURABLE_START_PARAMS, CUTS, 20_260_707);
  const lost: number[] = [];
  for (const [index, cut] of cuts.entries()) if (!(await isWhole(cut))) lost.push(index);
  expect(lost).toEqual([]);
  expect(cuts).toHaveLength(CUTS);
  expect(cuts.at(-1)?.acknowledged).toBeGreaterThan(100);
});

test('the double can fail: with the stock parameters (fsync off) cuts lose rows or the database', async () => {
  const cuts = await cutWhileWriting('stock', Stock.defaultStartParams, 4, 4);
  const whole: boolean[] = [];
  for (const cut of cuts) whole.push(await isWhole(cut));
  expect(whole).toContain(false);
});
