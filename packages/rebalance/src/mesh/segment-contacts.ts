// Owns the question where two lattice segments touch or cross, and the exact orientation test it rests on.
// Coordinates are integers below 2^24 mm, so that every product fits a double exactly: no robust predicate is needed here.

/** Where the contacts of two segments are reported. */
export interface ContactSink {
  readonly onFirst: (vertex: number) => void;
  readonly onSecond: (vertex: number) => void;
  readonly vertexAt: (x: number, y: number) => number;
  /** How near (mm) a vertex must lie to a segment to be taken onto it. */
  readonly snap: number;
}

/** Twice the area of triangle a, b, c: positive when it turns counter-clockwise. Exact on the lattice. */
export function orientation(xy: ArrayLike<number>, a: number, b: number, c: number): number {
  const cx = xy[2 * c]!;
  const cy = xy[2 * c + 1]!;
  return (xy[2 * a]! - cx) * (xy[2 * b + 1]! - cy) - (xy[2 * a + 1]! - cy) * (xy[2 * b]! - cx);
}

function liesOn(xy: ArrayLike<number>, vertex: number, [a, b]: readonly [number, number], snap: number): boolean {
  if (vertex === a || vertex === b) return false;
  const dx = xy[2 * b]! - xy[2 * a]!;
  const dy = xy[2 * b + 1]! - xy[2 * a + 1]!;
  const along = (xy[2 * vertex]! - xy[2 * a]!) * dx + (xy[2 * vertex + 1]! - xy[2 * a + 1]!) * dy;
  const squared = dx * dx + dy * dy;
  if (along <= 0 || along >= squared) return false;
  const across = orientation(xy, a, b, vertex);
  return across * across <= snap * snap * squared;
}

/** Reports the vertices at which either segment must be cut because of the other. */
export function meets(
  xy: ArrayLike<number>,
  first: readonly [number, number],
  second: readonly [number, number],
  sink: ContactSink,
): void {
  const onFirst = second.filter((vertex) => liesOn(xy, vertex, first, sink.snap));
  const onSecond = first.filter((vertex) => liesOn(xy, vertex, second, sink.snap));
  for (const vertex of onFirst) sink.onFirst(vertex);
  for (const vertex of onSecond) sink.onSecond(vertex);
  if (onFirst.length + onSecond.length === 0 && !first.some((vertex) => second.includes(vertex)))
    crosses(xy, first, second, sink);
}

function crosses(
  xy: ArrayLike<number>,
  [a, b]: readonly [number, number],
  [c, d]: readonly [number, number],
  sink: ContactSink,
): void {
  const fromC = orientation(xy, a, b, c);
  const fromD = orientation(xy, a, b, d);
  if (!opposite(fromC, fromD) || !opposite(orientation(xy, c, d, a), orientation(xy, c, d, b))) return;
  const share = fromC / (fromC - fromD);
  const x = Math.round(xy[2 * c]! + share * (xy[2 * d]! - xy[2 * c]!));
  const y = Math.round(xy[2 * c + 1]! + share * (xy[2 * d + 1]! - xy[2 * c + 1]!));
  const crossing = sink.vertexAt(x, y);
  if (crossing !== a && crossing !== b) sink.onFirst(crossing);
  if (crossing !== c && crossing !== d) sink.onSecond(crossing);
}

function opposite(one: number, two: number): boolean {
  return (one < 0 && two > 0) || (one > 0 && two < 0);
}
