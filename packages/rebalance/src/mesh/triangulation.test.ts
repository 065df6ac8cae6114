// Forcing segments into the mesh leaves it as near to Delaunay as they allow: no needles beside a long line, nothing lost at the rim.

import { incircle } from 'robust-predicates';
import { describe, expect, it } from 'vitest';
import { rectangle } from '../../test/worlds.ts';
import { seededRandom } from '../random.ts';
import { OUTLINE_OWNER } from './faces.ts';
import { LineworkBuilder } from './linework.ts';
import { nextOf, previousOf, triangulate, type Mesh } from './triangulation.ts';

/** Edges on no segment whose flip would be rounder: none in a constrained Delaunay triangulation. */
function edgesToFlip({ xy, triangles, twins, segmentOf }: Mesh): number {
  let count = 0;
  triangles.forEach((from, halfEdge) => {
    const twin = twins[halfEdge]!;
    if (twin < halfEdge || segmentOf[halfEdge]! >= 0) return;
    const corners = [
      from,
      triangles[nextOf(halfEdge)]!,
      triangles[previousOf(halfEdge)]!,
      triangles[previousOf(twin)]!,
    ];
    const [ax, ay, bx, by, cx, cy, dx, dy] = corners.flatMap((vertex) => [xy[2 * vertex]!, xy[2 * vertex + 1]!]);
    if (incircle(ax!, ay!, bx!, by!, cx!, cy!, dx!, dy!) > 0) count += 1;
  });
  return count;
}

describe('triangulate', () => {
  it('is Delaunay but for the segments, however long and slanting they are', () => {
    const random = seededRandom(4);
    const place = (): [number, number] => [100 * random(), 100 * random()];
    const builder = new LineworkBuilder();
    builder.addRing(rectangle(-5, -5, 110, 110)[0]!, OUTLINE_OWNER, 8);
    for (let line = 0; line < 6; line += 1) builder.addBarrier([place(), place()], 1000);
    for (let spot = 0; spot < 400; spot += 1) {
      const [x, y] = place();
      builder.addBarrier(
        [
          [x, y],
          [x + 0.5, y],
        ],
        8,
      );
    }
    const linework = builder.node();
    const mesh = triangulate(linework);
    expect(linework.ends.length / 2).toBeGreaterThan(400);
    expect(new Set(mesh.segmentOf.filter((segment) => segment >= 0)).size).toBe(linework.ends.length / 2);
    expect(edgesToFlip(mesh)).toBe(0);
  });

  it.each([5, 12, 19, 26, 33, 47, 61, 75, 88, 95])(
    'keeps the rim where a line ends 34 mm before it, at %i m',
    (along) => {
      const ends: [number, number, number, number][] = [
        [along, 20, along, 0.034],
        [along, 80, along, 99.966],
        [20, along, 0.034, along],
        [80, along, 99.966, along],
      ];
      for (const [fromX, fromY, toX, toY] of ends) {
        const builder = new LineworkBuilder();
        builder.addRing(rectangle(0, 0, 100, 100)[0]!, OUTLINE_OWNER, 8);
        builder.addBarrier(
          [
            [fromX, fromY],
            [toX, toY],
          ],
          8,
        );
        const linework = builder.node();
        const { segmentOf } = triangulate(linework);
        expect(new Set(segmentOf.filter((segment) => segment >= 0)).size).toBe(linework.ends.length / 2);
      }
    },
  );
});
