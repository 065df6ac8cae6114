// `pnpm bench`: every figure that the README quotes, printed by one run. Needs a build, PostgreSQL + PostGIS here, and Linux.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { makeLargeCommunity } from './communities.mjs';
import { communityMap } from './community-map.mjs';
import { figuresGrowth } from './figures-growth.mjs';
import { firstPaint } from './first-paint.mjs';
import { frameFanout } from './frame-fanout.mjs';
import { liveLatency } from './live-latency.mjs';
import { signIn } from './measure.mjs';
import { startInstallation, startServer } from './server-process.mjs';

const only = process.argv[2];
const print = (line) => process.stdout.write(`${line}\n`);
const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

async function embedded(folder) {
  const env = {
    DATA_DIR: join(folder, 'data'),
    QINGHE_CACHE: process.env.QINGHE_CACHE ?? join(tmpdir(), 'qinghe-cache'),
  };
  const args = ['--clock', '2026-07-07T17:58+08:00', '--no-simulate'];
  const first = await startServer(args, env);
  print(`first start, seeding the demo: ${ms(first.readyMs)} (budget 3 min with installation)`);
  await first.stop();
  const second = await startServer(args, env);
  print(`second start, ready: ${ms(second.readyMs)} (budget 10 s)`);
  const server = await signIn(second, 'secretary');
  await firstPaint(server);
  const paint = await firstPaint(server);
  print(
    `first paint, warm server, 1920×1080, software rendering: ${ms(paint.paint)}; figures ${ms(paint.figures)}; map canvas ${ms(paint.map)} (budget 2 s)`,
  );
  await second.stop();
}

async function onServer(folder) {
  const server = await startInstallation(join(folder, 'files'));
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const latency = await liveLatency(server, client);
    print(
      `live, 1,000 events/s over 100 communities, batches of 50, PostgreSQL: ${latency.seen} of ${latency.expected} batches seen`,
    );
    print(
      `  sent → on the subscriber: p50 ${ms(latency.p50)}, p95 ${ms(latency.p95)}, p99 ${ms(latency.p99)} (budget p99 500 ms)`,
    );
    const large = await makeLargeCommunity(server, client);
    const map = await communityMap(server, client, large.code);
    print('CPU of a map of 100 buildings and 15 grids: server + database (budget uncached ≤ 1/4 of object resolvers)');
    for (const [kind, cpu] of Object.entries(map))
      print(`  ${kind.padEnd(24)} ${ms(cpu.server)} + ${ms(cpu.database)}`);
    const frame = await frameFanout(server, large);
    print(
      `CPU of a delivered frame of 20 cells, 200 subscribers: shared ${frame.shared.toFixed(0)} µs, executed for each ${frame.separate.toFixed(0)} µs (budget 1/5)`,
    );
    for (const [size, time] of Object.entries(await figuresGrowth(server, client, large.code)))
      print(`figures with ${size} events of history: live ${ms(time.live)}, as of an instant ${ms(time.asOf)}`);
  } finally {
    await client.end();
    await server.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'qinghe-bench-'));
try {
  if (only !== 'server') await embedded(folder);
  if (only !== 'embedded') await onServer(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
