// Owns the extra points on wide free ground, so that borders there follow equal distance and not the corners of far triangles.

import type { Linework } from './linework.ts';

const ROW_HEIGHT = Math.sqrt(3) / 2;
/** Lattice points keep this share of the step from every segment's box. */
const CLEARANCE = 0.7;
const MAX_POINTS = 200_000;

/** The linework with a triangular lattice of `stepMetres` added where nothing else is near; wider when the area is very large. */
export function withFreePoints(linework: Linework, stepMetres: number): Linework {
  const { xy, near } = linework;
  const [minX, minY, maxX, maxY] = near.bounds;
  const step = Math.max(stepMetres * 1000, Math.sqrt(((maxX - minX) * (maxY - minY)) / MAX_POINTS));
  const clear = step * CLEARANCE;
  const all = [...xy];
  for (let row = 0; minY + row * step * ROW_HEIGHT < maxY; row += 1) {
    const y = Math.round(minY + row * step * ROW_HEIGHT);
    for (let column = 0; minX + column * step < maxX; column += 1) {
      const x = Math.round(minX + (column + (row % 2) / 2) * step);
      if (!near.search(x - clear, y - clear, x + clear, y + clear, isAny)) all.push(x, y);
    }
  }
  return { ...linework, xy: all };
}

const isAny = (): boolean => true;
