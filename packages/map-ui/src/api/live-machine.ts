// Owns the life of the live stream: resume by cursor, silence, new attempts with growing, jittered pauses. Everything
// outside (socket, clock, timers, chance) is an argument. Refuses React.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LiveSubscriptionVariables } from './gql/graphql.ts';
import type { LiveSink } from './live-connection.ts';
import { foldFrame, type LiveEvent, type LiveFrame, type LiveKnowledge, NOTHING_KNOWN } from './live-frames.ts';

/** What is asked of the stream. */
export type LiveQuestion = Omit<LiveSubscriptionVariables, 'after'>;

/**
 * `connecting`: nothing heard yet. `live`: heard within `SILENCE_MS`. `stale`: silent, trying again. `lost`: the server
 * said no (`refusal`), no more attempts.
 */
export type LiveConnection = 'connecting' | 'live' | 'stale' | 'lost';

/** What the stream knows and how it stands. */
export interface LiveState extends LiveKnowledge {
  readonly connection: LiveConnection;
  /** The question `areas` answer; null before the first frame. */
  readonly answered: LiveQuestion | null;
  /** Milliseconds of the injected clock. */
  readonly lastFrameAt: number | null;
  readonly refusal: string | null;
}

/** One frame as it was folded. */
export interface HeardFrame {
  readonly frame: LiveFrame;
  readonly state: LiveState;
  /** Events not told before. */
  readonly fresh: readonly LiveEvent[];
}

/** What the outside gives. */
export interface LiveDeps {
  readonly connect: (variables: LiveSubscriptionVariables, sink: LiveSink) => () => void;
  /** Milliseconds, never going back. */
  readonly now: () => number;
  readonly later: (run: () => void, delayMs: number) => () => void;
  /** 0 to 1. */
  readonly random: () => number;
}

/** The stream as an object. */
export interface LiveMachine {
  readonly store: StoreApi<LiveState>;
  /** Asks; the same question again changes nothing, another one replaces it. */
  readonly start: (question: LiveQuestion) => void;
  readonly stop: () => void;
  /** Tries at once, e.g. when the network is back. */
  readonly retryNow: () => void;
  /** Hears every frame after it is folded. @returns what ends the listening */
  readonly subscribeFrames: (listener: (heard: HeardFrame) => void) => () => void;
}

/** Silence after which figures may be wrong; the heartbeat comes every 2 s. */
export const SILENCE_MS = 5_000;
/** A server that has just started reads its log before the first frame. */
const FIRST_FRAME_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** A cursor the server cannot go on from: begin again with a snapshot. */
const BAD_CURSORS = new Set(['BAD_CURSOR', 'CURSOR_TOO_OLD']);
const FINAL = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST']);

const IDLE: LiveState = {
  ...NOTHING_KNOWN,
  connection: 'connecting',
  answered: null,
  lastFrameAt: null,
  refusal: null,
};

/** A stream that has not asked anything yet. */
export function createLiveMachine({ connect, now, later, random }: LiveDeps): LiveMachine {
  const store = createStore<LiveState>(() => IDLE);
  const listeners = new Set<(heard: HeardFrame) => void>();
  let question: LiveQuestion | null = null;
  let close: (() => void) | null = null;
  let cancelWatch: (() => void) | null = null;
  let cancelGrey: (() => void) | null = null;
  let cancelRetry: (() => void) | null = null;
  let failures = 0;

  const hangUp = () => {
    close?.();
    cancelWatch?.();
    cancelRetry?.();
    close = cancelWatch = cancelRetry = null;
  };
  const retry = () => {
    hangUp();
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + random() / 2);
    failures += 1;
    cancelRetry = later(dial, pauseMs);
  };
  // A cut line may never say so: a silent one is left for a new one.
  const watch = (silenceMs: number) => {
    cancelWatch?.();
    cancelWatch = later(retry, silenceMs);
  };
  const dial = () => {
    if (!question) return;
    hangUp();
    const asked = question;
    const { cursor, answered } = store.getState();
    const after = answered && sameQuestion(answered, asked) ? cursor : null;
    watch(FIRST_FRAME_MS);
    close = connect({ ...asked, after }, { frame: (frame) => hear(asked, frame), refused, ended: retry });
  };
  const refused = (code: string) => {
    if (BAD_CURSORS.has(code)) store.setState({ cursor: null });
    if (!FINAL.has(code)) return retry();
    hangUp();
    store.setState({ connection: 'lost', refusal: code });
  };
  const hear = (asked: LiveQuestion, frame: LiveFrame) => {
    failures = 0;
    watch(SILENCE_MS);
    // Counted from the last frame, whatever attempts come between.
    cancelGrey?.();
    cancelGrey = later(() => store.setState({ connection: 'stale' }), SILENCE_MS);
    const { knowledge, fresh } = foldFrame(store.getState(), frame);
    store.setState({ ...knowledge, connection: 'live', answered: asked, lastFrameAt: now(), refusal: null });
    const state = store.getState();
    for (const listener of listeners) listener({ frame, state, fresh });
  };
  const forget = () => {
    hangUp();
    cancelGrey?.();
    cancelGrey = null;
    failures = 0;
    store.setState(IDLE, true);
  };

  return {
    store,
    start: (next) => {
      if (question && sameQuestion(question, next)) return;
      const elsewhere = question !== null && question.community !== next.community;
      question = next;
      failures = 0;
      if (elsewhere) forget();
      dial();
    },
    stop: () => {
      question = null;
      forget();
    },
    retryNow: () => {
      if (!question || store.getState().connection === 'live') return;
      failures = 0;
      dial();
    },
    subscribeFrames: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function sameQuestion(a: LiveQuestion, b: LiveQuestion): boolean {
  return (
    JSON.stringify([a.community, a.by, a.metrics, a.window, a.normalise]) ===
    JSON.stringify([b.community, b.by, b.metrics, b.window, b.normalise])
  );
}
