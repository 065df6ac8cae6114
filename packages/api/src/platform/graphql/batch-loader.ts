// Owns gathering the single asks of one request into one query: Building.entrances of 100 buildings is one SELECT, not 100.
// Refuses to outlive its request: loaders hang on the request's context and go with it.
import type { RequestContext } from './context.ts';

interface Waiting<Value> {
  readonly resolve: (value: Value | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks made in the same tick are answered by one call; answers are kept as long as the loader lives. */
export class BatchLoader<Value> {
  readonly #load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  readonly #known = new Map<string, Promise<Value | undefined>>();
  #waiting = new Map<string, Waiting<Value>>();

  /** @param load answers all keys at once; a key it leaves out is undefined */
  constructor(load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#load = load;
  }

  get(key: string): Promise<Value | undefined> {
    const known = this.#known.get(key);
    if (known) return known;
    const answer = new Promise<Value | undefined>((resolve, reject) => {
      // Promises of this tick settle first, so that fields of sibling objects meet in one batch.
      if (this.#waiting.size === 0) void Promise.resolve().then(() => process.nextTick(() => void this.#flush()));
      this.#waiting.set(key, { resolve, reject });
    });
    this.#known.set(key, answer);
    return answer;
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = new Map();
    try {
      const answers = await this.#load([...batch.keys()]);
      for (const [key, { resolve }] of batch) resolve(answers.get(key));
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    }
  }
}

/** One `Value` per request and key (a community's id), made on first use. */
export function perRequest<Value>(
  make: (context: RequestContext, key: string) => Value,
): (context: RequestContext, key: string) => Value {
  const kept = new WeakMap<RequestContext, Map<string, Value>>();
  return (context, key) => {
    const own = kept.get(context) ?? new Map<string, Value>();
    kept.set(context, own);
    const value = own.get(key) ?? make(context, key);
    own.set(key, value);
    return value;
  };
}
