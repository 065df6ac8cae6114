// Holds hues to their measures and plain paper to every look without a value.
import { describe, expect, it } from 'vitest';
import { fillColour, inkOn, PLAIN } from './palette.ts';

describe('fillColour', () => {
  it('gives each measure its own hue', () => {
    expect(fillColour({ look: 'value', step: 2 }, 'requests', false)).toBe('#E0A233');
    expect(fillColour({ look: 'value', step: 2 }, 'visits', false)).toBe('#73A2DD');
    expect(fillColour({ look: 'value', cell: { requests: 2, visits: 0 } }, 'both', false)).toBe('#D48800');
  });

  it('leaves looks without a value on paper, live and stale', () => {
    for (const look of ['zero', 'few', 'none', 'suppressed'] as const) {
      expect(fillColour({ look }, 'both', false)).toBe(PLAIN);
      expect(fillColour({ look }, 'requests', true)).toBe(PLAIN);
    }
  });

  it('keeps the darkest cell light enough for ink once it is stale', () => {
    const grey = fillColour({ look: 'value', cell: { requests: 2, visits: 2 } }, 'both', true);
    expect(grey).toMatch(/^#(..)\1\1$/);
    expect(inkOn(grey)).toBe('#1B1F23');
  });
});
