// Owns one search: its process, what it has found so far, and ending it: by its own end, by cancelling, by the time it may take.
// Refuses names and roles: who may look at it, and how it is shown, is the service's. A process, not a thread: a search takes a core
// for a minute, so it gives way to everybody else's requests, and neither its memory nor its WebAssembly can take the server down.
import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SuggestedPlan, WhyNot } from '@qinghe/rebalance';
import { log } from '#platform/log';
import { threadEnvironment } from '#platform/thread-environment';
import type { SuggestMessage, SuggestWork } from './suggest-work.ts';

export type SuggestionState = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** After this the search ends with what it has found. */
const TIME_MS = 60_000;
/** It looks at the clock between its steps; one that does not end by then is ended. */
const GRACE_MS = 5_000;
const MEMORY_MEBIBYTES = 1_024;

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = fileURLToPath(new URL(`./suggest.worker${path.extname(import.meta.url)}`, import.meta.url));

export class SuggestionJob {
  state: SuggestionState = 'RUNNING';
  /** A share, 0 to 1. */
  progress = 0;
  plans: readonly SuggestedPlan[] = [];
  whyNot: WhyNot | null = null;
  readonly #process: ChildProcess;
  readonly #gone: Promise<unknown>;
  readonly #onChange: () => void;
  readonly #timer: NodeJS.Timeout;

  /** @param onChange called after every change of what is seen here */
  constructor(work: Omit<SuggestWork, 'timeMs'>, onChange: () => void) {
    this.#onChange = onChange;
    this.#process = fork(workerFile, {
      env: threadEnvironment(),
      execArgv: [...process.execArgv, `--max-old-space-size=${MEMORY_MEBIBYTES}`],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.once('spawn', () => this.#giveWay());
    this.#process.on('message', (message) => this.#hear(message as SuggestMessage));
    this.#process.on('error', (error) => this.#fail({ err: error }));
    this.#process.once('exit', (code, signal) => this.#fail({ code, signal }));
    this.#timer = setTimeout(() => this.#process.kill('SIGKILL'), TIME_MS + GRACE_MS);
    this.#timer.unref();
    this.#process.send({ ...work, timeMs: TIME_MS } satisfies SuggestWork);
  }

  /** Ends it; what was found so far stays. No effect once it has ended. */
  cancel(): void {
    this.#end('CANCELLED');
  }

  /** With the server. Settles when the process is gone. */
  async terminate(): Promise<void> {
    this.#end('CANCELLED');
    await this.#gone;
  }

  #hear(message: SuggestMessage): void {
    if (this.state !== 'RUNNING') return;
    if (message.kind === 'progress') this.progress = Math.max(this.progress, message.progress);
    if (message.kind === 'plan') this.plans = [...this.plans, message.plan];
    if (message.kind === 'done') {
      this.plans = message.suggestions.plans;
      this.whyNot = message.whyNot;
      this.progress = 1;
      return this.#end('DONE');
    }
    this.#onChange();
  }

  #giveWay(): void {
    try {
      setPriority(this.#process.pid!, constants.priority.PRIORITY_LOW);
    } catch (error) {
      // Gone already, or not allowed here: it only searches with more of the machine.
      log.debug({ err: error }, 'a search for plans keeps its priority');
    }
  }

  #fail(why: Readonly<Record<string, unknown>>): void {
    if (this.state === 'RUNNING') log.warn(why, 'a search for plans failed');
    this.#end('FAILED');
  }

  #end(state: SuggestionState): void {
    clearTimeout(this.#timer);
    this.#process.kill('SIGKILL');
    if (this.state !== 'RUNNING') return;
    this.state = state;
    this.#onChange();
  }
}
