// The heat level's arithmetic: what a colour means per hectare, and how much weight an entrance gets.
import { describe, expect, it } from 'vitest';
import type { MapGeometry } from '#map/index';
import { heatPoints, heatTicks, heatWeight } from './heat-points.ts';

const NONE = { type: 'FeatureCollection' as const, features: [] };
const square = (id: number, west: number) => ({
  type: 'Feature' as const,
  id,
  properties: { label: '' },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 0],
        [west + 2, 0],
        [west + 2, 2],
        [west, 2],
        [west, 0],
      ],
    ],
  },
});
const GEOMETRY: MapGeometry = {
  grids: NONE,
  buildings: NONE,
  base: NONE,
  entrances: { type: 'FeatureCollection', features: [square(1, 0), square(2, 10)] },
};
const requests = (numerator: number) => ({
  figures: [{ metric: 'NEW_REQUESTS' as const, value: 0, numerator, denominator: 70, n: numerator, reason: null }],
});

describe('heat', () => {
  it('ends its ramp at the peak of one busy entrance: a normal kernel of σ 10 m', () => {
    const busy = 4;
    const peakPerHectare = (busy / (2 * Math.PI * 10 ** 2)) * 10_000;
    expect(heatTicks(heatWeight(busy)).at(-1)).toBeCloseTo(peakPerHectare, 6);
  });

  it('has ascending ticks and survives a day without requests', () => {
    const ticks = heatTicks(heatWeight(0));
    expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
    expect(ticks.every(Number.isFinite)).toBe(true);
  });

  it('puts one point in the middle of each entrance that called', () => {
    const { features } = heatPoints(
      GEOMETRY,
      new Map([
        [1, requests(3)],
        [2, requests(0)],
      ]),
      'NEW_REQUESTS',
      0.5,
    );
    expect(features).toHaveLength(1);
    expect(features[0]?.geometry.coordinates).toEqual([1, 1]);
    expect(features[0]?.properties.weight).toBe(1.5);
  });

  it('counts the measure that is asked for', () => {
    const areas = new Map([[1, requests(3)]]);
    expect(heatPoints(GEOMETRY, areas, 'VISITS', 0.5).features).toEqual([]);
  });
});
