// Owns how PGlite is started: start parameters, parsers, serialisers, extensions.
// It refuses threads, queues and recovery; and postgis_raster, after which errors vanish.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { PGlite, types, type Extension, type PGliteOptions } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import type { NodeFS } from '@electric-sql/pglite/nodefs';

/** A compiled WebAssembly.Module; the compiler's library without a browser does not name it. It may be sent to threads. */
export interface CompiledEngine {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}

declare const WebAssembly: { compile(bytes: Uint8Array): Promise<CompiledEngine> };

export interface EngineOptions {
  /** Holds the cluster's files; its directory is initialised when empty. */
  fileSystem: NodeFS;
  /** File of the repacked PostGIS; without it only the core and btree_gist are there. */
  postgisBundle?: string;
  engineModule?: CompiledEngine;
  startParams?: readonly string[];
}

/**
 * PGlite's parameters with `fsync` on. The method must be `fsync`: Emscripten's fdatasync does nothing. Small segments
 * keep a fresh directory small; a checkpoint is ours to call, so the log is bounded by it.
 */
export const DURABLE_START_PARAMS: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'min_wal_size=32MB',
  '-c',
  'max_wal_size=128MB',
];

/** As in node-postgres under MikroORM: dates and times stay text, int8 and numeric are text too. */
const asText = (value: string): string => value;
const PARSERS = Object.fromEntries(
  [types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.INT8].map((oid) => [oid, asText]),
);

function postgisFrom(bundle: string): Extension {
  return {
    name: 'postgis',
    setup: (_engine, emscriptenOpts: { PGLITE_ENV: Record<string, string> }) => {
      emscriptenOpts.PGLITE_ENV['PROJ_DATA'] = '/pglite/share/proj';
      return Promise.resolve({ emscriptenOpts, bundlePath: pathToFileURL(bundle) });
    },
  };
}

/** Compiles the engine's 10 MB once per process; every worker after that is given the result. */
export async function compileEngine(): Promise<CompiledEngine> {
  const file = new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'));
  return WebAssembly.compile(await readFile(file));
}

/** A parameter that does not fit its type is the caller's fault and gets an SQLSTATE, else the watchdog takes it for a broken engine. */
function blameCallerForBadParameters(engine: PGlite): void {
  for (const [type, serialise] of Object.entries(engine.serializers)) {
    engine.serializers[type] = (value) => {
      try {
        return serialise(value);
      } catch {
        throw Object.assign(new Error(`A parameter does not fit its type (oid ${type})`), { code: '22023' });
      }
    };
  }
}

/**
 * PGlite swallows what the WASM code throws beside PostgreSQL's own errors: a statement that exhausted the stack is
 * then answered with no rows and no error. Gives a function that throws the last such fault, once.
 */
export function watchForFaults(engine: PGlite): () => void {
  const { Module } = engine as unknown as { Module: { _PostgresMainLoopOnce: () => void } };
  const loopOnce = Module._PostgresMainLoopOnce;
  let fault: Error | undefined;
  Module._PostgresMainLoopOnce = () => {
    try {
      loopOnce();
    } catch (error) {
      // PostgreSQL's own long jumps are not Errors.
      if (error instanceof Error) fault = error;
      throw error;
    }
  };
  return () => {
    if (!fault) return;
    const { name } = fault;
    fault = undefined;
    throw new Error(`The engine failed inside: ${name}`);
  };
}

/** Opens the cluster and replays its log. Rejects when the files cannot be opened. */
export async function openEngine(options: EngineOptions): Promise<PGlite> {
  const settings: PGliteOptions = {
    fs: options.fileSystem,
    startParams: [...(options.startParams ?? DURABLE_START_PARAMS)],
    initDbStartParams: ['--wal-segsize=4'],
    parsers: PARSERS,
    extensions: {
      btree_gist,
      ...(options.postgisBundle === undefined ? {} : { postgis: postgisFrom(options.postgisBundle) }),
    },
    ...(options.engineModule === undefined ? {} : { pgliteWasmModule: options.engineModule }),
  };
  const engine = new PGlite(settings);
  await engine.waitReady;
  blameCallerForBadParameters(engine);
  return engine;
}
