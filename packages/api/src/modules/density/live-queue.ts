// One subscriber's end of a group: the next frame, or the merge of all it has not read yet. Never a growing queue.
import { type LiveFrame, mergeFrames } from './live-frame.ts';

export class LiveQueue implements AsyncIterableIterator<LiveFrame> {
  #pending: LiveFrame | null = null;
  #waiting: ((result: IteratorResult<LiveFrame>) => void) | null = null;
  #ended = false;
  readonly #onEnd: () => void;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  push(frame: LiveFrame): void {
    if (this.#ended) return;
    if (this.#waiting) {
      const resolve = this.#waiting;
      this.#waiting = null;
      resolve({ done: false, value: frame });
    } else this.#pending = this.#pending ? mergeFrames(this.#pending, frame) : frame;
  }

  next(): Promise<IteratorResult<LiveFrame>> {
    if (this.#ended) return Promise.resolve({ done: true, value: undefined });
    if (this.#pending) {
      const value = this.#pending;
      this.#pending = null;
      return Promise.resolve({ done: false, value });
    }
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  return(): Promise<IteratorResult<LiveFrame>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#pending = null;
    this.#waiting?.({ done: true, value: undefined });
    this.#waiting = null;
    this.#onEnd();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
