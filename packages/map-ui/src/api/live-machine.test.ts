// The life of the stream under an injected clock: silence greys, a cut line is left, a resume starts at the cursor.
import { beforeEach, describe, expect, it } from 'vitest';
import { frame, cell, event } from './live-fixture.ts';
import { createLiveMachine, type LiveMachine, type LiveQuestion, SILENCE_MS } from './live-machine.ts';
import type { LiveSink } from './live-connection.ts';

const QUESTION: LiveQuestion = {
  community: 'c',
  by: 'GRID',
  metrics: ['NEW_REQUESTS'],
  window: 'D7',
  normalise: 'PER_100_HOUSEHOLDS',
};

interface Attempt {
  readonly after: string | null;
  readonly sink: LiveSink;
  closed: boolean;
}

let attempts: Attempt[];
let timers: { at: number; run: () => void }[];
let nowMs: number;
let machine: LiveMachine;

const last = (): Attempt => {
  const attempt = attempts.at(-1);
  if (!attempt) throw new Error('nothing was tried');
  return attempt;
};
const state = () => machine.store.getState();

/** Runs what falls due, in order, including what that starts. */
function pass(milliseconds: number): void {
  const until = nowMs + milliseconds;
  for (;;) {
    const next = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
    if (!next) break;
    timers = timers.filter((timer) => timer !== next);
    nowMs = next.at;
    next.run();
  }
  nowMs = until;
}

beforeEach(() => {
  attempts = [];
  timers = [];
  nowMs = 0;
  machine = createLiveMachine({
    connect: ({ after = null }, sink) => {
      const attempt: Attempt = { after, sink, closed: false };
      attempts.push(attempt);
      return () => {
        attempt.closed = true;
      };
    },
    now: () => nowMs,
    later: (run, delayMs) => {
      const timer = { at: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    random: () => 1,
  });
  machine.start(QUESTION);
});

describe('the live stream', () => {
  it('is live with the first frame and stays so with a heartbeat every two seconds', () => {
    expect(state().connection).toBe('connecting');
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 1, cells: [cell(1, 2)] }));
    for (let beat = 0; beat < 1_800; beat += 1) {
      pass(2_000);
      last().sink.frame(frame({ kind: 'HEARTBEAT', seq: 1 }));
      expect(state().connection).toBe('live');
    }
    expect(attempts).toHaveLength(1);
  });

  it('is stale after five seconds of silence, keeps the last figures, leaves the line and resumes at its cursor', () => {
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7, cells: [cell(1, 2)] }));
    pass(SILENCE_MS - 1);
    expect(state().connection).toBe('live');
    pass(1);
    expect(state().connection).toBe('stale');
    expect(state().areas.get(1)?.figures[0]?.value).toBe(2);
    expect(attempts[0]?.closed).toBe(true);
    pass(500);
    expect(attempts).toHaveLength(2);
    expect(last().after).toBe('c7');
  });

  it('catches up in one frame', () => {
    const heard: number[][] = [];
    machine.subscribeFrames(({ fresh }) => heard.push(fresh.map(({ seq }) => seq)));
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7, cells: [cell(1, 2)] }));
    pass(SILENCE_MS + 500);
    last().sink.frame(frame({ kind: 'CHANGES', seq: 9, cells: [cell(1, 4)], events: [event(8), event(9)] }));
    expect(state().connection).toBe('live');
    expect(state().areas.get(1)?.figures[0]?.value).toBe(4);
    expect(heard).toEqual([[], [8, 9]]);
  });

  it('does not grey for a quick reconnect', () => {
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7 }));
    pass(1_000);
    last().sink.ended();
    pass(500);
    expect(attempts).toHaveLength(2);
    expect(state().connection).toBe('live');
    last().sink.frame(frame({ kind: 'CHANGES', seq: 7 }));
    pass(3_000);
    expect(state().connection).toBe('live');
  });

  it('greys at five seconds of silence when the server stays away', () => {
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7 }));
    last().sink.ended();
    const greyAt = () => state().connection === 'stale';
    for (let step = 0; step < 49 && !greyAt(); step += 1) {
      pass(100);
      if (!last().closed) last().sink.ended();
    }
    expect(greyAt()).toBe(false);
    pass(200);
    expect(greyAt()).toBe(true);
  });

  it('waits longer after each failure, at most eight seconds', () => {
    const starts: number[] = [];
    for (let step = 0; step < 60_000; step += 100) {
      const before = attempts.length;
      if (!last().closed) last().sink.ended();
      pass(100);
      if (attempts.length > before) starts.push(nowMs);
    }
    const pauses = starts.slice(1).map((at, i) => at - (starts[i] ?? 0));
    expect(pauses.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000].map((pause) => expect.closeTo(pause, -3)));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(8_100);
  });

  it('begins again with a snapshot when its cursor is too old', () => {
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7 }));
    last().sink.ended();
    pass(500);
    expect(last().after).toBe('c7');
    last().sink.refused('CURSOR_TOO_OLD');
    pass(1_000);
    expect(last().after).toBeNull();
  });

  it('stops where the server says no', () => {
    last().sink.refused('NOT_FOUND');
    pass(120_000);
    expect(state().connection).toBe('lost');
    expect(state().refusal).toBe('NOT_FOUND');
    expect(attempts).toHaveLength(1);
  });

  it('asks another question without the old cursor and keeps what it knew until the answer', () => {
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7, cells: [cell(1, 2)] }));
    machine.start({ ...QUESTION, window: 'H24' });
    expect(attempts[0]?.closed).toBe(true);
    expect(last().after).toBeNull();
    expect(state().areas.size).toBe(1);
    expect(state().connection).toBe('live');
  });

  it('forgets everything when stopped', () => {
    last().sink.frame(frame({ kind: 'SNAPSHOT', seq: 7, cells: [cell(1, 2)] }));
    machine.stop();
    pass(60_000);
    expect(attempts).toHaveLength(1);
    expect(state().areas.size).toBe(0);
  });
});
