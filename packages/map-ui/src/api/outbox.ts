// Owns what people did while the network was slow or cut: written down before the first attempt, kept until the server has
// answered, sent again with the same clientEventId, so that a repetition can never count twice. Refuses other people's
// entries: a box belongs to one account and community. Storage, sending and waiting are arguments.

/** One thing to be sent. `input.clientEventId` stays the same through all attempts. */
export interface OutboxEntry<Input extends { readonly clientEventId: string }> {
  readonly input: Input;
  /** What to call it while it waits, e.g. "9栋2单元 排水返污". */
  readonly label: string;
  /** How many things it stands for; 1 where left out. */
  readonly count?: number;
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
  /** Told a refusal that no listener is there to hear. @returns whether a person was told */
  readonly unheard?: (label: string, message: string) => boolean;
}

/** An entry that left the box, and why. */
export interface OutboxLeft<Input extends { readonly clientEventId: string }, Result> {
  readonly entry: OutboxEntry<Input>;
  readonly outcome: SendOutcome<Result>;
}

/** Hears what left the box. */
export type OutboxListener<Input extends { readonly clientEventId: string }, Result> = (
  left: OutboxLeft<Input, Result>,
) => void;

/** One account's box of one community. */
export interface Outbox<Input extends { readonly clientEventId: string }, Result> {
  /** Keeps and sends; whatever comes of it is told to the listeners too. */
  submit(entry: OutboxEntry<Input>): Promise<SendOutcome<Result>>;
  /** All that the server has not answered, first attempts included. The same list until it changes. */
  pending(): readonly OutboxEntry<Input>[];
  /** Those of `pending` whose first attempt nobody answered, or that an earlier page left behind. */
  waiting(): readonly OutboxEntry<Input>[];
  /** Tries all that wait, oldest first; stops at the first that nobody answers. */
  flush(): Promise<void>;
  /** Forgets everything. */
  clear(): void;
  /** Hears every entry that leaves the box, refusals included: whoever subscribes tells a person. */
  subscribe(listener: OutboxListener<Input, Result>): () => void;
  /** Hears that `pending` or `waiting` changed. */
  watch(watcher: () => void): () => void;
}

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 30_000;

/** Takes up what an earlier page left behind. */
export function createOutbox<Input extends { readonly clientEventId: string }, Result>({
  storage,
  key,
  send,
  later,
  unheard = () => false,
}: OutboxDeps<Input, Result>): Outbox<Input, Result> {
  let entries = readEntries<Input>(storage.getItem(key));
  let waiting = entries;
  let delayMs = FIRST_DELAY_MS;
  let cancel: (() => void) | null = null;
  let flushing: Promise<void> | null = null;
  const firstAttempts = new Set<string>();
  const listeners = new Set<OutboxListener<Input, Result>>();
  const watchers = new Set<() => void>();

  const changed = () => {
    waiting = entries.filter(({ input }) => !firstAttempts.has(input.clientEventId));
    for (const watcher of watchers) watcher();
  };
  /** On what is stored now: another tab may have written since. */
  const change = (next: (stored: readonly OutboxEntry<Input>[]) => readonly OutboxEntry<Input>[]) => {
    entries = next(readEntries<Input>(storage.getItem(key)));
    if (entries.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(entries));
  };
  const without = (id: string) => (stored: readonly OutboxEntry<Input>[]) =>
    stored.filter(({ input }) => input.clientEventId !== id);
  const schedule = () => {
    cancel?.();
    cancel = entries.length === 0 ? null : later(() => void flush(), delayMs);
    delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
  };
  /** @returns false when the entry stays */
  const settle = (entry: OutboxEntry<Input>, outcome: SendOutcome<Result>): boolean => {
    // A refusal must reach a person: while nobody listens it stays, and is told at a later attempt.
    const told = () => outcome.kind !== 'refused' || listeners.size > 0 || unheard(entry.label, outcome.message);
    const leaves = outcome.kind !== 'unsent' && told();
    if (outcome.kind !== 'unsent') delayMs = FIRST_DELAY_MS;
    if (leaves) change(without(entry.input.clientEventId));
    changed();
    if (leaves) for (const listener of listeners) listener({ entry, outcome });
    return leaves;
  };
  const drain = async () => {
    for (const entry of waiting) {
      const outcome = await send(entry.input);
      if (!settle(entry, outcome) && outcome.kind === 'unsent') return schedule();
    }
    cancel?.();
    cancel = null;
  };
  const flush = () => (flushing ??= drain().finally(() => (flushing = null)));

  if (entries.length > 0) schedule();
  return {
    async submit(entry) {
      const { clientEventId } = entry.input;
      firstAttempts.add(clientEventId);
      change((stored) => [...without(clientEventId)(stored), entry]);
      changed();
      const outcome = await send(entry.input);
      firstAttempts.delete(clientEventId);
      if (!settle(entry, outcome)) schedule();
      return outcome;
    },
    pending: () => entries,
    waiting: () => waiting,
    flush,
    clear() {
      cancel?.();
      cancel = null;
      change(() => []);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
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
