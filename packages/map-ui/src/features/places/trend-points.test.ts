// Holds the denominator of the trend and the day under each week.
import { describe, expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { halves, trendPoints } from './trend-points.ts';

const week = { from: '2026-07-01', to: '2026-07-07', newRequests: 7, visits: 280 };

describe('trendPoints', () => {
  it('divides by households and labels with the last day of the week, in the zone of the community', () => {
    const { day } = createFormats('zh', 'Asia/Shanghai');
    expect(trendPoints([week], 350, day)).toEqual([{ label: '7月7日', visits: 80, requests: 2 }]);
    expect(trendPoints([week], 350, createFormats('en', 'Europe/Paris').day)[0]?.label).toBe('7 Jul');
  });

  it('draws nothing where nobody lives', () => {
    expect(trendPoints([week], 0, String)[0]).toMatchObject({ visits: null, requests: null });
  });
});

describe('halves', () => {
  it('compares the later half with the earlier', () => {
    expect(halves([1, 3, 5, 7])).toEqual({ before: 2, after: 6 });
    expect(halves([1, null, 3, 5, 7, 9])).toEqual({ before: 2, after: 7 });
  });

  it('says nothing of three weeks', () => {
    expect(halves([1, 2, 3])).toBeNull();
  });
});
