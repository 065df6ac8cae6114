// Owns where the borders in force differ from those of a draft: only there the dashed line is drawn. Pure, exact on positions:
// both plans are views of the same arcs.
import type { Boundary } from './plan-session.types.ts';

type Place = readonly [number, number];

const segmentsOf = new WeakMap<Boundary, ReadonlySet<string>>();

/**
 * Lines of `before` that no grid of `after` has, each once and as long as possible. O(points); grids that stayed the same
 * objects are read once.
 */
export function linesOnlyBefore(before: readonly Boundary[], after: readonly Boundary[]): [number, number][][] {
  const kept = after.map(segments);
  const seen = new Set<string>();
  const lines: [number, number][][] = [];
  for (const [grid, boundary] of before.entries()) {
    const own = kept[grid];
    // Most lines stay where they are: the own grid is asked first.
    const isGone = (key: string) => own?.has(key) !== true && !seen.has(key) && !kept.some((keys) => keys.has(key));
    for (const ring of boundary.flat()) lines.push(...goneAlong(ring, isGone, seen));
  }
  return lines;
}

function goneAlong(ring: readonly Place[], isGone: (key: string) => boolean, seen: Set<string>): [number, number][][] {
  const lines: [number, number][][] = [];
  let line: [number, number][] = [];
  for (const [at, to] of ring.entries()) {
    const from = ring[at - 1];
    if (!from) continue;
    const key = segmentKey(from, to);
    if (isGone(key)) {
      seen.add(key);
      if (line.length === 0) line = [[...from]];
      line.push([...to]);
    } else if (line.length > 0) {
      lines.push(line);
      line = [];
    }
  }
  return line.length > 0 ? [...lines, line] : lines;
}

/** The same from both sides. */
function segmentKey([x1, y1]: Place, [x2, y2]: Place): string {
  return x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1},${y1} ${x2},${y2}` : `${x2},${y2} ${x1},${y1}`;
}

function segments(boundary: Boundary): ReadonlySet<string> {
  const known = segmentsOf.get(boundary);
  if (known) return known;
  const keys = new Set<string>();
  for (const ring of boundary.flat()) {
    for (const [at, to] of ring.entries()) {
      const from = ring[at - 1];
      if (from) keys.add(segmentKey(from, to));
    }
  }
  segmentsOf.set(boundary, keys);
  return keys;
}
