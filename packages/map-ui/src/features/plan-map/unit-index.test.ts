// Holds what gestures pick: the entrance under a point, those a ring touches, those whose middle is inside a line.
import { describe, expect, it } from 'vitest';
import type { PlanUnitModel } from '#plan/plan-session.types';
import { byGrain, indexUnits, rectangle, unitAt, unitsInside, unitsWithin } from './unit-index.ts';

/** 20 m squares side by side, the first with its south-west corner at the origin; mapIds in the other order. */
const METRE = 1 / 111_320;
const square = (column: number): GeoJSON.Position[] => {
  const [west, east] = [column * 20 * METRE, (column + 1) * 20 * METRE];
  return [
    [west, 0],
    [east, 0],
    [east, 20 * METRE],
    [west, 20 * METRE],
    [west, 0],
  ];
};
const unit = (column: number, building: string) =>
  ({ mapId: 100 - column, building, point: [(column + 0.5) * 20 * METRE, 10 * METRE] }) as unknown as PlanUnitModel;
const units = [unit(0, 'a'), unit(1, 'a'), unit(2, 'b'), unit(3, 'c')];
const index = indexUnits(units, {
  type: 'FeatureCollection',
  features: [0, 1, 2].map((column) => ({
    type: 'Feature' as const,
    id: 100 - column,
    properties: { label: '' },
    geometry: { type: 'Polygon' as const, coordinates: [square(column)] },
  })),
});
const at = (x: number, y: number) => [x * METRE, y * METRE] as const;

describe('indexUnits', () => {
  it('joins by mapId and leaves out who has no slice', () => {
    expect(index.shapes.map((shape) => shape.unit)).toEqual([0, 1, 2]);
    expect(index.byUnit.get(1)?.box).toEqual([20 * METRE, 0, 40 * METRE, 20 * METRE]);
  });
});

describe('unitAt', () => {
  it('finds the entrance under a point, or none', () => {
    expect(unitAt(index, at(25, 5))).toBe(1);
    expect(unitAt(index, at(25, 21))).toBe(-1);
  });
});

describe('unitsWithin', () => {
  it('takes whoever the ring touches', () => {
    expect(unitsWithin(index, at(30, 10), 8)).toEqual([1]);
    expect(unitsWithin(index, at(30, 10), 11)).toEqual([0, 1, 2]);
    expect(unitsWithin(index, at(30, 26), 5)).toEqual([]);
    expect(unitsWithin(index, at(30, 26), 7)).toEqual([1]);
  });
});

describe('unitsInside', () => {
  it('asks for the middle, not for the whole slice', () => {
    expect(unitsInside(index, rectangle(at(-5, -5), at(31, 12)))).toEqual([0, 1]);
    expect(unitsInside(index, rectangle(at(-5, -5), at(29, 12)))).toEqual([0]);
  });

  it('works whichever way the line was drawn, and needs three points', () => {
    const line = [at(15, 25), at(55, 25), at(35, -30)];
    expect(unitsInside(index, line)).toEqual([1]);
    expect(unitsInside(index, line.toReversed())).toEqual([1]);
    expect(unitsInside(index, line.slice(0, 2))).toEqual([]);
  });
});

describe('byGrain', () => {
  it('takes whole buildings, or each entrance once', () => {
    expect(byGrain(units, [2, 1, 1], 'entrance')).toEqual([1, 2]);
    expect(byGrain(units, [1], 'building')).toEqual([0, 1]);
  });
});
