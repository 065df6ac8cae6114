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

function liesOn(xy: ArrayLike<number>, vertex: number, a: number, b: number, snap: number): boolean {
  if (vertex === a || vertex === b) return false;
  const dx = xy[2 * b]! - xy[2 * a]!;
  const dy = xy[2 * b + 1]! - xy[2 * a + 1]!;
  const along = (xy[2 * vertex]! - xy[2 * a]!) * dx + (xy[2 * vertex + 1]! - xy[2 * a + 1]!) * dy;
  const squared = dx * dx + dy * dy;
  if (along <= 0 || along >= squared) return false;
  const across = orientation(xy, a, b, vertex);
  return across * across <= snap * snap * squared;
}

/** Reports the vertices at which either segment, a-b or c-d, must be cut because of the other. */
export function meets(xy: ArrayLike<number>, a: number, b: number, c: number, d: number, sink: ContactSink): void {
  const { snap } = sink;
  const [cOn, dOn] = [liesOn(xy, c, a, b, snap), liesOn(xy, d, a, b, snap)];
  const [aOn, bOn] = [liesOn(xy, a, c, d, snap), liesOn(xy, b, c, d, snap)];
  if (cOn) sink.onFirst(c);
  if (dOn) sink.onFirst(d);
  if (aOn) sink.onSecond(a);
  if (bOn) sink.onSecond(b);
  const isCut = cOn || dOn || aOn || bOn;
  if (!isCut && !shareEnd(a, b, c, d)) crosses(xy, a, b, c, d, sink);
}

/** Whether two segments, a-b and c-d, begin or end at the same vertex. */
export function shareEnd(a: number, b: number, c: number, d: number): boolean {
  return a === c || a === d || b === c || b === d;
}

function crosses(xy: ArrayLike<number>, a: number, b: number, c: number, d: number, sink: ContactSink): void {
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
