// Owns the way from rings that may touch themselves to valid polygons. Adds and moves no vertex.

import { insidePolygon, ringArea } from './polygon-measures.ts';
import type { MultiPolygon, Polygon, Position, Ring } from './shapes.ts';

/** A ring (open: first position not repeated) that touches itself becomes several simple ones; spikes without width vanish. */
export function splitAtRepeats(open: readonly Position[]): Ring[] {
  const rings: Ring[] = [];
  const stack: Position[] = [];
  const placeOf = new Map<string, number>();
  for (const position of open) {
    const key = `${position[0]} ${position[1]}`;
    const before = placeOf.get(key);
    if (before !== undefined) {
      const loop = stack.splice(before);
      for (const [x, y] of loop) placeOf.delete(`${x} ${y}`);
      if (loop.length > 2) rings.push([...loop, loop[0]!]);
    }
    placeOf.set(key, stack.length);
    stack.push(position);
  }
  if (stack.length > 2) rings.push([...stack, stack[0]!]);
  return rings;
}

/** Shells (counter-clockwise) by falling area, each with the holes (clockwise) inside it. */
export function assemble(rings: readonly Ring[]): MultiPolygon {
  const sized = rings.map((ring) => ({ ring, area: ringArea(ring) }));
  const shells = sized
    .filter(({ area }) => area > 0)
    .sort((a, b) => a.area - b.area)
    .map(({ ring }): Ring[] => [ring]);
  for (const { ring } of sized.filter(({ area }) => area < 0)) {
    const [[x0, y0], [x1, y1]] = [ring[0]!, ring[1]!];
    const inside: Position = [(x0 + x1) / 2, (y0 + y1) / 2];
    const shell = shells.length === 1 ? shells[0] : shells.find((polygon) => insidePolygon(inside, [polygon[0]!]));
    shell?.push(ring);
  }
  return shells.reverse() satisfies Polygon[];
}
