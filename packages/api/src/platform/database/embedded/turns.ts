// Owns whose turn it is on the one connection: first come, first served, nobody waits without limit.
// It refuses to know what a turn is used for.
import { EmbeddedDatabaseError } from './embedded-errors.ts';

/** Gives the turn to the next; safe to repeat. */
export type Release = () => void;

interface Waiter {
  grant(release: Release): void;
  reject(error: Error): void;
  limit: NodeJS.Timeout;
}

export class Turns {
  /** In order of arrival; removal by identity keeps the order. */
  readonly #waiting = new Set<Waiter>();
  readonly #idle: (() => void)[] = [];
  #taken = false;
  #pause: { graceMs: number } | undefined;
  #closed = false;

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Rejects with DATABASE_BUSY after `limitMs`, sooner and with DATABASE_RESTARTED during a pause. */
  acquire(limitMs: number): Promise<Release> {
    if (this.#closed) return Promise.reject(closedError());
    const { promise, resolve, reject } = Promise.withResolvers<Release>();
    const waiter: Waiter = {
      grant: resolve,
      reject,
      limit: setTimeout(() => this.#refuse(waiter, busyError(limitMs)), limitMs),
    };
    if (this.#pause) this.#shorten(waiter, this.#pause.graceMs);
    this.#waiting.add(waiter);
    this.#grantNext();
    return promise;
  }

  /** No turn is granted until `resume`; those waiting are refused after `graceMs`. */
  pause(graceMs: number): void {
    this.#pause = { graceMs };
    for (const waiter of this.#waiting) this.#shorten(waiter, graceMs);
  }

  resume(): void {
    this.#pause = undefined;
    this.#grantNext();
  }

  /** Refuses all who wait and all who come; settles when the turn that is out has been given back. */
  close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting) this.#refuse(waiter, closedError());
    return this.#taken ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  #grantNext(): void {
    if (this.#taken || this.#pause) return;
    const [next] = this.#waiting;
    if (!next) return;
    this.#waiting.delete(next);
    clearTimeout(next.limit);
    this.#taken = true;
    let released = false;
    next.grant(() => {
      if (released) return;
      released = true;
      this.#taken = false;
      for (const settle of this.#idle.splice(0)) settle();
      this.#grantNext();
    });
  }

  #shorten(waiter: Waiter, graceMs: number): void {
    clearTimeout(waiter.limit);
    waiter.limit = setTimeout(() => this.#refuse(waiter, restartedError()), graceMs);
  }

  #refuse(waiter: Waiter, error: Error): void {
    this.#waiting.delete(waiter);
    clearTimeout(waiter.limit);
    waiter.reject(error);
  }
}

const closedError = (): Error =>
  new EmbeddedDatabaseError('DATABASE_CLOSED', 'not-executed', 'The embedded database is closed');
const restartedError = (): Error =>
  new EmbeddedDatabaseError(
    'DATABASE_RESTARTED',
    'not-executed',
    'The embedded database is being reopened; the statement was not executed',
  );
const busyError = (limitMs: number): Error =>
  new EmbeddedDatabaseError(
    'DATABASE_BUSY',
    'not-executed',
    `The embedded database was busy for ${limitMs} ms; the statement was not executed`,
  );
