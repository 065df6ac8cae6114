// Owns the worker thread: it holds the engine and runs one request after another, as they come.
// It refuses queues, limits and transactions across requests (the main thread has them). Plain type stripping must
// suffice to run it: no enums, no decorators, no parameter properties.
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';
import { DurableFileSystem } from './durable-file-system.ts';
import { serialiseError, type SerialisedError } from './embedded-errors.ts';
import { openEngine, watchForFaults } from './engine.ts';
import type { WorkerCommand, WorkerData, WorkerMessage, WorkerRequest } from './worker-protocol.types.ts';

/** The single-user engine never checkpoints by itself: without this the log grows for ever and reopening with it. */
const CHECKPOINT_AFTER_BYTES = 48 * 1024 * 1024;

const data = workerData as WorkerData;
const port = parentPort;
if (!port) throw new Error('The embedded database runs in a worker thread only');

const post = (message: WorkerMessage): void => port.postMessage(message);

const fileSystem = new DurableFileSystem(data.clusterDirectory, {
  synced: () => void Atomics.add(data.fsyncCounter, 0, 1n),
  // The kernel may have marked the lost pages clean: only a restart that replays the log tells what is on the disk.
  syncFailed: () => process.exit(1),
});

const quoteIdentifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function runSession(engine: PGlite, command: Extract<WorkerCommand, { kind: 'session' }>): Promise<unknown> {
  const { role, variables } = command.settings;
  const entries = Object.entries(variables);
  await engine.exec(role === undefined ? 'begin' : `begin; set local role ${quoteIdentifier(role)}`);
  try {
    if (entries.length > 0) {
      const calls = entries.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
      await engine.query(`select ${calls.join(', ')}`, entries.flat());
    }
    const result = await engine.query(command.text, [...command.params], command.options);
    await engine.exec('commit');
    return result;
  } catch (error) {
    await engine.exec('rollback');
    throw error;
  }
}

async function run(engine: PGlite, command: WorkerCommand): Promise<unknown> {
  switch (command.kind) {
    case 'query':
      return engine.query(command.text, [...command.params], command.options);
    case 'exec':
      return engine.exec(command.text, command.options);
    case 'session':
      return runSession(engine, command);
    case 'close':
      await engine.exec('checkpoint');
      return engine.close();
  }
}

/** BEGIN as a plain statement would put every later caller into the same transaction. */
async function refuseLeftOpen(engine: PGlite, command: WorkerCommand): Promise<void> {
  if (!('alone' in command) || !engine.isInTransaction()) return;
  await engine.exec('rollback');
  throw Object.assign(new Error('The statement left a transaction open; use transaction()'), { code: '25001' });
}

/** PostGIS reports every bad geometry as XX000, like a broken engine; a bad geometry must not restart the database. */
async function survives(engine: PGlite, { code, severity }: SerialisedError): Promise<boolean> {
  if (code !== 'XX000' || severity !== 'ERROR') return false;
  try {
    const [answer] = await engine.exec('select 1').finally(throwFault);
    return answer?.rows.length === 1;
  } catch (error) {
    // In a transaction that failed before, the refusal itself is the sign of life.
    return serialiseError(error).code === '25P02';
  }
}

async function checkpointWhenDue(engine: PGlite): Promise<void> {
  if (fileSystem.walBytes < CHECKPOINT_AFTER_BYTES || engine.isInTransaction()) return;
  fileSystem.walBytes = 0;
  await engine.exec('checkpoint');
}

async function answer(engine: PGlite, { id, ...command }: WorkerRequest): Promise<void> {
  try {
    const value = await run(engine, command).finally(throwFault);
    if (command.kind !== 'close') await refuseLeftOpen(engine, command);
    post({ kind: 'answer', id, value });
  } catch (error) {
    const refusal = serialiseError(error);
    post({ kind: 'refusal', id, error: refusal, survived: await survives(engine, refusal) });
    if ('alone' in command && engine.isInTransaction()) await engine.exec('rollback');
    return;
  }
  if (command.kind !== 'close') await checkpointWhenDue(engine);
}

// A postmaster would do this at its start; here a statement that was ended leaves its spilled sorts behind for ever.
fs.rmSync(path.join(data.clusterDirectory, 'base', 'pgsql_tmp'), { recursive: true, force: true });
const engine = await openEngine({ fileSystem, postgisBundle: data.postgisBundle, engineModule: data.engineModule });
const throwFault = watchForFaults(engine);
let tail = Promise.resolve();
port.on('message', (request: WorkerRequest) => {
  tail = tail.then(() => answer(engine, request));
});
post({ kind: 'ready' });
