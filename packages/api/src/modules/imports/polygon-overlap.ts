// Owns one figure: the area that two shapes share. Refuses to build the shared shape; PostGIS does that.
import type { MultiPolygon } from './geojson-shapes.ts';
import { planeAt, planeRings } from './planar.ts';

type Edge = readonly [x0: number, y0: number, x1: number, y1: number]; // y0 < y1

function edgesOf(rings: readonly (readonly [number, number])[][]): Edge[] {
  const edges: Edge[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[i + 1]!;
      if (ay !== by) edges.push(ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay]);
    }
  }
  return edges;
}

const xAt = ([x0, y0, x1, y1]: Edge, y: number) => x0 + ((x1 - x0) * (y - y0)) / (y1 - y0);

function crossingHeights(a: readonly Edge[], b: readonly Edge[]): number[] {
  const heights: number[] = [];
  for (const e of a) {
    for (const f of b) {
      const low = Math.max(e[1], f[1]);
      const high = Math.min(e[3], f[3]);
      if (low >= high) continue;
      const [d0, d1] = [xAt(e, low) - xAt(f, low), xAt(e, high) - xAt(f, high)];
      if (d0 * d1 < 0) heights.push(low + ((high - low) * d0) / (d0 - d1));
    }
  }
  return heights;
}

const crossingsAt = (edges: readonly Edge[], y: number) =>
  edges
    .filter((edge) => edge[1] <= y && y < edge[3])
    .map((edge) => xAt(edge, y))
    .sort((p, q) => p - q);

// Length shared by two sets of intervals, each given as sorted even-odd borders.
function sharedLength(a: readonly number[], b: readonly number[]): number {
  let shared = 0;
  for (let i = 0; i + 1 < a.length; i += 2) {
    for (let j = 0; j + 1 < b.length; j += 2)
      shared += Math.max(0, Math.min(a[i + 1]!, b[j + 1]!) - Math.max(a[i]!, b[j]!));
  }
  return shared;
}

/**
 * Shared area in square metres, by slabs: between two neighbouring heights at which an edge ends or crosses another, the
 * shared length is linear, so its value in the middle times the height is exact. O((n + crossings) · n); for footprints, not coasts.
 */
export function overlapSquareMetres(first: MultiPolygon, second: MultiPolygon): number {
  const plane = planeAt(first.coordinates[0]?.[0]?.[0] ?? []);
  const a = edgesOf(planeRings(plane, first));
  const b = edgesOf(planeRings(plane, second));
  const heights = [
    ...new Set([...[...a, ...b].flatMap(([, low, , high]) => [low, high]), ...crossingHeights(a, b)]),
  ].sort((p, q) => p - q);
  let area = 0;
  for (let i = 0; i + 1 < heights.length; i++) {
    const [low, high] = [heights[i]!, heights[i + 1]!];
    const middle = (low + high) / 2;
    area += sharedLength(crossingsAt(a, middle), crossingsAt(b, middle)) * (high - low);
  }
  return area;
}
