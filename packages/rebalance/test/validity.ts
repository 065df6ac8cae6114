// Independent judges for tests: ring validity and cover counts, by brute force and without the engine's own topology.

import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';
import type { MultiPolygon, Position } from '../src/shapes.ts';

type Edge = readonly [Position, Position];

/** The first fault of a MultiPolygon by the rules of OGC that matter here, or null. */
export function faultOf(polygons: MultiPolygon): string | null {
  const edges: Edge[] = [];
  for (const ring of polygons.flat()) {
    if (ring.length < 4) return `ring of ${ring.length} positions`;
    const [first, last] = [ring[0]!, ring.at(-1)!];
    if (first[0] !== last[0] || first[1] !== last[1]) return 'open ring';
    const seen = new Set(ring.slice(1).map(([x, y]) => `${x} ${y}`));
    if (seen.size !== ring.length - 1) return 'ring visits a vertex twice';
    for (let index = 1; index < ring.length; index += 1) edges.push([ring[index - 1]!, ring[index]!]);
  }
  return crossingAmong(edges);
}

function crossingAmong(edges: readonly Edge[]): string | null {
  const index = new Flatbush(Math.max(1, edges.length));
  for (const [[x0, y0], [x1, y1]] of edges)
    index.add(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
  if (edges.length === 0) index.add(0, 0, 0, 0);
  index.finish();
  for (const [at, edge] of edges.entries()) {
    const [[x0, y0], [x1, y1]] = edge;
    const hits = index.search(
      Math.min(x0, x1),
      Math.min(y0, y1),
      Math.max(x0, x1),
      Math.max(y0, y1),
      (other) => other > at && cross(edge, edges[other]!),
    );
    if (hits.length > 0) return `edges cross near ${x0}, ${y0}`;
  }
  return null;
}

function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Proper crossings, a vertex in the middle of an edge, and the same edge twice. */
function cross([a, b]: Edge, [c, d]: Edge): boolean {
  if ((same(a, c) && same(b, d)) || (same(a, d) && same(b, c))) return true;
  const side = (p: Position, q: Position, r: Position): number => Math.sign(orient2d(...p, ...q, ...r));
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  const between = (p: Position, q: Position, r: Position): boolean =>
    !same(p, r) &&
    !same(q, r) &&
    side(p, q, r) === 0 &&
    (r[0] - p[0]) * (r[0] - q[0]) + (r[1] - p[1]) * (r[1] - q[1]) < 0;
  return between(a, b, c) || between(a, b, d) || between(c, d, a) || between(c, d, b);
}
