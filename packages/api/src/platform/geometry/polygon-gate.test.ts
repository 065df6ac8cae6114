// The gate by its faults: each with its code and the path to the place.
import { describe, expect, it } from 'vitest';
import { checkBoundingBox, checkPoint, MAX_POLYGON_VERTICES, polygonText } from './polygon-gate.ts';

const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];
const fault = (rings: number[][][]) => {
  try {
    polygonText({ rings }, 'within');
    return null;
  } catch (error) {
    const { code, path } = error as { code: string; path: string };
    return [code, path];
  }
};

describe('polygonText', () => {
  it('lets a sound polygon through as GeoJSON', () => {
    const hole = [
      [0.2, 0.2],
      [0.2, 0.4],
      [0.4, 0.4],
      [0.2, 0.2],
    ];
    expect(JSON.parse(polygonText({ rings: [SQUARE, hole] }, 'within'))).toEqual({
      type: 'Polygon',
      coordinates: [SQUARE, hole],
    });
  });

  it.each([
    ['no ring', [], ['GEOMETRY_EMPTY', 'within.rings']],
    [
      'a short ring',
      [
        [
          [0, 0],
          [1, 0],
          [0, 0],
        ],
      ],
      ['RING_TOO_SHORT', 'within.rings[0]'],
    ],
    ['an empty second ring', [SQUARE, []], ['RING_TOO_SHORT', 'within.rings[1]']],
    ['an open ring', [SQUARE.slice(0, 4)], ['RING_NOT_CLOSED', 'within.rings[0][3]']],
    ['a height', [[...SQUARE.slice(0, 2), [1, 1, 5], ...SQUARE.slice(3)]], ['POSITION_LENGTH', 'within.rings[0][2]']],
    [
      'an infinite number',
      [[...SQUARE.slice(0, 2), [Infinity, 1], ...SQUARE.slice(3)]],
      ['COORDINATE_NOT_FINITE', 'within.rings[0][2]'],
    ],
    [
      'a pole',
      [[...SQUARE.slice(0, 2), [1, 90], ...SQUARE.slice(3)]],
      ['COORDINATE_OUT_OF_RANGE', 'within.rings[0][2]'],
    ],
    [
      'a bow tie',
      [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
      ['SELF_INTERSECTION', 'within.rings[0][0]'],
    ],
    [
      'rings that cross',
      [
        SQUARE,
        [
          [0.5, 0.5],
          [2, 0.5],
          [2, 0.6],
          [0.5, 0.5],
        ],
      ],
      ['RINGS_CROSS', 'within.rings[0][1]'],
    ],
  ] as const)('refuses %s', (_name, rings, expected) => {
    expect(fault(rings as unknown as number[][][])).toEqual(expected);
  });

  it('counts before it looks', () => {
    expect(fault([Array.from({ length: MAX_POLYGON_VERTICES + 1 }, () => [500, 500])])).toEqual([
      'TOO_MANY_VERTICES',
      'within.rings',
    ]);
  });
});

it('checks boxes and points', () => {
  expect(checkBoundingBox({ west: 1, south: 2, east: 3, north: 4 }, 'bbox')).toEqual({
    west: 1,
    south: 2,
    east: 3,
    north: 4,
  });
  expect(() => checkBoundingBox({ west: 3, south: 2, east: 1, north: 4 }, 'bbox')).toThrow(
    expect.objectContaining({ code: 'INVALID_GEOMETRY', path: 'bbox.west' }),
  );
  expect(() => checkPoint({ longitude: 181, latitude: 0 }, 'point')).toThrow(
    expect.objectContaining({ code: 'COORDINATE_OUT_OF_RANGE', path: 'point' }),
  );
});
