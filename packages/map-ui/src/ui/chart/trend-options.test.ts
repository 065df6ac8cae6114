// Holds the two axes even and the stale picture colourless.
import { describe, expect, it } from 'vitest';
import { axisTop, trendOptions } from './trend-options.ts';

const points = [
  { label: '4月9日', visits: 61, requests: 0.9 },
  { label: '7月7日', visits: 84, requests: 1.6 },
];

describe('axisTop', () => {
  it.each([
    [[84], 100],
    [[1.6], 2],
    [[0.9], 1],
    [[130], 150],
    [[null], 1],
    [[9], 10],
  ])('%j fits under %s', (values, top) => {
    expect(axisTop(values)).toBeCloseTo(top);
  });
});

describe('trendOptions', () => {
  it('loses its colour with the stream', () => {
    const live = JSON.stringify(trendOptions({ points, stale: false, mode: 'desk' }));
    const stale = JSON.stringify(trendOptions({ points, stale: true, mode: 'desk' }));
    expect(live).toContain('#274E9A');
    expect(live).toContain('#E0A233');
    expect(stale).not.toMatch(/#274E9A|#E0A233|#8A5A00/);
  });

  it('writes nothing under 28 px in a hall', () => {
    expect(JSON.stringify(trendOptions({ points, stale: false, mode: 'screen' }))).not.toContain('"fontSize":12');
  });
});
