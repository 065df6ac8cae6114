// Owns one subscriber's end of a plan: the plan as it is whenever it changed since they last looked. Never a queue: changes that
// come while one is being read are one more look. Refuses to die of an outage: it looks again until the database answers.
import { setTimeout } from 'node:timers/promises';
import { AppError } from '#platform/errors';

const RETRY_MS = 1_000;

export class PlanWatch<View> implements AsyncIterableIterator<View> {
  readonly #look: () => Promise<View>;
  readonly #onEnd: () => void;
  #stale = true;
  #ended = false;
  #wake: (() => void) | null = null;

  /** @param look reads the plan as this subscriber may see it; an AppError ends the watch */
  constructor(look: () => Promise<View>, onEnd: () => void) {
    this.#look = look;
    this.#onEnd = onEnd;
  }

  /** Something about the plan is new. */
  touch(): void {
    this.#stale = true;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<View>> {
    while (!this.#ended) {
      if (!this.#stale) await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = null;
      if (this.#ended) break;
      this.#stale = false;
      const value = await this.#tryLook();
      if (value !== undefined && !this.#ended) return { done: false, value };
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<View>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#wake?.();
    this.#onEnd();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #tryLook(): Promise<View | undefined> {
    try {
      return await this.#look();
    } catch (error) {
      if (error instanceof AppError) {
        this.end();
        throw error;
      }
      await setTimeout(RETRY_MS, undefined, { ref: false });
      this.#stale = true;
      return undefined;
    }
  }
}
