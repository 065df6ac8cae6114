// kill -9 during writes loses nothing that was acknowledged, leaves no half transaction, and its lock can be taken over.
// A second process on a held directory is refused with a sentence.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDirectory, openForTest, removeDirectory } from './testing/test-bed.ts';

const ROUNDS = 10;
const directory = freshDirectory();
const children: ChildProcess[] = [];

beforeAll(async () => {
  const database = await openForTest(directory);
  await database.exec('create table rows (id int, half int, primary key (id, half))');
  await database.close();
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  removeDirectory(directory);
});

function startWriter(): { child: ChildProcess; lines: readline.Interface } {
  const script = fileURLToPath(new URL('testing/writing-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  if (!child.stdout) throw new Error('no output');
  return { child, lines: readline.createInterface({ input: child.stdout }) };
}

/** Kills the writer after `count` acknowledgements; gives the last id it was told of. */
async function writeAndKill(count: number): Promise<number> {
  const { child, lines } = startWriter();
  const acknowledged: number[] = [];
  for await (const line of lines) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged.at(-1) ?? 0;
}

test(`${ROUNDS} kills during writes: every acknowledged row is there, none by half`, async () => {
  let acknowledged = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const last = await writeAndKill(5 + 7 * round);
    expect(last).toBeGreaterThan(acknowledged);
    acknowledged = last;
  }
  const database = await openForTest(directory);
  const { rows } = await database.query(
    'select count(distinct id)::int as ids, max(id) as last, count(*)::int as halves, count(*) filter (where id <= $1)::int as acknowledged from rows',
    [acknowledged],
  );
  await database.close();
  const last = rows[0]?.['last'] as number;
  expect(rows).toEqual([{ ids: last, last, halves: 2 * last, acknowledged: 2 * acknowledged }]);
});

test('a second process is refused with a code, the pid and a sentence; the first goes on', async () => {
  const database = await openForTest(directory);
  const { child, lines } = startWriter();
  const [line] = (await once(lines, 'line')) as [string];
  const refusal = JSON.parse(line) as { code: string; message: string };
  expect(refusal.code).toBe('DATA_DIRECTORY_IN_USE');
  expect(refusal.message).toContain(`in use by process ${process.pid}`);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  await expect(openForTest(directory)).rejects.toMatchObject({ code: 'DATA_DIRECTORY_IN_USE', pid: process.pid });
  expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await database.close();
});
