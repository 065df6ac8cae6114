// The outline proposed from footprints: their hull with 15 m around, the same whatever their order.
import { expect, test } from 'vitest';
import type { MultiPolygon } from './geojson-shapes.ts';
import { buildingFeature } from './import-fixtures.ts';
import { areaSquareMetres } from './planar.ts';
import { proposeOutline } from './proposed-outline.ts';

const footprint = (x: number, y: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [buildingFeature(x, y, {}).geometry.coordinates],
});

test('one building of 38.4 × 44.3 m grows by 15 m on every side, with round corners', () => {
  const [width, height] = [0.0004 * 95_900, 0.0004 * 110_850];
  const expected = width * height + 2 * 15 * (width + height) + Math.PI * 15 * 15;
  const area = areaSquareMetres(proposeOutline([footprint(0, 0)])!);
  expect(Math.abs(area - expected) / expected).toBeLessThan(0.01);
});

test('the order of the footprints does not matter', () => {
  const all = [footprint(0, 0), footprint(2, 1), footprint(1, 3), footprint(-1, 2)];
  expect(proposeOutline(all.toReversed())).toEqual(proposeOutline(all));
});

test('without footprints, or with footprints half a world apart, there is nothing to propose', () => {
  expect(proposeOutline([])).toBeNull();
  expect(
    proposeOutline([
      {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [114, 30],
              [114, 30],
              [114, 30],
              [114, 30],
            ],
          ],
        ],
      },
    ]),
  ).toBeNull();
});
