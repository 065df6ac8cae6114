// Checks the catalogue of bad geometries: each is answered by its code and path, none is mended.
import { describe, expect, test } from 'vitest';
import { hasError } from './fault.ts';
import { checkGeometry } from './geometry-checks.ts';

const found = (value: unknown, options = {}) =>
  checkGeometry(value, 'geometry', { file: 'f', ...options }).map(({ code, path }) => `${code} ${path}`);
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
// A square of 0.001° at Wuhan, moved and scaled.
const square = (x = 0, y = 0, size = 1) =>
  [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(([dx = 0, dy = 0]) => [114.38 + (x + dx * size) / 1000, 30.5 + (y + dy * size) / 1000]);

test('sound geometries have no fault', () => {
  expect(found(polygon(square()))).toEqual([]);
  expect(found(polygon(square(), square(0.2, 0.2, 0.5)))).toEqual([]);
  expect(found({ type: 'MultiPolygon', coordinates: [[square()], [square(2)]] })).toEqual([]);
  expect(found({ type: 'Point', coordinates: [114, 30] })).toEqual([]);
  expect(found({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [114, 30] }] })).toEqual([]);
});

test('a hole may touch its shell in a point, parts may share a corner, an island may lie in a hole', () => {
  const touching = [
    [114.38, 30.5],
    [114.3805, 30.5002],
    [114.3805, 30.5005],
    [114.38, 30.5],
  ];
  expect(found(polygon(square(), touching))).toEqual([]);
  expect(found({ type: 'MultiPolygon', coordinates: [[square()], [square(1, 1)]] })).toEqual([]);
  expect(
    found({ type: 'MultiPolygon', coordinates: [[square(), square(0.2, 0.2, 0.6)], [square(0.4, 0.4, 0.2)]] }),
  ).toEqual([]);
});

test('a hole that touches its shell twice cuts the inside in two', () => {
  const across = [
    [114.3805, 30.5],
    [114.3803, 30.5005],
    [114.3805, 30.501],
    [114.3807, 30.5005],
    [114.3805, 30.5],
  ];
  expect(found(polygon(square(), across))).toEqual(['INTERIOR_DISCONNECTED geometry.coordinates']);
});

describe('catalogue G', () => {
  const [a, b, c, d] = square() as [number[], number[], number[], number[]];
  test.each<[string, unknown, string[]]>([
    ['58 null', null, ['GEOMETRY_MISSING geometry']],
    ['58 {}', {}, ['GEOJSON_TYPE_UNKNOWN geometry.type']],
    ['59 a Feature', { type: 'Feature', geometry: null }, ['GEOMETRY_IS_FEATURE geometry']],
    ['60 not closed', polygon([a, b, c, d]), ['RING_NOT_CLOSED geometry.coordinates[0][3]']],
    ['61 too few', polygon([a, b, a]), ['RING_TOO_SHORT geometry.coordinates[0]']],
    ['62 bow-tie', polygon([a, c, b, d, a]), ['SELF_INTERSECTION geometry.coordinates[0][0]']],
    ['63 hole outside', polygon(square(), square(5, 5)), ['HOLE_OUTSIDE_SHELL geometry.coordinates[1]']],
    [
      '63 hole across',
      polygon(square(), square(0.5, 0.5)),
      ['RINGS_CROSS geometry.coordinates[0][2]', 'RINGS_CROSS geometry.coordinates[0][1]'],
    ],
    ['64 empty', { type: 'MultiPolygon', coordinates: [] }, ['GEOMETRY_EMPTY geometry.coordinates']],
    ['64 no ring', polygon(), ['GEOMETRY_EMPTY geometry.coordinates']],
    ['65 swapped', { type: 'Point', coordinates: [30.5, 114.3] }, ['COORDINATES_SWAPPED geometry.coordinates']],
    ['66 out of range', { type: 'Point', coordinates: [1e9, 3] }, ['COORDINATE_OUT_OF_RANGE geometry.coordinates']],
    ['67 infinity', { type: 'Point', coordinates: [Infinity, 3] }, ['COORDINATE_NOT_FINITE geometry.coordinates[0]']],
    ['67 NaN', { type: 'Point', coordinates: [3, NaN] }, ['COORDINATE_NOT_FINITE geometry.coordinates[1]']],
    ['68 text', { type: 'Point', coordinates: ['114', 30] }, ['COORDINATE_NOT_NUMBER geometry.coordinates[0]']],
    ['69 crs', { ...polygon(square()), crs: { type: 'name' } }, ['CRS_NOT_ALLOWED geometry.crs']],
    ['70 four numbers', { type: 'Point', coordinates: [1, 2, 3, 4] }, ['POSITION_LENGTH geometry.coordinates']],
    ['70 height', { type: 'Point', coordinates: [1, 2, 3] }, ['HEIGHT_DROPPED geometry']],
    [
      '74 no area',
      polygon([a, b, [114.3805, 30.5], a]),
      ['SPIKE geometry.coordinates[0][0]', 'SPIKE geometry.coordinates[0][1]'],
    ],
    ['74 tiny', polygon(square(0, 0, 0.001)), ['ZERO_AREA geometry.coordinates[0]']],
    ['75 duplicate', polygon([a, b, b, c, d, a]), ['DUPLICATE_POINT geometry.coordinates[0][2]']],
    ['75 spike', polygon([a, b, [114.382, 30.5], b, c, d, a]), ['SPIKE geometry.coordinates[0][2]']],
    [
      '77 parts overlap',
      { type: 'MultiPolygon', coordinates: [[square()], [square(0.5, 0.5)]] },
      ['RINGS_CROSS geometry.coordinates[0][0][2]'],
    ],
    [
      '77 part in part',
      { type: 'MultiPolygon', coordinates: [[square()], [square(0.2, 0.2, 0.2)]] },
      ['PARTS_OVERLAP geometry.coordinates[1]'],
    ],
    [
      '78 antimeridian',
      {
        type: 'LineString',
        coordinates: [
          [179, 0],
          [-179, 0],
        ],
      },
      ['CROSSES_ANTIMERIDIAN geometry.coordinates[1]'],
    ],
    ['78 pole', { type: 'Point', coordinates: [0, 90] }, ['CROSSES_ANTIMERIDIAN geometry.coordinates']],
  ])('%s', (_name, value, expected) => {
    expect(found(value)).toEqual(expected);
  });

  test('71 nesting is refused at the second level, however deep', () => {
    let deep: unknown = { type: 'Point', coordinates: [1, 2] };
    for (let level = 0; level < 5000; level++) deep = { type: 'GeometryCollection', geometries: [deep] };
    expect(found(deep)).toEqual(['GEOMETRY_COLLECTION_NESTED geometry.geometries[0]']);
  });

  test('72 too many vertices are counted, not examined', () => {
    const many = Array.from({ length: 2001 }, (_, index) => [index / 100, 1]);
    expect(checkGeometry(polygon(many), 'geometry', { file: 'f' })).toMatchObject([
      { code: 'TOO_MANY_VERTICES', path: 'geometry.coordinates', params: { found: 2001, max: 2000 } },
    ]);
  });

  test('73 a star of 101 points is refused with the places', () => {
    const star = Array.from({ length: 102 }, (_, index) => [
      114 + Math.cos((index * 50 * 2 * Math.PI) / 101) / 100,
      30 + Math.sin((index * 50 * 2 * Math.PI) / 101) / 100,
    ]);
    star[101] = star[0]!;
    const faults = checkGeometry(polygon(star), 'geometry', { file: 'f' });
    expect(faults.length).toBe(5);
    expect(faults[0]).toMatchObject({
      code: 'SELF_INTERSECTION',
      severity: 'ERROR',
      params: { lon: expect.closeTo(114, 1), lat: expect.closeTo(30, 1) },
    });
  });
});

test('types may be limited, and a known place tells swapped figures that both fit the world', () => {
  expect(found({ type: 'Point', coordinates: [1, 2] }, { allowed: ['Polygon'] })).toEqual([
    'GEOMETRY_TYPE geometry.type',
  ]);
  expect(found({ type: 'Point', coordinates: [43.8, 87.6] }, { near: [87, 43, 88, 44] })).toEqual([
    'COORDINATES_SWAPPED geometry.coordinates',
  ]);
  expect(
    hasError(checkGeometry({ type: 'Point', coordinates: [500000, 3376000] }, 'g', { file: 'f', unit: 'METRES' })),
  ).toBe(false);
});
