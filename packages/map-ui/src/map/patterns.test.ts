// Holds the three hatches apart and seamless.
import { describe, expect, it } from 'vitest';
import { lockHatchImage, type PatternLook, patternImage } from './patterns.ts';

const alphaAt = (look: PatternLook, x: number, y: number) => patternImage(look).data[(y * 16 + x) * 4 + 3] ?? -1;
const inkShare = (look: PatternLook) =>
  patternImage(look)
    .data.filter((_, i) => i % 4 === 3)
    .reduce((sum, alpha) => sum + alpha, 0) /
  (256 * 255);

describe('patternImage', () => {
  it('runs one way for no data, both ways for suppressed', () => {
    expect(alphaAt('none', 4, 12)).toBeGreaterThan(150);
    expect(alphaAt('none', 4, 4)).toBe(0);
    expect(alphaAt('suppressed', 4, 12)).toBeGreaterThan(150);
    expect(alphaAt('suppressed', 4, 4)).toBeGreaterThan(150);
  });

  it('dots for few, with ground between', () => {
    expect(alphaAt('few', 4, 4)).toBeGreaterThan(150);
    expect(alphaAt('few', 4, 12)).toBe(0);
  });

  it('leaves the ground visible in every look', () => {
    for (const look of ['none', 'few', 'suppressed'] as const) {
      expect(inkShare(look)).toBeGreaterThan(0.05);
      expect(inkShare(look)).toBeLessThan(0.35);
    }
  });

  it('hatches a lock the other way than no data, 11 CSS pixels from line to line', () => {
    const { width, data } = lockHatchImage();
    const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? -1;
    expect(alpha(8, 8)).toBeGreaterThan(60);
    expect(alpha(4, width - 4)).toBeLessThanOrEqual(1);
    expect(width / 2 / Math.SQRT2).toBeCloseTo(11, 0);
  });
});
