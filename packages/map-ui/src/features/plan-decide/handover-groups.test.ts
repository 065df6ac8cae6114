// Checks that what waits for the viewer stands first, and what may be accepted is exactly that.
import { expect, it } from 'vitest';
import { handoverGroups } from './handover-groups.ts';
import type { Handover } from './plan-documents.ts';

const handover = (id: string, toGrid: number, part: Partial<Handover> = {}): Handover => ({
  id,
  kind: 'DOORS',
  plan: 'p',
  mine: false,
  entrance: id,
  entranceName: id,
  households: 72,
  dailyCareDoors: 3,
  request: null,
  requestTitle: null,
  fromGrid: 3,
  fromWorker: '甲',
  toGrid,
  toWorker: `${toGrid}号`,
  effectiveFrom: '2026-07-07T16:00:00Z',
  acceptedAt: null,
  acceptedBy: null,
  ...part,
});
const ACCEPTED = { acceptedAt: '2026-07-07T17:00:00Z', acceptedBy: '5号' };

it('groups by the two workers; mine to accept first, all accepted last', () => {
  const groups = handoverGroups([
    handover('a', 2, { ...ACCEPTED }),
    handover('b', 5),
    handover('c', 9, { mine: true, ...ACCEPTED }),
    handover('d', 9, { mine: true, kind: 'REQUEST', request: 'r' }),
  ]);
  expect(groups.map(({ toGrid, waiting, acceptable }) => [toGrid, waiting, acceptable])).toEqual([
    [9, 1, ['d']],
    [5, 1, []],
    [2, 0, []],
  ]);
  expect(groups[0]?.rows.map(({ id }) => id)).toEqual(['d', 'c']);
});
