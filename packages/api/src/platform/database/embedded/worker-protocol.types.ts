// Owns the messages between the main thread and the database worker. It refuses behaviour.
// One request is in the worker at a time; the main thread queues.
import type { SerialisedError } from './embedded-errors.ts';
import type { CompiledEngine } from './engine.ts';
import type { QueryOptions, SessionSettings } from './embedded-database.types.ts';

export type WireOptions = Omit<QueryOptions, 'timeoutMs'>;

/** `alone`: outside `transaction`; a statement that leaves a transaction open is undone and refused. */
export type WorkerCommand =
  | { kind: 'query'; text: string; params: readonly unknown[]; options: WireOptions; alone?: true }
  | { kind: 'exec'; text: string; options: WireOptions; alone?: true }
  | { kind: 'session'; settings: SessionSettings; text: string; params: readonly unknown[]; options: WireOptions }
  | { kind: 'close' };

export type WorkerRequest = WorkerCommand & { id: number };

export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'answer'; id: number; value: unknown }
  /** `survived`: an internal error after which the engine was tried and still answers. */
  | { kind: 'refusal'; id: number; error: SerialisedError; survived: boolean };

export interface WorkerData {
  clusterDirectory: string;
  postgisBundle: string;
  /** One 64-bit cell, incremented at each fsync. */
  fsyncCounter: BigInt64Array<SharedArrayBuffer>;
  /** Compiled once on the main thread, so that a reopening does not compile 10 MB again. */
  engineModule: CompiledEngine;
}
