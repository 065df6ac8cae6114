// Owns what was registered while the network was cut: kept in this tab until the server has it, sent again with the same
// clientEventId, so that a repetition can never make a second request. Refuses other people's entries: a box belongs to
// one account, and closing the tab ends it. Storage, sending and waiting are arguments.

/** One thing to be sent. `input.clientEventId` stays the same through all attempts. */
export interface OutboxEntry<Input extends { readonly clientEventId: string }> {
  readonly input: Input;
  /** What to call it while it waits, e.g. "9栋2单元 排水返污". */
  readonly label: string;
}

/** How an attempt ended. `unsent`: nobody answered, try again. */
export type SendOutcome<Result> =
  | { readonly kind: 'sent'; readonly result: Result }
  | { readonly kind: 'refused'; readonly message: string; readonly path: string | null }
  | { readonly kind: 'unsent' };

/** What the outside gives. */
export interface OutboxDeps<Input, Result> {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Holds the community and the account. */
  readonly key: string;
  readonly send: (input: Input) => Promise<SendOutcome<Result>>;
  /** Calls back later; returns how to cancel. */
  readonly later: (run: () => void, delayMs: number) => () => void;
}

/** One account's box of one community. */
export interface Outbox<Input extends { readonly clientEventId: string }, Result> {
  /** Sends at once; on `unsent` the entry waits in the box. */
  submit(entry: OutboxEntry<Input>): Promise<SendOutcome<Result>>;
  waiting(): readonly OutboxEntry<Input>[];
  /** Tries all that wait, oldest first; stops at the first that nobody answers. */
  flush(): Promise<void>;
  /** Hears every entry that leaves the box, and every change of what waits. */
  subscribe(
    listener: (left: { readonly entry: OutboxEntry<Input>; readonly outcome: SendOutcome<Result> } | null) => void,
  ): () => void;
}

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 30_000;

/** Takes up what an earlier page of this tab left behind. */
export function createOutbox<Input extends { readonly clientEventId: string }, Result>({
  storage,
  key,
  send,
  later,
}: OutboxDeps<Input, Result>): Outbox<Input, Result> {
  let entries = readEntries<Input>(storage.getItem(key));
  let delayMs = FIRST_DELAY_MS;
  let cancel: (() => void) | null = null;
  let flushing: Promise<void> | null = null;
  const listeners = new Set<Parameters<Outbox<Input, Result>['subscribe']>[0]>();

  const store = (next: readonly OutboxEntry<Input>[]) => {
    entries = next;
    if (next.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(next));
  };
  const tell: Parameters<Outbox<Input, Result>['subscribe']>[0] = (left) =>
    listeners.forEach((listener) => listener(left));
  const schedule = () => {
    cancel?.();
    cancel = entries.length === 0 ? null : later(() => void flush(), delayMs);
    delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
  };
  const drain = async () => {
    for (const entry of entries) {
      const outcome = await send(entry.input);
      if (outcome.kind === 'unsent') return schedule();
      delayMs = FIRST_DELAY_MS;
      // A refusal must reach a person: while nobody listens it stays, and is told at the next flush.
      if (outcome.kind === 'refused' && listeners.size === 0) continue;
      store(entries.filter(({ input }) => input.clientEventId !== entry.input.clientEventId));
      tell({ entry, outcome });
    }
    cancel?.();
    cancel = null;
  };
  const flush = () => (flushing ??= drain().finally(() => (flushing = null)));

  if (entries.length > 0) schedule();
  return {
    async submit(entry) {
      const outcome = await send(entry.input);
      if (outcome.kind !== 'unsent') return outcome;
      store([...entries.filter(({ input }) => input.clientEventId !== entry.input.clientEventId), entry]);
      schedule();
      tell(null);
      return outcome;
    },
    waiting: () => entries,
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readEntries<Input extends { readonly clientEventId: string }>(
  stored: string | null,
): readonly OutboxEntry<Input>[] {
  if (stored === null) return [];
  try {
    const parsed: unknown = JSON.parse(stored);
    return Array.isArray(parsed)
      ? (parsed as OutboxEntry<Input>[]).filter((entry) => typeof entry?.input?.clientEventId === 'string')
      : [];
  } catch {
    return [];
  }
}
