// Holds the scale bar to round lengths that fit.
import { describe, expect, it } from 'vitest';
import { scaleLength } from './scale-length.ts';

describe('scaleLength', () => {
  it.each([
    [0.5, 220, 100, 200],
    [0.5, 190, 50, 100],
    [0.24, 220, 50, 208.33],
    [1, 220, 200, 200],
    [12, 100, 1000, 83.33],
  ])('%s m/px within %s px shows %s m', (metresPerPixel, mostPixels, lengthMetres, widthPixels) => {
    const scale = scaleLength(metresPerPixel, mostPixels);
    expect(scale.lengthMetres).toBe(lengthMetres);
    expect(scale.widthPixels).toBeCloseTo(widthPixels, 1);
  });
});
