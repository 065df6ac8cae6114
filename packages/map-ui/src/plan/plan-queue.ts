// Owns own steps on their way to the server: in order, one at a time, kept in the browser until each is answered, so that a reload
// loses nothing. Refuses what an answer means (plan-session.ts). Storage, sending and waiting are arguments.
import type { PlanChangeSource } from '#api/gql/graphql';
import type { PlanBatch } from './plan-ops.ts';

/** A step as it waits. */
export interface PlanEntry extends PlanBatch {
  /** The version its author saw. */
  readonly baseVersion: number;
  readonly source: PlanChangeSource;
  /** Takes back or does again the last own step there is when its turn comes. */
  readonly turn?: 'UNDO' | 'REDO';
}

/** How an attempt ended; null: nobody answered, try again. */
export type PlanAnswer<Answer> = { readonly answer: Answer } | null;

/** What the outside gives. */
export interface PlanQueueDeps<Answer> {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Holds the plan, the community and the account. */
  readonly key: string;
  /** Fills in what is known only at its turn; null: there is nothing left to do. */
  readonly prepare: (entry: PlanEntry) => PlanEntry | null;
  readonly send: (entry: PlanEntry) => Promise<PlanAnswer<Answer>>;
  /** Told after the entry has left. @returns what is to be done instead, first of all */
  readonly answered: (entry: PlanEntry, answer: Answer) => PlanEntry | null;
  /** Hears that entries came, went or wait. */
  readonly changed: () => void;
  /** Calls back later; returns how to cancel. */
  readonly later: (run: () => void, delayMs: number) => () => void;
}

/** The steps of one account on one plan. */
export interface PlanQueue {
  add(entry: PlanEntry): void;
  pending(): readonly PlanEntry[];
  /** Nobody answered the last attempt. */
  waits(): boolean;
  /** Tries at once. */
  retry(): void;
  /** Stops sending; what is left stays in the browser. */
  close(): void;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 20_000;

/** Takes up what an earlier page left behind, and starts sending it. */
export function createPlanQueue<Answer>(deps: PlanQueueDeps<Answer>): PlanQueue {
  const { storage, key } = deps;
  let entries = readEntries(storage.getItem(key));
  let sending = false;
  let waiting = false;
  let closed = false;
  let delayMs = FIRST_DELAY_MS;
  let cancel: (() => void) | null = null;

  const keep = (next: readonly PlanEntry[]) => {
    entries = next;
    if (entries.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(entries));
  };
  const wait = () => {
    waiting = true;
    cancel = deps.later(() => void pump(), delayMs);
    delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
  };
  /** @returns false when nobody answered */
  const attempt = async (entry: PlanEntry): Promise<boolean> => {
    const prepared = deps.prepare(entry);
    if (prepared === null) {
      keep(entries.slice(1));
      return true;
    }
    if (prepared !== entry) keep([prepared, ...entries.slice(1)]);
    const outcome = await deps.send(prepared);
    if (outcome === null) return false;
    if (closed) return true;
    keep(entries.slice(1));
    const instead = deps.answered(prepared, outcome.answer);
    if (instead) keep([instead, ...entries]);
    return true;
  };
  const pump = async () => {
    if (sending || closed) return;
    sending = true;
    cancel?.();
    for (let head = entries[0]; head && !closed; head = entries[0]) {
      const done = await attempt(head);
      if (!done) {
        if (!closed) wait();
        break;
      }
      waiting = false;
      delayMs = FIRST_DELAY_MS;
      if (!closed) deps.changed();
    }
    sending = false;
    if (!closed) deps.changed();
  };
  const start = () => void pump();

  if (entries.length > 0) cancel = deps.later(start, 0);
  return {
    add(entry) {
      keep([...entries, entry]);
      deps.changed();
      if (!waiting) start();
    },
    pending: () => entries,
    waits: () => waiting,
    retry: start,
    close() {
      closed = true;
      cancel?.();
    },
  };
}

function readEntries(stored: string | null): readonly PlanEntry[] {
  if (stored === null) return [];
  try {
    const parsed: unknown = JSON.parse(stored);
    return Array.isArray(parsed)
      ? (parsed as PlanEntry[]).filter((entry) => typeof entry?.clientEventId === 'string' && Array.isArray(entry.ops))
      : [];
  } catch {
    return [];
  }
}
