// Holds the sheet to its three heights.
import { describe, expect, it } from 'vitest';
import { neighbour, settle } from './sheet-heights.ts';

describe('settle', () => {
  it.each([
    [0.1, 0, 'peek'],
    [0.5, 0, 'half'],
    [0.8, 0, 'full'],
    [0.3, 0.001, 'half'],
    [0.62, 0.001, 'full'],
    [0.58, -0.001, 'peek'],
    [0.99, 0.002, 'full'],
  ])('%s at speed %s ends at %s', (share, speed, height) => {
    expect(settle(share, speed)).toBe(height);
  });
});

describe('neighbour', () => {
  it('stays at the ends', () => {
    expect(neighbour('half', 1)).toBe('full');
    expect(neighbour('full', 1)).toBe('full');
    expect(neighbour('peek', -1)).toBe('peek');
  });
});
