// Owns the boxes of this browser: one a kind of thing, community and account, tried again when the network is back, emptied
// at sign-out. Refuses to know what they hold: who opens a box names its storage and its sending.
import { ApiError } from './api-error.ts';
import { createOutbox, type Outbox, type SendOutcome } from './outbox.ts';

/**
 * `registrations` hold callers' phones and end with the tab; `visits` and `plans` (steps of drafts, sent by plan/) hold ids and codes
 * and outlive it.
 */
const STORAGES = {
  registrations: () => sessionStorage,
  visits: () => localStorage,
  plans: () => localStorage,
} as const;

/** A kind of box. */
export type BoxKind = keyof typeof STORAGES;

const PREFIX = 'qinghe:';
/** A line that went dead says nothing: this long after it a repetition is worth more than patience. */
const ANSWER_MS = 15_000;
const UNANSWERED: ReadonlySet<string> = new Set(['OFFLINE', 'UNAVAILABLE', 'RATE_LIMITED']);
const boxes = new Map<string, Outbox<never, unknown>>();
const watchers = new Set<() => void>();
let unheard: (label: string, message: string) => boolean = () => false;

const changed = () => {
  for (const watcher of watchers) watcher();
};

/** Where a box is kept: `forgetBoxes` empties everything that begins so. */
export const boxKey = (kind: BoxKind, community: string, username: string) =>
  `${PREFIX}${kind}:${community}:${username}`;

/**
 * The box of this account; made once a page.
 *
 * @param ask sends one input; what it throws decides whether it is asked again
 */
export function openBox<Input extends { readonly clientEventId: string }, Result>(
  kind: BoxKind,
  { community, username }: { readonly community: string; readonly username: string },
  ask: (input: Input, signal: AbortSignal) => Promise<SendOutcome<Result>>,
): Outbox<Input, Result> {
  const key = boxKey(kind, community, username);
  const known = boxes.get(key);
  if (known) return known as unknown as Outbox<Input, Result>;
  const box = createOutbox<Input, Result>({
    storage: STORAGES[kind](),
    key,
    send: (input) => ask(input, AbortSignal.timeout(ANSWER_MS)).catch(outcomeOf<Result>),
    later,
    unheard: (label, message) => unheard(label, message),
  });
  boxes.set(key, box as unknown as Outbox<never, unknown>);
  box.watch(changed);
  changed();
  addEventListener('online', () => void box.flush());
  return box;
}

/** Whether an earlier page left something of this account behind. */
export function isLeftBehind(kind: BoxKind, community: string, username: string): boolean {
  return STORAGES[kind]().getItem(boxKey(kind, community, username)) !== null;
}

/** Hears that what waits in any box changed. @returns what ends the watching */
export function watchBoxes(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Things in all boxes that wait for the network. */
export function countWaiting(): number {
  return sumOf([...boxes.values()].flatMap((box) => box.waiting()));
}

function sumOf(entries: readonly { readonly count?: number }[]): number {
  return entries.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** Tells refusals while the panel they belong to is closed. @returns what ends it */
export function hearUnheard(teller: (label: string, message: string) => void): () => void {
  unheard = (label, message) => {
    teller(label, message);
    return true;
  };
  return () => (unheard = () => false);
}

/** Tries what waits once more. @returns how many things the server still has not answered */
export async function flushBoxes(): Promise<number> {
  await Promise.all([...boxes.values()].map((box) => box.flush()));
  return sumOf([...boxes.values()].flatMap((box) => box.pending()));
}

/** At sign-out: nothing of anybody stays in this browser. */
export function forgetBoxes(): void {
  for (const box of boxes.values()) box.clear();
  boxes.clear();
  for (const storage of new Set(Object.values(STORAGES).map((open) => open()))) {
    for (const key of Object.keys(storage)) if (isBoxKey(key)) storage.removeItem(key);
  }
}

function isBoxKey(key: string): boolean {
  return Object.keys(STORAGES).some((kind) => key.startsWith(`${PREFIX}${kind}:`));
}

/** Nobody answered, or one was signed out, which is no refusal of the content: it waits for the same account. */
function outcomeOf<Result>(failure: unknown): SendOutcome<Result> {
  if (!(failure instanceof ApiError) || UNANSWERED.has(failure.code) || failure.code === 'UNAUTHENTICATED')
    return { kind: 'unsent' };
  return { kind: 'refused', message: failure.message, path: failure.field };
}

function later(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
