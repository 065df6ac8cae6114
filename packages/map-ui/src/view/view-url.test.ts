// The address round trip: whatever a view is, its link opens the same view.
import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, readView, type View, writeView } from './view-url.ts';

const FULL: View = {
  community: '420107005008',
  measure: 'visits',
  by: 'entrance',
  heat: true,
  window: 'D30',
  normalise: 'count',
  select: { kind: 'request', id: 'UmVxdWVzdDo0Mi9h+b=' },
  panel: 'explain',
  plan: 'UGxhbjo0Mi9h+b=',
  time: { kind: 'range', from: '2026-07-01', to: '2026-07-07' },
  grids: 'now',
  lang: 'en',
};

describe('the address of a view', () => {
  it('of the plain view is plain', () => {
    expect(writeView(DEFAULT_VIEW)).toBe('');
    expect(readView('')).toEqual(DEFAULT_VIEW);
  });

  it('brings back every part', () => {
    expect(readView(writeView(FULL))).toEqual(FULL);
  });

  it.each<Partial<View>>([
    { measure: 'visits', heat: true },
    { select: { kind: 'grid', id: 'a:b' } },
    { time: { kind: 'day', date: '2026-07-03' } },
    { time: { kind: 'at', instant: '2026-07-07T10:02:11Z' } },
    { panel: 'new-request' },
  ])('brings back %j', (patch) => {
    expect(readView(writeView({ ...DEFAULT_VIEW, ...patch }))).toEqual({ ...DEFAULT_VIEW, ...patch });
  });

  it.each([
    '?measure=secrets',
    '?select=person:1',
    '?select=grid:',
    '?time=day:2026-13-45',
    '?time=range:2026-07-07..2026-07-01',
    '?time=range:2026-07-07',
    '?time=at:2026-07-07T10:02:11+08:00',
    '?time=at:yesterday',
    '?panel=%3Cscript%3E',
    '?lang=fr',
  ])('falls back where it does not understand: %s', (search) => {
    expect(readView(search)).toEqual(DEFAULT_VIEW);
  });

  it('shows heat of one measure: of requests where none is named', () => {
    expect(readView('?as=heat')).toMatchObject({ heat: true, measure: 'requests' });
  });

  it('is readable', () => {
    expect(writeView({ ...DEFAULT_VIEW, select: { kind: 'grid', id: 'abc' }, window: 'H24' })).toBe(
      '?window=H24&select=grid:abc',
    );
  });
});
