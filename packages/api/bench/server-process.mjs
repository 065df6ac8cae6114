// The built server as a child process of a benchmark, and a database of its own on PostgreSQL. Nothing outlives the run.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { post } from './measure.mjs';

const MAIN = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'main.js');
const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Starts the server and waits until it prints its address. */
export async function startServer(args, env) {
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
  const child = spawn(process.execPath, ['--conditions=production', ...profile, MAIN, ...args], {
    env: { ...inherited, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  const startedAt = performance.now();
  while (!/网格一张图.*localhost:\d+/s.test(output)) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const port = /网格一张图.*localhost:(\d+)/s.exec(output)[1];
  const stop = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve(children.delete(child)));
      child.kill('SIGTERM');
    });
  return { url: `http://localhost:${port}`, pid: child.pid, output, stop, readyMs: performance.now() - startedAt };
}

/** A server on a new, empty database, its first administrator signed in. `stop` drops the database. */
export async function startInstallation(dataDirectory) {
  const postgres = await startPostgres();
  const name = `qinghe_bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(postgres.url, `create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const server = await startServer(['--no-demo'], { DATABASE_URL: url.href, DATA_DIR: dataDirectory });
  const token = /password=([\w-]+)/.exec(server.output)?.[1];
  const { cookie } = await post(
    server,
    'mutation ($t: String!, $p: String!) { setPassword(token: $t, password: $p) { __typename } }',
    { t: token, p: 'bench password only' },
  );
  return {
    ...server,
    cookie,
    databaseUrl: url.href,
    async stop() {
      await server.stop();
      await onServer(postgres.url, `drop database if exists ${name} with (force)`);
      await postgres.stop();
    },
  };
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
