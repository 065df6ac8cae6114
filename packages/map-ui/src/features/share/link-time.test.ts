// Holds a link to the instant it was made at.
import { expect, it } from 'vitest';
import { linkTime } from './link-time.ts';

it('fixes the present at the instant of its figures', () => {
  expect(linkTime({ kind: 'live' }, Date.parse('2026-07-07T10:02:11.734Z'))).toEqual({
    kind: 'at',
    instant: '2026-07-07T10:02:11Z',
  });
});

it('keeps a time of the past', () => {
  const time = { kind: 'range', from: '2026-07-01', to: '2026-07-07' } as const;
  expect(linkTime(time, 0)).toBe(time);
});
