// Owns the noded linework: every ring as segments on a 1 mm lattice that meet only at vertices.
// Knows owners as numbers; does not know what a unit or an outline is.

import type { LineString, Ring } from '../shapes.ts';
import { PairTable } from './pair-table.ts';
import { meets, orientation, shareEnd } from './segment-contacts.ts';
import { SegmentGrid } from './segment-grid.ts';

/** Coordinates beyond this many millimetres from the anchor would make orientation tests inexact. */
const REACH_MM = 2 ** 24;
const MAX_PASSES = 32;
/** Vertices this near to a segment are taken onto it: less would leave slivers that rounding to 1 cm turns round. */
const WIDE_SNAP_MM = 8;
/** After these passes only what the lattice itself needs is snapped, so that a cascade of snaps ends. */
const WIDE_PASSES = 4;
/** About the length of a wall. */
const SQUARE_MM = 8000;

/** Vertices and segments of a planar arrangement, in integer millimetres. */
export interface Linework {
  /** x, y of each vertex. */
  readonly xy: number[];
  /** Two vertex indexes per segment. */
  readonly ends: Int32Array;
  /** The owners whose inside begins or ends at segment i: `owners[ownerOffsets[i]] … owners[ownerOffsets[i + 1] - 1]`; none on a barrier alone. */
  readonly ownerOffsets: Int32Array;
  readonly owners: Int32Array;
  /** The segments by place. */
  readonly near: SegmentGrid;
  /** Per segment: `NO_BARRIER`, `BARRIER_ON_WALL` or `BARRIER_ALONE`; null where no barrier was added at all. */
  readonly barrierOf: Uint8Array | null;
}

/** The owner of barrier lines: it has no inside, so lying somewhere twice does not cancel it. */
const BARRIER_OWNER = -2;
export const NO_BARRIER = 0;
/** A barrier runs along a slice or the outline here. */
export const BARRIER_ON_WALL = 1;
/** Nothing but a barrier: it covers nothing and bounds nothing. */
export const BARRIER_ALONE = 2;

/** The segments that one pass looked at, by place. */
interface Layer {
  readonly segments: Int32Array;
  readonly ends: Int32Array;
  readonly grid: SegmentGrid;
}

/** Collects rings, then nodes them. */
export class LineworkBuilder {
  readonly xy: number[] = [];
  readonly #vertices = new PairTable();
  /** Segments by their ends, the lower vertex first. */
  readonly #segments = new PairTable();
  /** Per segment: the first link of the list of its owners, or -1. */
  readonly #ownersOf: number[] = [];
  readonly #ownerOfLink: number[] = [];
  readonly #nextLink: number[] = [];
  #hasBarriers = false;

  /**
   * Adds a closed ring in metres, cut into pieces of at most `spacingMetres`.
   * @throws RangeError when a coordinate is not finite or further than 16 km from the anchor.
   */
  addRing(ring: Ring, owner: number, spacingMetres: number): void {
    this.#addPath(ring, owner, spacingMetres);
  }

  /** Adds a barrier in metres, cut like a ring. @throws RangeError as for a ring. */
  addBarrier(line: LineString, spacingMetres: number): void {
    this.#hasBarriers = true;
    this.#addPath(line, BARRIER_OWNER, spacingMetres);
  }

  #addPath(path: LineString, owner: number, spacingMetres: number): void {
    const vertices = path.map(([x, y]) => this.vertexAt(Math.round(x * 1000), Math.round(y * 1000)));
    for (let index = 1; index < vertices.length; index += 1) {
      const from = vertices[index - 1] as number;
      const to = vertices[index] as number;
      if (from !== to) this.#addSampled(from, to, owner, spacingMetres * 1000);
    }
  }

  /** The vertex at a lattice point, made when new. */
  vertexAt(x: number, y: number): number {
    if (!(Math.abs(x) < REACH_MM && Math.abs(y) < REACH_MM))
      throw new RangeError('coordinates: metres within 16 km of the anchor expected');
    const vertex = this.#vertices.add(x, y);
    if (2 * vertex === this.xy.length) this.xy.push(x, y);
    return vertex;
  }

  /** Cuts all segments at their crossings and contacts until none is left; O(n) a pass where walls are spread, usually two passes. */
  node(): Linework {
    const layers: Layer[] = [];
    let dirty = this.#present();
    for (let pass = 0; pass < MAX_PASSES; pass += 1) {
      layers.push(this.#layerOf(dirty));
      dirty = this.#pass(layers, pass < WIDE_PASSES ? WIDE_SNAP_MM : 1);
      if (dirty.length === 0) return this.#finished();
    }
    throw new RangeError('linework: rings could not be noded on the 1 mm lattice');
  }

  /** Samples run from the lower vertex, so that both owners of an edge get identical ones. */
  #addSampled(from: number, to: number, owner: number, spacing: number): void {
    const low = Math.min(from, to);
    const high = Math.max(from, to);
    const x0 = this.xy[2 * low] as number;
    const y0 = this.xy[2 * low + 1] as number;
    const dx = (this.xy[2 * high] as number) - x0;
    const dy = (this.xy[2 * high + 1] as number) - y0;
    const pieces = Math.max(1, Math.ceil(Math.hypot(dx, dy) / spacing));
    let before = low;
    for (let piece = 1; piece <= pieces; piece += 1) {
      const share = piece / pieces;
      const next = piece === pieces ? high : this.vertexAt(Math.round(x0 + dx * share), Math.round(y0 + dy * share));
      if (before !== next) this.#toggle(this.#segmentBetween(before, next), owner);
      before = next;
    }
  }

  #segmentBetween(from: number, to: number): number {
    const segment = this.#segments.add(Math.min(from, to), Math.max(from, to));
    if (segment === this.#ownersOf.length) this.#ownersOf.push(-1);
    return segment;
  }

  /** An owner on both sides of an edge has no border there: twice cancels, but for barriers. */
  #toggle(segment: number, owner: number): void {
    let before = -1;
    for (let link = this.#ownersOf[segment]!; link >= 0; link = this.#nextLink[link]!) {
      if (this.#ownerOfLink[link] === owner) {
        if (owner === BARRIER_OWNER) return;
        if (before < 0) this.#ownersOf[segment] = this.#nextLink[link]!;
        else this.#nextLink[before] = this.#nextLink[link]!;
        return;
      }
      before = link;
    }
    this.#nextLink.push(-1);
    const made = this.#ownerOfLink.push(owner) - 1;
    if (before < 0) this.#ownersOf[segment] = made;
    else this.#nextLink[before] = made;
  }

  #layerOf(segments: Int32Array): Layer {
    const ends = this.#endsOf(segments);
    return { segments, ends, grid: new SegmentGrid(this.xy, ends, SQUARE_MM) };
  }

  /**
   * Finds the contacts of the segments in the last layer, with each other and with those in the layers before that are still there, and
   * cuts. A pass makes few segments, so the first layer, of nearly all of them, need not be built again. Returns what was made or changed.
   */
  #pass(layers: readonly Layer[], snap: number): Int32Array {
    const last = layers.at(-1)!;
    const isNew = new Uint8Array(this.#segments.size);
    for (const segment of last.segments) isNew[segment] = 1;
    const cuts = new Map<number, number[]>();
    const cut = (segment: number, vertex: number): void => {
      const list = cuts.get(segment);
      if (list === undefined) cuts.set(segment, [vertex]);
      else list.push(vertex);
    };
    let [layer, at, one, two] = [last, 0, 0, 0];
    const sink = {
      onFirst: (vertex: number) => cut(one, vertex),
      onSecond: (vertex: number) => cut(two, vertex),
      vertexAt: (x: number, y: number) => this.vertexAt(x, y),
      snap,
    };
    const visit = (other: number): boolean => {
      two = layer.segments[other]!;
      // A pair of two new segments is looked at once, from the first of them.
      if (layer === last ? other <= at : isNew[two] === 1 || !this.#segments.has(two)) return false;
      const [a, b, c, d] = [
        last.ends[2 * at]!,
        last.ends[2 * at + 1]!,
        layer.ends[2 * other]!,
        layer.ends[2 * other + 1]!,
      ];
      if (shareEnd(a, b, c, d) || !this.#apart(a, b, c, d, snap)) meets(this.xy, a, b, c, d, sink);
      return false;
    };
    for (at = 0; at < last.segments.length; at += 1) {
      one = last.segments[at]!;
      for (layer of layers) last.grid.near(at, snap, visit, layer.grid);
    }
    return this.#apply(cuts);
  }

  /** Whether the second segment lies wholly on one side of the first, further off than the snap: most neighbours by box do. */
  #apart(a: number, b: number, c: number, d: number, snap: number): boolean {
    const fromC = orientation(this.xy, a, b, c);
    const fromD = orientation(this.xy, a, b, d);
    const reach =
      snap * (Math.abs(this.xy[2 * b]! - this.xy[2 * a]!) + Math.abs(this.xy[2 * b + 1]! - this.xy[2 * a + 1]!));
    return Math.min(fromC, fromD) > reach || Math.max(fromC, fromD) < -reach;
  }

  #apply(cuts: ReadonlyMap<number, number[]>): Int32Array {
    const touched = new Set<number>();
    for (const [segment, vertices] of cuts) {
      const from = this.#segments.first(segment);
      const to = this.#segments.second(segment);
      this.#segments.remove(segment);
      const fromFar = (vertex: number): number =>
        (this.xy[2 * vertex]! - this.xy[2 * from]!) ** 2 + (this.xy[2 * vertex + 1]! - this.xy[2 * from + 1]!) ** 2;
      const stops = [...new Set(vertices)].sort((p, q) => fromFar(p) - fromFar(q));
      let before = from;
      for (const stop of [...stops, to]) {
        if (stop !== before) {
          const made = this.#segmentBetween(before, stop);
          for (let link = this.#ownersOf[segment]!; link >= 0; link = this.#nextLink[link]!)
            this.#toggle(made, this.#ownerOfLink[link]!);
          touched.add(made);
        }
        before = stop;
      }
    }
    return Int32Array.from(touched)
      .filter((segment) => this.#segments.has(segment))
      .sort();
  }

  /** The segments that were not cut away, in the order they were made. */
  #present(): Int32Array {
    const present = new Int32Array(this.#segments.size);
    let count = 0;
    for (let segment = 0; segment < present.length; segment += 1)
      if (this.#segments.has(segment)) present[count++] = segment;
    return present.subarray(0, count);
  }

  #endsOf(segments: Int32Array): Int32Array {
    const ends = new Int32Array(2 * segments.length);
    segments.forEach((segment, at) => {
      ends[2 * at] = this.#segments.first(segment);
      ends[2 * at + 1] = this.#segments.second(segment);
    });
    return ends;
  }

  #finished(): Linework {
    const segments = this.#present().filter((segment) => this.#ownersOf[segment]! >= 0);
    const ownerOffsets = new Int32Array(segments.length + 1);
    const owners: number[] = [];
    const barrierOf = this.#hasBarriers ? new Uint8Array(segments.length) : null;
    segments.forEach((segment, at) => {
      for (let link = this.#ownersOf[segment]!; link >= 0; link = this.#nextLink[link]!) {
        const owner = this.#ownerOfLink[link]!;
        if (owner !== BARRIER_OWNER) owners.push(owner);
        else if (barrierOf !== null) barrierOf[at] = BARRIER_ON_WALL;
      }
      ownerOffsets[at + 1] = owners.length;
      if (barrierOf !== null && ownerOffsets[at] === owners.length) barrierOf[at] = BARRIER_ALONE;
    });
    const { ends, grid } = this.#layerOf(segments);
    return { xy: this.xy, ends, ownerOffsets, owners: Int32Array.from(owners), near: grid, barrierOf };
  }
}
