// Owns the servers of journeys, first the one that all share: the built program as its users start it, a temporary data
// directory, a free port, the demo world. Refuses a second seeding: it takes longer than the journeys; an empty
// installation is cheap. QINGHE_E2E_URL names a running demo (started with the clock below and --no-simulate) to test
// against instead.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const MAIN = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
/** Two minutes before the secretary's story. Nothing moves by itself: each journey causes what it counts. */
const ARGUMENTS = ['--clock', '2026-07-07T17:58+08:00', '--no-simulate'];
const SEEDED_MS = 280_000;
const ADDRESS = /网格一张图\s+(http:\/\/localhost:\d+)/;

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server all journeys share, e.g. `http://localhost:4000`. */
    readonly serverUrl: string;
  }
}

let stop = (): Promise<void> => Promise.resolve();

/** Run once before all journeys. @throws with the server's own words when it ends or never listens */
export async function setup(project: TestProject): Promise<void> {
  const running = process.env['QINGHE_E2E_URL'];
  if (running !== undefined) return project.provide('serverUrl', running);
  const server = await startServer(ARGUMENTS);
  stop = server.stop;
  project.provide('serverUrl', server.url);
}

/** Run once after all journeys. */
export async function teardown(): Promise<void> {
  await stop();
}

/** A server of its own. */
export interface RunningServer {
  readonly url: string;
  /** What it has printed so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** The built program on a data directory and a port of its own. @throws with its own words when it does not come up */
export async function startServer(args: readonly string[]): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-journeys-'));
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const environment = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data') };
  const cache = { QINGHE_CACHE: inherited['QINGHE_CACHE'] ?? join(tmpdir(), 'qinghe-cache') };
  const server = spawn(process.execPath, ['--conditions=production', MAIN, ...args], {
    env: { ...inherited, ...cache, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data: Buffer) => void (said += data.toString()));
  const stopIt = async () => {
    await end(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await listening(server, () => said), said: () => said, stop: stopIt };
  } catch (error) {
    await stopIt();
    throw error;
  }
}

async function listening(server: ChildProcess, said: () => string): Promise<string> {
  const until = Date.now() + SEEDED_MS;
  while (Date.now() < until) {
    const [, url] = ADDRESS.exec(said()) ?? [];
    if (url !== undefined) return url;
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server did not listen within ${SEEDED_MS / 1000} s:\n${said()}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
