// Owns the display order of grids: left to right, top to bottom. A number is never an identity.

import type { Position } from './shapes.ts';

/**
 * Numbers 1..n per grid (index = grid) from label points or centroids in metres (y north). Grids are taken in bands from the top;
 * there are about as many bands as grids in a band, weighed by the shape of the whole.
 */
export function numberGrids(centroids: readonly Position[]): Int32Array {
  const order = centroids
    .map((_, grid) => grid)
    .sort((a, b) => centroids[b]![1] - centroids[a]![1] || centroids[a]![0] - centroids[b]![0]);
  const numbers = new Int32Array(centroids.length);
  const bands = Math.max(1, Math.round(Math.sqrt(centroids.length * aspect(centroids))));
  const perBand = Math.ceil(centroids.length / bands);
  let number = 0;
  for (let start = 0; start < order.length; start += perBand) {
    const band = order.slice(start, start + perBand).sort((a, b) => centroids[a]![0] - centroids[b]![0] || a - b);
    for (const grid of band) numbers[grid] = ++number;
  }
  return numbers;
}

/** Height by width of the points' box, kept between 1:10 and 10:1. */
function aspect(positions: readonly Position[]): number {
  const spread = (axis: 0 | 1): number => {
    const values = positions.map((position) => position[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  const [width, height] = [spread(0), spread(1)];
  if (!(width > 0)) return 10;
  return Math.min(10, Math.max(0.1, height / width));
}
