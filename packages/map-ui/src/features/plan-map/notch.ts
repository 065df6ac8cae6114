// Owns the notch of a moved entrance: a triangle cut into the side of its slice that faces north, so that it is seen without colour too.
import type { Polygon, Position } from '@qinghe/rebalance';
import type { LngLat } from '#map/index';

/** Share of the side the notch is wide, and at most this many times that it is deep. */
const WIDTH_SHARE = 0.42;
const DEPTH_OF_WIDTH = 0.62;
const MOST_DEPTH_SHARE = 0.5;

/** The triangle as a closed ring in degrees; null for a slice without area. O(vertices) */
export function notchOf(polygon: Polygon, metresPerLng: number, metresPerLat: number): LngLat[] | null {
  const shell = polygon[0] ?? [];
  const [origin] = shell;
  if (!origin || shell.length < 4) return null;
  const local = shell.map(([lng, lat]): Position => [
    (lng - origin[0]) * metresPerLng,
    (lat - origin[1]) * metresPerLat,
  ]);
  const side = northSide(local);
  if (!side) return null;
  const [[ax, ay], [bx, by]] = side;
  const length = Math.hypot(bx - ax, by - ay);
  const along: Position = [(bx - ax) / length, (by - ay) / length];
  // Walking with the inside on the left, or on the right: whichever holds more of the slice.
  const inwards = depthAlong(local, side[0], [-along[1], along[0]]) > 0.01 ? 1 : -1;
  const normal: Position = [-along[1] * inwards, along[0] * inwards];
  const depth = Math.min(length * WIDTH_SHARE * DEPTH_OF_WIDTH, depthAlong(local, side[0], normal) * MOST_DEPTH_SHARE);
  const middle: Position = [(ax + bx) / 2, (ay + by) / 2];
  const half = (length * WIDTH_SHARE) / 2;
  const place = (run: number, down: number): LngLat => [
    origin[0] + (middle[0] + along[0] * run + normal[0] * down) / metresPerLng,
    origin[1] + (middle[1] + along[1] * run + normal[1] * down) / metresPerLat,
  ];
  const first = place(-half, 0);
  return [first, place(half, 0), place(0, depth), first];
}

/** The side that looks most to the north and is long. */
function northSide(ring: readonly Position[]): readonly [Position, Position] | null {
  const count = ring.length - 1;
  const middleY = ring.slice(0, count).reduce((sum, [, y]) => sum + y, 0) / count;
  let best: readonly [Position, Position] | null = null;
  let bestScore = -Infinity;
  for (const [at, to] of ring.entries()) {
    const from = ring[at - 1];
    if (!from) continue;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const score = length * ((from[1] + to[1]) / 2 - middleY);
    if (length > 0 && score > bestScore) [best, bestScore] = [[from, to], score];
  }
  return best;
}

/** How far the ring reaches from a point in a direction, metres. */
function depthAlong(ring: readonly Position[], [fromX, fromY]: Position, [dx, dy]: Position): number {
  return ring.reduce((most, [x, y]) => Math.max(most, (x - fromX) * dx + (y - fromY) * dy), 0);
}
