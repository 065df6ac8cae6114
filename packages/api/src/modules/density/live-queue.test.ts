import { expect, it } from 'vitest';
import type { LiveFrame } from './live-frame.ts';
import { LiveQueue } from './live-queue.ts';

const totals = {
  households: 0,
  residents: 0,
  openRequests: 0,
  overdueRequests: 0,
  doorsDue: 0,
  doorsMet: 0,
  doorsOverdue: 0,
};
const frame = (
  seq: number,
  kind: LiveFrame['kind'],
  cells: readonly [number, number][],
  events: readonly number[] = [],
): LiveFrame => {
  const asOf = new Date(seq * 1000);
  return {
    kind,
    seq,
    asOf,
    cursor: `c${seq}`,
    windowStart: asOf,
    windowEnd: asOf,
    geographyVersion: 1,
    totals: { ...totals, asOf, seq },
    cells: cells.map(([mapId, numerator]) => ({
      id: `g${mapId}`,
      mapId,
      figures: [{ metric: 'VISITS', value: numerator, numerator, denominator: null, n: numerator, reason: null }],
    })),
    events: events.map((each) => ({
      seq: each,
      kind: 'visit.recorded',
      at: asOf,
      request: null,
      entrance: null,
      entranceMapId: null,
      buildingMapId: null,
      gridMapId: null,
      category: null,
      stage: null,
      outcome: 'MET',
      dueAt: null,
    })),
  };
};

it('hands frames to a waiting reader as they are: the shared object itself', async () => {
  const queue = new LiveQueue(() => undefined);
  const next = queue.next();
  const shared = frame(1, 'SNAPSHOT', [[1, 5]]);
  queue.push(shared);
  expect((await next).value).toBe(shared);
});

it('merges what a slow reader missed: latest figures, every event once and in order, still a snapshot', async () => {
  const queue = new LiveQueue(() => undefined);
  queue.push(
    frame(1, 'SNAPSHOT', [
      [1, 5],
      [2, 6],
    ]),
  );
  queue.push(frame(2, 'CHANGES', [[2, 7]], [10, 11]));
  queue.push(frame(3, 'HEARTBEAT', []));
  queue.push(frame(4, 'CHANGES', [[2, 8]], [12]));
  const { value } = (await queue.next()) as { value: LiveFrame };
  expect(value.kind).toBe('SNAPSHOT');
  expect(value.cursor).toBe('c4');
  expect(value.cells.map((cell) => [cell.mapId, cell.figures[0]?.numerator])).toEqual([
    [1, 5],
    [2, 8],
  ]);
  expect(value.events.map((event) => event.seq)).toEqual([10, 11, 12]);
});

it('ends for a waiting reader and tells its group once', async () => {
  let ended = 0;
  const queue = new LiveQueue(() => void ended++);
  const next = queue.next();
  await queue.return();
  queue.end();
  expect((await next).done).toBe(true);
  expect(ended).toBe(1);
});
