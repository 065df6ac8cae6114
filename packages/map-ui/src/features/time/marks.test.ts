// Holds the marks of a playback to the instant it stands at.
import { expect, it } from 'vitest';
import type { LiveEvent } from '#api/live-store';
import { eventsUntil, markChanges } from './marks.ts';

const event = (request: string, at: string): LiveEvent => ({
  seq: 1,
  kind: 'request.created',
  at,
  request,
  entrance: null,
  entranceMapId: null,
  buildingMapId: 9,
  gridMapId: null,
  category: null,
  stage: null,
  outcome: null,
  dueAt: null,
});
const morning = event('a', '2026-07-01T01:00:00Z');
const evening = event('b', '2026-07-01T11:00:00Z');

it('shows what had come by then', () => {
  expect(eventsUntil({ events: [morning, evening] }, Date.parse('2026-07-01T06:00:00Z'))).toEqual([morning]);
});

it('tells the map only what changed', () => {
  expect(markChanges([morning], [morning, evening])).toEqual([evening]);
  expect(markChanges([morning, evening], [morning])).toEqual([{ ...evening, kind: 'request.closed' }]);
});
