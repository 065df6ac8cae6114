// Owns the searches of this process: a few at once, each kept for ten minutes after its end. They go with the process.
// Refuses one more than the machine has room for.
import { AppError } from '#platform/errors';
import { SuggestionJob } from './suggestion-job.ts';
import type { AskedPlan, AskedQuestion } from './suggest-question.ts';

const RUNNING_AT_ONCE = 2;
const KEPT_MS = 10 * 60_000;

/** A search with what is needed to show it. Uuids. */
export interface KeptJob {
  readonly id: string;
  readonly communityId: string;
  readonly planId: string;
  /** Of the plan, when it was asked. */
  readonly version: number;
  readonly asked: AskedPlan;
  readonly question: AskedQuestion;
  readonly job: SuggestionJob;
  readonly watchers: Set<() => void>;
}

export class SuggestionJobs {
  readonly #jobs = new Map<string, KeptJob>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  find(communityId: string, id: string): KeptJob | null {
    const kept = this.#jobs.get(id);
    return kept?.communityId === communityId ? kept : null;
  }

  /** @throws AppError PLAN_SEARCHES_BUSY */
  start(asked: Omit<KeptJob, 'job' | 'watchers'>, seed: number): KeptJob {
    const running = [...this.#jobs.values()].filter(({ job }) => job.state === 'RUNNING');
    if (running.length >= RUNNING_AT_ONCE)
      throw new AppError('PLAN_SEARCHES_BUSY', { max: RUNNING_AT_ONCE }, 'input.plan');
    const watchers = new Set<() => void>();
    const job = new SuggestionJob({ question: asked.question.question, seed }, () => {
      if (job.state !== 'RUNNING') this.#forgetLater(asked.id);
      for (const touch of watchers) touch();
    });
    const kept = { ...asked, job, watchers };
    this.#jobs.set(asked.id, kept);
    return kept;
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all([...this.#jobs.values()].map(({ job }) => job.terminate()));
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#jobs.clear();
  }

  #forgetLater(id: string): void {
    clearTimeout(this.#timers.get(id));
    const timer = setTimeout(() => {
      this.#jobs.delete(id);
      this.#timers.delete(id);
    }, KEPT_MS);
    timer.unref();
    this.#timers.set(id, timer);
  }
}
