// Holds that every question survives the address, and that panels of the address have allowed letters only.
import { describe, expect, it } from 'vitest';
import { countedBy, EXPLAINED, explainedMetric, explainPanel } from './explain-address.ts';

describe('explainPanel', () => {
  it.each(EXPLAINED)('%s comes back', (metric) => {
    expect(explainPanel(metric)).toMatch(/^[a-z-]{1,40}$/);
    expect(explainedMetric(explainPanel(metric))).toBe(metric);
  });

  it('knows all nine measures', () => {
    expect(new Set(EXPLAINED).size).toBe(9);
  });

  it.each(['attention', 'explain', 'explain-', 'explain-everything'])('%s asks nothing', (panel) => {
    expect(explainedMetric(panel)).toBeNull();
  });
});

describe('countedBy', () => {
  it('has no figures for a request', () => {
    expect(countedBy('building')).toBe('BUILDING');
    expect(countedBy('request')).toBeNull();
  });
});
