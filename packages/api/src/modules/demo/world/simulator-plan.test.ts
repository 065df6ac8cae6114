// Proves what the simulator plays: no happening lost or repeated between calls, and a boost that moves also at night.
import { describe, expect, it } from 'vitest';
import { happeningsOf } from './history.ts';
import { DAY_MS, HOUR_MS, localDay, MINUTE_MS } from './local-day.ts';
import { BOOST_MINUTES, happeningsBetween } from './simulator-plan.ts';
import { buildWorld } from './world.ts';

const world = buildWorld(7, '2026-05-23');
const { startMs } = localDay('2026-07-07');
const ids = (happenings: readonly { clientEventId: string }[]) => happenings.map(({ clientEventId }) => clientEventId);

describe('the simulator', () => {
  it('plays the history itself, whatever the cut', () => {
    const cuts = [0, 7 * HOUR_MS, 7 * HOUR_MS + 1, 18 * HOUR_MS, DAY_MS];
    const pieces = cuts.slice(1).flatMap((end, i) => happeningsBetween(world, startMs + (cuts[i] ?? 0), startMs + end));
    expect(pieces).toEqual(happeningsOf(world, '2026-07-07'));
    expect(happeningsBetween(world, startMs, startMs)).toEqual([]);
  });

  it('boosts to sixty times the natural rate at three in the morning, then falls back', () => {
    const boost = {
      fromMs: startMs + 3 * HOUR_MS + 12_345,
      toMs: startMs + 3 * HOUR_MS + 12_345 + BOOST_MINUTES * MINUTE_MS,
    };
    const during = happeningsBetween(world, boost.fromMs, boost.toMs, [boost]);
    const knocks = during.filter(({ happening }) => happening === 'DOOR_VISITED').length;
    expect(knocks).toBeGreaterThan(35);
    expect(knocks).toBeLessThan(95);
    expect(during.some(({ happening }) => happening === 'REQUEST_REPORTED')).toBe(true);
    const after = happeningsBetween(world, boost.toMs, boost.toMs + BOOST_MINUTES * MINUTE_MS, [boost]);
    expect(after.filter(({ happening }) => happening === 'DOOR_VISITED')).toEqual([]);
  });

  it('ends what a boost began within half a day, and never steps before the call', () => {
    const boost = { fromMs: startMs + 10 * HOUR_MS + 30_000, toMs: startMs + 10 * HOUR_MS + 630_000 };
    const natural = new Set(ids(happeningsBetween(world, startMs, startMs + DAY_MS)));
    const extra = happeningsBetween(world, startMs, startMs + DAY_MS, [boost]).filter(
      (one) => !natural.has(one.clientEventId),
    );
    const called = new Set(extra.flatMap((one) => (one.happening === 'REQUEST_REPORTED' ? [one.requestId] : [])));
    const steps = extra.flatMap((one) => (one.happening === 'REQUEST_ADVANCED' ? [one] : []));
    expect(called.size).toBeGreaterThan(1);
    expect(new Set(steps.map(({ requestId }) => requestId))).toEqual(called);
    expect(steps.filter(({ action }) => action === 'CLOSE')).toHaveLength(called.size);
    expect(new Set(ids(extra)).size).toBe(extra.length);
  });

  it('plays a boost the same in one call or in seconds', () => {
    const boost = { fromMs: startMs + HOUR_MS, toMs: startMs + HOUR_MS + 2 * MINUTE_MS };
    const whole = happeningsBetween(world, boost.fromMs, boost.toMs, [boost]);
    const seconds = Array.from({ length: 8 }, (_, i) =>
      happeningsBetween(world, boost.fromMs + i * 15_000, boost.fromMs + (i + 1) * 15_000, [boost]),
    );
    expect(whole.length).toBeGreaterThan(4);
    expect(seconds.flat()).toEqual(whole);
  });
});
