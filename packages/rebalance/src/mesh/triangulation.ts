// Owns the constrained Delaunay triangulation of a linework: triangles, twins, and which segment lies on which edge.
// Refuses linework that still crosses itself.

import { Delaunay } from 'd3-delaunay';
import { incircle } from 'robust-predicates';
import type { Linework } from './linework.ts';
import { orientation } from './segment-contacts.ts';

/** A triangulation by half-edges: half-edge `h` leaves `triangles[h]`; triangles turn counter-clockwise. */
export interface Mesh {
  readonly xy: Float64Array;
  readonly triangles: Int32Array;
  /** The same edge seen from the other triangle, or -1 at the far frame. */
  readonly twins: Int32Array;
  /** Per half-edge: the segment on it, or -1. */
  readonly segmentOf: Int32Array;
}

/** The next half-edge round the triangle. */
export function nextOf(halfEdge: number): number {
  return halfEdge % 3 === 2 ? halfEdge - 2 : halfEdge + 1;
}

/** The half-edge before it round the triangle. */
export function previousOf(halfEdge: number): number {
  return halfEdge % 3 === 0 ? halfEdge + 2 : halfEdge - 1;
}

/** Triangulates the linework inside a far frame, so that every vertex has a full fan of triangles. Expected O(n log n). */
export function triangulate({ xy, ends }: Linework): Mesh {
  const editor = new MeshEditor(framed(xy));
  // Nearly all segments are edges of the plain triangulation already: only the others are worth a key.
  const missing: number[] = [];
  for (let segment = 0; segment < ends.length / 2; segment += 1)
    if (!editor.mark(ends[2 * segment]!, ends[2 * segment + 1]!, segment)) missing.push(segment);
  const awaited = new Set(missing.map((segment) => editor.key(ends[2 * segment]!, ends[2 * segment + 1]!)));
  for (const segment of missing) editor.insert(ends[2 * segment]!, ends[2 * segment + 1]!, awaited);
  for (const segment of missing)
    if (!editor.mark(ends[2 * segment]!, ends[2 * segment + 1]!, segment))
      throw new RangeError('linework: segments cross');
  return { xy: editor.xy, triangles: editor.triangles, twins: editor.twins, segmentOf: editor.segmentOf };
}

function framed(xy: readonly number[]): Float64Array {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < xy.length; at += 2) {
    minX = Math.min(minX, xy[at]!);
    maxX = Math.max(maxX, xy[at]!);
    minY = Math.min(minY, xy[at + 1]!);
    maxY = Math.max(maxY, xy[at + 1]!);
  }
  const margin = Math.round(Math.max(maxX - minX, maxY - minY) / 2) + 10_000;
  const frame = [
    minX - margin,
    minY - margin,
    maxX + margin,
    minY - margin,
    maxX + margin,
    maxY + margin,
    minX - margin,
    maxY + margin,
  ];
  const all = new Float64Array(xy.length + 8);
  all.set(xy);
  all.set(frame, xy.length);
  return all;
}

class MeshEditor {
  readonly xy: Float64Array;
  readonly triangles: Int32Array;
  readonly twins: Int32Array;
  readonly segmentOf: Int32Array;
  /** Any half-edge that leaves the vertex. */
  readonly #outgoing: Int32Array;
  readonly #count: number;

  constructor(xy: Float64Array) {
    this.xy = xy;
    this.#count = xy.length / 2;
    // Delaunator turns clockwise when y points north: mirrored input gives the turn wanted here.
    const mirrored = xy.slice();
    for (let at = 0; at < mirrored.length; at += 2) mirrored[at] = -mirrored[at]!;
    const delaunay = new Delaunay(mirrored);
    this.triangles = Int32Array.from(delaunay.triangles);
    this.twins = Int32Array.from(delaunay.halfedges);
    this.segmentOf = new Int32Array(this.triangles.length).fill(-1);
    this.#outgoing = new Int32Array(this.#count).fill(-1);
    for (let halfEdge = 0; halfEdge < this.triangles.length; halfEdge += 1)
      this.#outgoing[this.triangles[halfEdge]!] = halfEdge;
  }

  key(a: number, b: number): number {
    return Math.min(a, b) * this.#count + Math.max(a, b);
  }

  /** The half-edge from one vertex to another, or -1. Never asked of two frame vertices. */
  find(from: number, to: number): number {
    const start = this.#outgoing[from]!;
    let edge = start;
    do {
      if (this.triangles[nextOf(edge)] === to) return edge;
      edge = this.twins[previousOf(edge)]!;
    } while (edge !== start && edge >= 0);
    // The fan of a frame vertex is open: what lies before the start is reached the other way round.
    for (let back = edge < 0 ? this.twins[start]! : -1; back >= 0; back = this.twins[edge]!) {
      edge = nextOf(back);
      if (this.triangles[nextOf(edge)] === to) return edge;
    }
    return -1;
  }

  /** Notes the segment on its edge, which is kept from then on. False when there is no such edge yet. */
  mark(a: number, b: number, segment: number): boolean {
    const edge = this.find(a, b);
    if (edge < 0) return false;
    this.segmentOf[edge] = segment;
    this.segmentOf[this.twins[edge]!] = segment;
    return true;
  }

  /** Makes a-b an edge by flipping what it crosses. Segments that are marked or awaited are not flipped away afterwards. */
  insert(a: number, b: number, awaited: ReadonlySet<number>): void {
    if (this.find(a, b) >= 0) return;
    const crossed = this.#crossed(a, b);
    const made: [number, number][] = [];
    let guard = 64 + crossed.length * crossed.length * 4;
    for (let head = 0; head < crossed.length; head += 1) {
      guard -= 1;
      if (guard < 0) throw new RangeError('linework: a segment could not be inserted');
      const [u, v] = crossed[head] as [number, number];
      const edge = this.find(u, v);
      if (this.segmentOf[edge]! >= 0) throw new RangeError('linework: segments cross');
      const w = this.triangles[previousOf(edge)]!;
      const x = this.triangles[previousOf(this.twins[edge]!)]!;
      if (orientation(this.xy, w, x, u) * orientation(this.xy, w, x, v) >= 0) {
        crossed.push([u, v]);
        continue;
      }
      this.#flip(edge);
      const stillCrosses =
        w !== a && w !== b && x !== a && x !== b && orientation(this.xy, a, b, w) * orientation(this.xy, a, b, x) < 0;
      (stillCrosses ? crossed : made).push([w, x]);
    }
    this.#restoreDelaunay(made, awaited);
  }

  /** The edges that the straight line a-b crosses, in order. */
  #crossed(a: number, b: number): [number, number][] {
    let edge = this.#outgoing[a]!;
    for (let turn = 0; !this.#leadsTo(edge, a, b); turn += 1) {
      if (turn > this.#count) throw new RangeError('linework: a segment could not be followed');
      edge = this.twins[previousOf(edge)]!;
    }
    const crossed: [number, number][] = [];
    let across = nextOf(edge);
    for (;;) {
      crossed.push([this.triangles[across]!, this.triangles[nextOf(across)]!]);
      const back = this.twins[across]!;
      const apex = this.triangles[previousOf(back)]!;
      if (apex === b) return crossed;
      const side = orientation(this.xy, a, b, apex);
      if (side === 0) throw new RangeError('linework: a segment runs through a vertex');
      across = side > 0 ? nextOf(back) : previousOf(back);
    }
  }

  #leadsTo(edge: number, a: number, b: number): boolean {
    const right = this.triangles[nextOf(edge)]!;
    const left = this.triangles[previousOf(edge)]!;
    return orientation(this.xy, a, right, b) > 0 && orientation(this.xy, a, left, b) < 0;
  }

  #restoreDelaunay(edges: [number, number][], awaited: ReadonlySet<number>): void {
    let budget = edges.length * 16;
    for (let edge = edges.pop(); edge !== undefined && budget > 0; edge = edges.pop(), budget -= 1) {
      const [u, v] = edge;
      const halfEdge = this.find(u, v);
      if (halfEdge < 0 || this.twins[halfEdge]! < 0 || this.segmentOf[halfEdge]! >= 0) continue;
      if (awaited.has(this.key(u, v))) continue;
      const w = this.triangles[previousOf(halfEdge)]!;
      const x = this.triangles[previousOf(this.twins[halfEdge]!)]!;
      const convex = orientation(this.xy, w, x, u) * orientation(this.xy, w, x, v) < 0;
      if (!convex || !this.#inCircle(u, v, w, x)) continue;
      this.#flip(halfEdge);
      edges.push([u, w], [w, v], [v, x], [x, u]);
    }
  }

  /** Whether x lies inside the circle through the counter-clockwise triangle u, v, w. */
  #inCircle(u: number, v: number, w: number, x: number): boolean {
    const { xy } = this;
    return (
      incircle(
        xy[2 * u]!,
        xy[2 * u + 1]!,
        xy[2 * v]!,
        xy[2 * v + 1]!,
        xy[2 * w]!,
        xy[2 * w + 1]!,
        xy[2 * x]!,
        xy[2 * x + 1]!,
      ) > 0
    );
  }

  #flip(a: number): void {
    const { triangles, twins, segmentOf } = this;
    const b = twins[a]!;
    const al = nextOf(a);
    const ar = previousOf(a);
    const br = nextOf(b);
    const bl = previousOf(b);
    const p0 = triangles[ar]!;
    const p1 = triangles[bl]!;
    const besideB = twins[ar]!;
    triangles[a] = p1;
    triangles[b] = p0;
    segmentOf[a] = segmentOf[bl]!;
    segmentOf[b] = segmentOf[ar]!;
    segmentOf[ar] = -1;
    segmentOf[bl] = -1;
    this.#link(a, twins[bl]!);
    this.#link(b, besideB);
    this.#link(ar, bl);
    this.#outgoing[p1] = a;
    this.#outgoing[triangles[al]!] = al;
    this.#outgoing[p0] = ar;
    this.#outgoing[triangles[br]!] = br;
  }

  #link(one: number, two: number): void {
    this.twins[one] = two;
    if (two >= 0) this.twins[two] = one;
  }
}
