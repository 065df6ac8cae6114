// Holds the looks apart: the same number may never look like another kind of answer.
import { describe, expect, it } from 'vitest';
import { classIndex, classifyBivariate, classifySingle, isCornerToFix } from './classify.ts';

const BREAKS = [0.5, 1, 2, 4];
const PAIR = { requests: [0.6, 1.4], visits: [40, 75] };

describe('classIndex', () => {
  it('puts a value equal to a break under it', () => {
    expect([0, 0.5, 0.51, 1, 4, 4.01, 99].map((value) => classIndex(value, BREAKS))).toEqual([0, 0, 1, 1, 3, 4, 4]);
  });

  it('has one class when nothing is divided', () => {
    expect(classIndex(7, [])).toBe(0);
  });
});

describe('classifySingle', () => {
  it('gives each answer its own look', () => {
    expect(classifySingle({ value: 2.5, n: 12 }, BREAKS)).toEqual({ look: 'value', step: 3 });
    expect(classifySingle({ value: 0, n: 0 }, BREAKS)).toEqual({ look: 'zero', note: '0' });
    expect(classifySingle({ value: 2.5, n: 4 }, BREAKS)).toEqual({ look: 'few', note: 'n=4' });
    expect(classifySingle({ value: null, n: 0 }, BREAKS)).toEqual({ look: 'none' });
    expect(classifySingle({ value: Number.NaN, n: 9 }, BREAKS)).toEqual({ look: 'none' });
    expect(classifySingle({ value: null, n: 0, suppressedReason: 'k<5' }, BREAKS)).toEqual({
      look: 'suppressed',
      note: 'k<5',
    });
  });

  it('never goes past the fifth step', () => {
    expect(classifySingle({ value: 1e9, n: 50 }, [...BREAKS, 8])).toEqual({ look: 'value', step: 4 });
  });
});

describe('classifyBivariate', () => {
  it('finds the cell and the corner to fix', () => {
    const corner = classifyBivariate({ value: 1.9, n: 7 }, { value: 31, n: 110 }, PAIR);
    expect(corner).toEqual({ look: 'value', cell: { requests: 2, visits: 0 } });
    expect(isCornerToFix(corner.cell)).toBe(true);
    const opposite = classifyBivariate({ value: 0.2, n: 1 }, { value: 80, n: 300 }, PAIR);
    expect(opposite).toEqual({ look: 'value', cell: { requests: 0, visits: 2 } });
    expect(isCornerToFix(opposite.cell)).toBe(false);
  });

  it('reads no requests beside many visits as low, not as a gap', () => {
    expect(classifyBivariate({ value: 0, n: 0 }, { value: 50, n: 170 }, PAIR).cell).toEqual({ requests: 0, visits: 1 });
  });

  it('keeps zero, few and none', () => {
    expect(classifyBivariate({ value: 0, n: 0 }, { value: 0, n: 0 }, PAIR).look).toBe('zero');
    expect(classifyBivariate({ value: 0.3, n: 1 }, { value: 0.9, n: 3 }, PAIR)).toEqual({ look: 'few', note: 'n=4' });
    expect(classifyBivariate({ value: null, n: 0 }, { value: 50, n: 170 }, PAIR).look).toBe('none');
  });
});
