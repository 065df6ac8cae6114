// Holds who counts as moved, how arrows are bundled and where they point.
import { describe, expect, it } from 'vitest';
import type { PlanUnitModel } from '#plan/plan-session.types';
import { movedArrows, movedGroups, movedUnits } from './moved-marks.ts';

const unit = (building: string, lng: number, lat: number) =>
  ({ building, point: [lng, lat] }) as unknown as PlanUnitModel;
const units = [unit('a', 0, 0), unit('a', 0.001, 0), unit('b', 0.002, 0), unit('b', 0.002, 0.001), unit('c', 0, 0.01)];

describe('movedUnits', () => {
  it('leaves out units that have no grid in one of the plans', () => {
    expect(movedUnits(Int32Array.of(0, 0, 1, -1, 1), Int32Array.of(1, 0, -1, 0, 0))).toEqual([0, 4]);
  });
});

describe('movedGroups', () => {
  it('bundles a building by where it goes, and says when it goes whole', () => {
    const after = Int32Array.of(1, 1, 0, 2, 0);
    expect(movedGroups(units, after, [0, 1, 2, 3])).toEqual([
      { units: [0, 1], to: 1, whole: true },
      { units: [2], to: 0, whole: false },
      { units: [3], to: 2, whole: false },
    ]);
  });
});

describe('movedArrows', () => {
  const arrowOf = (after: Int32Array, moved: readonly number[]) =>
    movedArrows(movedGroups(units, after, moved), {
      units,
      after,
      metresPerLng: 111_320,
      northOf: (moved) => 0.1 * (moved + 1),
      say: ({ to }) => `to ${to}`,
    }).features[0];

  it('points to the nearest entrance that is in the grid already', () => {
    const arrow = arrowOf(Int32Array.of(1, 0, 1, 0, 1), [0]);
    expect(arrow?.properties).toEqual({ bearing: 90, label: 'to 1', room: 'east', tilt: 0, brink: true });
    expect(arrow?.geometry.coordinates).toEqual([0, 0.1]);
  });

  it('stands in the middle of a bundle, and looks at nobody of it', () => {
    const arrow = arrowOf(Int32Array.of(1, 1, 0, 0, 1), [0, 1]);
    expect(arrow?.geometry.coordinates).toEqual([0.0005, expect.closeTo(0.15)]);
    expect(arrow?.properties.bearing).toBe(-3);
  });
});
