// `pnpm bench`: every figure that the README quotes, printed by one run. Needs a build, PostgreSQL + PostGIS and Linux.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { communityMap } from './community-map.mjs';
import { firstPaint } from './first-paint.mjs';
import { liveLatency } from './live-latency.mjs';
import { post, signIn } from './measure.mjs';

const MAIN = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'main.js');
const only = process.argv[2];
const print = (line) => process.stdout.write(`${line}\n`);
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

async function start(args, env) {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=production', MAIN, ...args], {
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  const startedAt = performance.now();
  while (!/网格一张图.*localhost:\d+/s.test(output)) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const port = /网格一张图.*localhost:(\d+)/s.exec(output)[1];
  const stop = () => new Promise((resolve) => (child.once('exit', resolve), child.kill('SIGTERM')));
  return { url: `http://localhost:${port}`, pid: child.pid, output, stop, readyMs: performance.now() - startedAt };
}

async function embedded(folder) {
  const env = {
    DATA_DIR: join(folder, 'data'),
    QINGHE_CACHE: process.env.QINGHE_CACHE ?? join(tmpdir(), 'qinghe-cache'),
  };
  const args = ['--clock', '2026-07-07T17:58+08:00', '--no-simulate'];
  const first = await start(args, env);
  print(`first start, seeding the demo (template prepared): ${ms(first.readyMs)}`);
  await first.stop();
  const second = await start(args, env);
  print(`second start, ready: ${ms(second.readyMs)} (budget 10 s)`);
  const server = await signIn(second, 'secretary');
  const map = await communityMap(server, second.pid);
  print('CPU a community map, server process with its embedded database:');
  for (const [name, value] of Object.entries(map)) print(`  ${name.padEnd(24)} ${ms(value)}`);
  await firstPaint(server);
  const paint = await firstPaint(server);
  print(
    `first paint, warm server, 1920×1080, software rendering: ${ms(paint.paint)}; figures ${ms(paint.figures)}; map canvas ${ms(paint.map)} (budget 2 s)`,
  );
  await second.stop();
}

async function onServer(folder) {
  const postgres = await startPostgres();
  try {
    const url = new URL(postgres.url);
    const server = await start(['--no-demo'], { DATABASE_URL: url.href, DATA_DIR: join(folder, 'files') });
    const token = /password=([\w-]+)/.exec(server.output)?.[1];
    const password = 'bench password only';
    const { cookie } = await post(
      server,
      'mutation ($t: String!, $p: String!) { setPassword(token: $t, password: $p) { __typename } }',
      { t: token, p: password },
    );
    const latency = await liveLatency({ server: { ...server, cookie }, databaseUrl: url.href });
    print(
      `live, 1,000 events/s over 100 communities, batches of 50, PostgreSQL: ${latency.seen} of ${latency.batches} batches seen, ${latency.failed} failed`,
    );
    print(
      `  sent → on the subscriber: p50 ${ms(latency.p50)}, p95 ${ms(latency.p95)}, p99 ${ms(latency.p99)} (budget p99 500 ms)`,
    );
    await server.stop();
  } finally {
    await postgres.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'qinghe-bench-'));
try {
  if (only !== 'server') await embedded(folder);
  if (only !== 'embedded') await onServer(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
