// Owns the extra points on wide free ground, so that borders there follow equal distance and not the corners of far triangles.

import Flatbush from 'flatbush';
import type { Linework } from './linework.ts';

const ROW_HEIGHT = Math.sqrt(3) / 2;
/** Lattice points keep this share of the step from every segment's box. */
const CLEARANCE = 0.7;
const MAX_POINTS = 200_000;

/** The linework with a triangular lattice of `stepMetres` added where nothing else is near; wider when the area is very large. */
export function withFreePoints(linework: Linework, stepMetres: number): Linework {
  const { xy, ends } = linework;
  const index = new Flatbush(ends.length / 2);
  for (let at = 0; at < ends.length; at += 2) {
    const [a, b] = [2 * ends[at]!, 2 * ends[at + 1]!];
    index.add(
      Math.min(xy[a]!, xy[b]!),
      Math.min(xy[a + 1]!, xy[b + 1]!),
      Math.max(xy[a]!, xy[b]!),
      Math.max(xy[a + 1]!, xy[b + 1]!),
    );
  }
  index.finish();
  const { minX, minY, maxX, maxY } = index;
  const step = Math.max(stepMetres * 1000, Math.sqrt(((maxX - minX) * (maxY - minY)) / MAX_POINTS));
  const clear = step * CLEARANCE;
  const all = [...xy];
  for (let row = 0; minY + row * step * ROW_HEIGHT < maxY; row += 1) {
    const y = Math.round(minY + row * step * ROW_HEIGHT);
    for (let column = 0; minX + column * step < maxX; column += 1) {
      const x = Math.round(minX + (column + (row % 2) / 2) * step);
      if (!collides(index, x, y, clear)) all.push(x, y);
    }
  }
  return { ...linework, xy: all };
}

function collides(index: Flatbush, x: number, y: number, clear: number): boolean {
  return index.collides(x - clear, y - clear, x + clear, y + clear);
}
