// Owns one search: its thread, what it has found so far, and ending it: by its own end, by cancelling, by the time it may take.
// Refuses names and roles: who may look at it, and how it is shown, is the service's.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SuggestedPlan, WhyNot } from '@qinghe/rebalance';
import { log } from '#platform/log';
import { threadEnvironment } from '#platform/thread-environment';
import type { SuggestMessage, SuggestWork } from './suggest-work.ts';

export type SuggestionState = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

export interface JobLimits {
  /** After this the search ends with what it has found. */
  readonly timeMs: number;
  /** After being told to end, the thread may take this long before it is ended. */
  readonly graceMs: number;
  readonly memoryMebibytes: number;
}

const LIMITS: JobLimits = { timeMs: 60_000, graceMs: 5_000, memoryMebibytes: 1_024 };
/** A cancelled search has nobody waiting for it. */
const CANCEL_GRACE_MS = 150;

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./suggest.worker${path.extname(import.meta.url)}`, import.meta.url);

export class SuggestionJob {
  state: SuggestionState = 'RUNNING';
  /** A share, 0 to 1. */
  progress = 0;
  plans: readonly SuggestedPlan[] = [];
  whyNot: WhyNot | null = null;
  readonly #worker: Worker;
  readonly #stop = new SharedArrayBuffer(4);
  readonly #onChange: () => void;
  readonly #timers: NodeJS.Timeout[] = [];

  /** @param onChange called after every change of what is seen here */
  constructor(work: Omit<SuggestWork, 'stop'>, onChange: () => void, limits = LIMITS) {
    this.#onChange = onChange;
    this.#worker = new Worker(workerFile, {
      workerData: { ...work, stop: this.#stop } satisfies SuggestWork,
      env: threadEnvironment(),
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMebibytes },
    });
    this.#worker.on('message', (message: SuggestMessage) => this.#hear(message));
    this.#worker.once('error', (error) => {
      log.warn({ err: error }, 'a search for plans failed');
      this.#end('FAILED');
    });
    this.#worker.once('exit', () => this.#end('FAILED'));
    this.#after(limits.timeMs, () => this.#stopWithin(limits.graceMs));
  }

  /** Ends it; what was found so far stays. No effect once it has ended. */
  cancel(): void {
    if (this.state !== 'RUNNING') return;
    this.#stopWithin(CANCEL_GRACE_MS);
    this.#end('CANCELLED', false);
  }

  /** With the server. */
  async terminate(): Promise<void> {
    this.#end('CANCELLED', false);
    this.#clear();
    await this.#worker.terminate();
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

  #end(state: SuggestionState, isOver = true): void {
    if (isOver) {
      this.#clear();
      void this.#worker.terminate();
    }
    if (this.state !== 'RUNNING') return;
    this.state = state;
    this.#onChange();
  }

  #stopWithin(graceMs: number): void {
    Atomics.store(new Int32Array(this.#stop), 0, 1);
    this.#after(graceMs, () => void this.#worker.terminate());
  }

  #after(delayMs: number, act: () => void): void {
    const timer = setTimeout(act, delayMs);
    timer.unref();
    this.#timers.push(timer);
  }

  #clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
