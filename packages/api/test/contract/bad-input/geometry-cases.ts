// Polygons of a question: refused where they are at fault, never repaired.
import { describe, expect, it } from 'vitest';
import { expectSentence } from '../../testkit/refusals.ts';
import { type Bed, CODE } from './bed.ts';

export function geometryCases(bed: Bed): void {
  describe('geometry', () => {
    const within = (rings: unknown) =>
      bed.secretary.graphql(
        `query ($p: PolygonInput!) { buildings(community: "${CODE}", first: 1, within: $p) { totalCount } }`,
        { p: { rings } },
      );

    it.each<[string, unknown]>([
      [
        'a ring that is not closed',
        [
          [
            [114.4, 30.6],
            [114.5, 30.6],
            [114.5, 30.7],
            [114.4, 30.7],
          ],
        ],
      ],
      [
        'three positions',
        [
          [
            [114.4, 30.6],
            [114.5, 30.6],
            [114.4, 30.6],
          ],
        ],
      ],
      [
        'a bow-tie',
        [
          [
            [114.4, 30.6],
            [114.5, 30.7],
            [114.5, 30.6],
            [114.4, 30.7],
            [114.4, 30.6],
          ],
        ],
      ],
      [
        'a latitude of 200',
        [
          [
            [114.4, 200],
            [114.5, 30.6],
            [114.5, 30.7],
            [114.4, 200],
          ],
        ],
      ],
      [
        'no area',
        [
          [
            [114.4, 30.6],
            [114.5, 30.6],
            [114.6, 30.6],
            [114.4, 30.6],
          ],
        ],
      ],
      [
        '2,001 vertices',
        [
          [
            ...Array.from({ length: 2_001 }, (_, index) => [
              114.4 + Math.cos(index / 320) / 100,
              30.6 + Math.sin(index / 320) / 100,
            ]),
            [114.41, 30.6],
          ],
        ],
      ],
      [
        'a 101-point star',
        [
          [
            ...Array.from({ length: 101 }, (_, index) => [
              114.42 + Math.cos((index * 50 * Math.PI * 2) / 101) / 100,
              30.63 + Math.sin((index * 50 * Math.PI * 2) / 101) / 100,
            ]),
            [114.43, 30.63],
          ],
        ],
      ],
      ['an empty list', []],
    ])('%s', async (_name, rings) => {
      const answer = await within(rings);
      expect(answer.errors?.[0]?.extensions['field']).toMatch(/^within/);
      expectSentence(answer);
    });

    it('a sound polygon passes', async () => {
      const answer = await within([
        [
          [114.3, 30.5],
          [114.5, 30.5],
          [114.5, 30.7],
          [114.3, 30.7],
          [114.3, 30.5],
        ],
      ]);
      expect(answer.data?.['buildings']).toEqual({ totalCount: 22 });
    });
  });
}
