// Toy worlds for tests, in metres, and rows of slabs as a property draws them. No randomness of their own: numbers come in.

import fc from 'fast-check';
import { sliceFootprint } from '../src/slice-footprint.ts';
import type { MultiPolygon, Polygon, Position } from '../src/shapes.ts';

export interface World {
  readonly outline: MultiPolygon;
  readonly units: readonly { readonly polygons: readonly Polygon[] }[];
}

export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  return [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  ];
}

export function turned(polygon: Polygon, radians: number, [cx, cy]: Position): Polygon {
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)];
  return polygon.map((ring) =>
    ring.map(([x, y]) => [cx + (x - cx) * cosine - (y - cy) * sine, cy + (x - cx) * sine + (y - cy) * cosine] as const),
  );
}

export function entrances(footprint: Polygon, count: number): { polygons: Polygon[] }[] {
  return sliceFootprint([footprint], count).map((polygons) => ({ polygons }));
}

/** Where a building lies within its place, how it is turned (mm, mrad), and its entrances. */
export interface Spot {
  readonly dx: number;
  readonly dy: number;
  readonly turn: number;
  readonly doors: number;
}

export const spot: fc.Arbitrary<Spot> = fc.record({
  dx: fc.integer({ min: 0, max: 9000 }),
  dy: fc.integer({ min: 0, max: 9000 }),
  turn: fc.integer({ min: -3141, max: 3141 }),
  doors: fc.integer({ min: 1, max: 4 }),
});

/** Slabs of 26 by 11 m on a square lattice: 40 m of pitch keeps them apart, 9 m lays them over each other. */
export function spread(spots: readonly Spot[], pitchMetres: number): World {
  const columns = Math.ceil(Math.sqrt(spots.length));
  const units = spots.flatMap(({ dx, dy, turn, doors }, index) => {
    const [x, y] = [(index % columns) * pitchMetres + dx / 1000, Math.floor(index / columns) * pitchMetres + dy / 1000];
    return entrances(turned(rectangle(x, y, 26, 11), turn / 1000, [x + 13, y + 5.5]), doors);
  });
  return {
    outline: [rectangle(-25, -25, columns * pitchMetres + 60, Math.ceil(spots.length / columns) * pitchMetres + 60)],
    units,
  };
}

const slab = rectangle(20, 20, 60, 12);

export const toyWorlds: Readonly<Record<string, World>> = {
  'a slab with four entrances': { outline: [rectangle(0, 0, 100, 50)], units: entrances(slab, 4) },
  'an L-shaped building': {
    outline: [rectangle(0, 0, 80, 80)],
    units: entrances(
      [
        [
          [20, 20],
          [60, 20],
          [60, 32],
          [32, 32],
          [32, 60],
          [20, 60],
          [20, 20],
        ],
      ],
      3,
    ),
  },
  'a concave outline': {
    outline: [
      [
        [
          [0, 0],
          [120, 0],
          [120, 30],
          [40, 30],
          [40, 120],
          [0, 120],
          [0, 0],
        ],
      ],
    ],
    units: [...entrances(rectangle(50, 8, 60, 12), 3), ...entrances(rectangle(10, 50, 12, 60), 3)],
  },
  'a courtyard cut out of the outline': {
    outline: [[...rectangle(0, 0, 120, 120), rectangle(45, 45, 30, 30)[0]!.toReversed()]],
    units: [
      rectangle(30, 10, 60, 12),
      rectangle(30, 98, 60, 12),
      rectangle(10, 30, 12, 60),
      rectangle(98, 30, 12, 60),
    ].flatMap((footprint) => entrances(footprint, 2)),
  },
  'a building touching the outline': {
    outline: [rectangle(0, 0, 100, 40)],
    units: [...entrances(rectangle(0, 0, 50, 12), 2), ...entrances(rectangle(60, 20, 40, 20), 2)],
  },
  'row houses wall to wall': {
    outline: [rectangle(-10, -10, 80, 40)],
    units: [0, 1, 2, 3, 4].map((house) => ({ polygons: [rectangle(house * 12, (house % 2) * 3, 12, 10)] })),
  },
  'a ring of a building round a kiosk': {
    outline: [rectangle(0, 0, 100, 100)],
    units: [
      ...entrances([rectangle(20, 20, 60, 60)[0]!, rectangle(32, 32, 36, 36)[0]!.toReversed()], 4),
      { polygons: [rectangle(45, 45, 8, 8)] },
    ],
  },
};
