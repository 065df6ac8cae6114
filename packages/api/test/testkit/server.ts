// The built server as its users start it: its own process, a temporary data directory, a free port.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyDemoData } from './demo-data.ts';
import { testCache } from './test-database.ts';

/** The built program. */
export const MAIN = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'main.js');
const READY = /https?:\/\/localhost:(\d+)/;

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDirectory: string;
  /** Everything it wrote to the terminal. */
  output(): string;
  /** Ends the process and waits for it; `keepData` leaves the directory for a restart. */
  stop(options?: { readonly keepData?: boolean; readonly signal?: NodeJS.Signals }): Promise<void>;
}

export interface ServerOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly dataDirectory?: string;
  readonly timeoutMs?: number;
}

/** The demo's clock in tests: just before the secretary's story begins. */
const DEMO_CLOCK = '2026-07-07T17:58+08:00';

/** @throws with the server's output when it ends or stays silent before it listens */
export async function startServer({
  args = [],
  env = {},
  dataDirectory,
  timeoutMs = 170_000,
}: ServerOptions = {}): Promise<TestServer> {
  const folder = dataDirectory ? dirname(dataDirectory) : await mkdtemp(join(tmpdir(), 'qinghe-server-'));
  const directory = dataDirectory ?? join(folder, 'data');
  const { DATABASE_URL: _ours, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=production', MAIN, ...args], {
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, QINGHE_CACHE: testCache(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => void (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => void (output += data.toString()));
  const port = await listening(child, () => output, timeoutMs);
  return {
    url: `http://localhost:${port}`,
    port,
    pid: child.pid ?? 0,
    dataDirectory: directory,
    output: () => output,
    async stop({ keepData = false, signal = 'SIGTERM' } = {}) {
      await ended(child, signal);
      if (!keepData) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The demo at {@link DEMO_CLOCK}, where nothing moves by itself, in a data directory of its own: seconds instead of half a minute. */
export async function startDemoServer(): Promise<TestServer> {
  const args = ['--clock', DEMO_CLOCK, '--no-simulate'];
  const dataDirectory = join(await mkdtemp(join(tmpdir(), 'qinghe-server-')), 'data');
  const builds = ['api', 'schema', 'rebalance'].map((name) => join(dirname(MAIN), '..', '..', name, 'dist'));
  await copyDemoData({ cache: testCache(), builds, args }, dataDirectory, async (directory) => {
    const seeding = await startServer({ args, dataDirectory: directory });
    await seeding.stop({ keepData: true });
  });
  return startServer({ args, dataDirectory });
}

async function listening(child: ChildProcess, output: () => string, timeoutMs: number): Promise<number> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    const match = READY.exec(output().split('网格一张图').at(1) ?? '');
    if (match) return Number(match[1]);
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await ended(child, 'SIGKILL');
  throw new Error(`the server did not listen in ${timeoutMs / 1000} s:\n${output()}`);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  await exited;
}
