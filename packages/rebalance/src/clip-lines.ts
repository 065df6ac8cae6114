// Owns cutting lines to the box of an outline. What lies beyond it is left out, however far; decides nothing inside the box.

import type { LineString, MultiPolygon, Position } from './shapes.ts';

/** The parts of the lines inside the outline's box, in metres. A line that leaves and comes back becomes several. */
export function clippedLines(lines: readonly LineString[], outline: MultiPolygon): LineString[] {
  const low: [number, number] = [Infinity, Infinity];
  const high: [number, number] = [-Infinity, -Infinity];
  for (const position of outline.flat(2)) {
    for (const axis of [0, 1] as const) {
      low[axis] = Math.min(low[axis], position[axis]);
      high[axis] = Math.max(high[axis], position[axis]);
    }
  }
  return lines.flatMap((line) =>
    line.slice(1).flatMap((end, index) => {
      const part = clippedStep(line[index]!, end, low, high);
      return part === null ? [] : [part];
    }),
  );
}

/** Liang and Barsky: each side of the box cuts the step where the line through it passes. */
function clippedStep(from: Position, to: Position, low: Position, high: Position): [Position, Position] | null {
  let [begin, end] = [0, 1];
  for (const axis of [0, 1] as const) {
    const way = to[axis] - from[axis];
    if (way === 0) {
      if (from[axis] < low[axis] || from[axis] > high[axis]) return null;
      continue;
    }
    const [one, two] = [(low[axis] - from[axis]) / way, (high[axis] - from[axis]) / way];
    begin = Math.max(begin, Math.min(one, two));
    end = Math.min(end, Math.max(one, two));
  }
  if (!(begin < end)) return null;
  const at = (share: number): Position =>
    share === 0 ? from : share === 1 ? to : [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  return [at(begin), at(end)];
}
