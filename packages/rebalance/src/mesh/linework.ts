// Owns the noded linework: every ring as segments on a 1 mm lattice that meet only at vertices.
// Knows owners as numbers; does not know what a unit or an outline is.

import Flatbush from 'flatbush';
import type { Ring } from '../shapes.ts';
import { meets, orientation } from './segment-contacts.ts';

/** Coordinates beyond this many millimetres from the anchor would make orientation tests inexact. */
const REACH_MM = 2 ** 24;
const KEY_BASE = 2 ** 26;
const MAX_PASSES = 32;
/** Vertices this near to a segment are taken onto it: less would leave slivers that rounding to 1 cm turns round. */
const WIDE_SNAP_MM = 8;
/** After these passes only what the lattice itself needs is snapped, so that a cascade of snaps ends. */
const WIDE_PASSES = 4;

/** Vertices and segments of a planar arrangement, in integer millimetres. */
export interface Linework {
  /** x, y of each vertex. */
  readonly xy: number[];
  /** Two vertex indexes per segment. */
  readonly ends: Int32Array;
  /** Per segment: the owners whose inside begins or ends there. */
  readonly owners: readonly (readonly number[])[];
}

/** Collects rings, then nodes them. */
export class LineworkBuilder {
  readonly xy: number[] = [];
  readonly #vertexByKey = new Map<number, number>();
  #segments = new Map<number, number[]>();

  /**
   * Adds a closed ring in metres, cut into pieces of at most `spacingMetres`.
   * @throws RangeError when a coordinate is not finite or further than 16 km from the anchor.
   */
  addRing(ring: Ring, owner: number, spacingMetres: number): void {
    const vertices = ring.map(([x, y]) => this.vertexAt(Math.round(x * 1000), Math.round(y * 1000)));
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
    const key = (x + REACH_MM) * KEY_BASE + y + REACH_MM;
    const known = this.#vertexByKey.get(key);
    if (known !== undefined) return known;
    const vertex = this.xy.length / 2;
    this.xy.push(x, y);
    this.#vertexByKey.set(key, vertex);
    return vertex;
  }

  /** Cuts all segments at their crossings and contacts until none is left; O(n log n) a pass, usually two passes. */
  node(): Linework {
    let dirty: ReadonlySet<number> | null = null;
    for (let pass = 0; pass < MAX_PASSES; pass += 1) {
      dirty = this.#pass(dirty, pass < WIDE_PASSES ? WIDE_SNAP_MM : 1);
      if (dirty.size === 0) return this.#finished();
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
      this.#toggle(before, next, [owner]);
      before = next;
    }
  }

  /** An owner on both sides of an edge has no border there: twice cancels. */
  #toggle(from: number, to: number, owners: readonly number[]): number {
    if (from === to) return -1;
    const key = Math.min(from, to) * KEY_BASE + Math.max(from, to);
    const present = this.#segments.get(key);
    if (present === undefined) {
      this.#segments.set(key, [...owners]);
      return key;
    }
    for (const owner of owners) {
      const at = present.indexOf(owner);
      if (at < 0) present.push(owner);
      else present.splice(at, 1);
    }
    return key;
  }

  #pass(dirty: ReadonlySet<number> | null, snap: number): Set<number> {
    const keys = [...this.#segments.keys()];
    const index = new Flatbush(Math.max(1, keys.length));
    if (keys.length === 0) index.add(0, 0, 0, 0);
    const { xy } = this;
    const boxes = new Float64Array(keys.length * 4);
    keys.forEach((key, segment) => {
      const a = 2 * Math.floor(key / KEY_BASE);
      const b = 2 * (key % KEY_BASE);
      const box = [
        Math.min(xy[a]!, xy[b]!),
        Math.min(xy[a + 1]!, xy[b + 1]!),
        Math.max(xy[a]!, xy[b]!),
        Math.max(xy[a + 1]!, xy[b + 1]!),
      ] as const;
      boxes.set(box, 4 * segment);
      index.add(...box);
    });
    index.finish();
    const cuts = new Map<number, number[]>();
    const cut = (segment: number, vertex: number): void => {
      const list = cuts.get(segment);
      if (list === undefined) cuts.set(segment, [vertex]);
      else list.push(vertex);
    };
    keys.forEach((key, segment) => {
      if (dirty !== null && !dirty.has(key)) return;
      const at = 4 * segment;
      index.search(boxes[at]! - snap, boxes[at + 1]! - snap, boxes[at + 2]! + snap, boxes[at + 3]! + snap, (other) => {
        if (other !== segment && (other > segment || (dirty !== null && !dirty.has(keys[other]!))))
          this.#contact(keys, [segment, other], snap, cut);
        return false;
      });
    });
    return this.#apply(keys, cuts);
  }

  #contact(
    keys: readonly number[],
    [one, two]: readonly [number, number],
    snap: number,
    cut: (segment: number, vertex: number) => void,
  ): void {
    const a = Math.floor(keys[one]! / KEY_BASE);
    const b = keys[one]! % KEY_BASE;
    const c = Math.floor(keys[two]! / KEY_BASE);
    const d = keys[two]! % KEY_BASE;
    if (a !== c && a !== d && b !== c && b !== d && this.#apart(a, b, c, d, snap)) return;
    meets(this.xy, [a, b], [c, d], {
      onFirst: (vertex) => cut(one, vertex),
      onSecond: (vertex) => cut(two, vertex),
      vertexAt: (x, y) => this.vertexAt(x, y),
      snap,
    });
  }

  /** Whether the second segment lies wholly on one side of the first, further off than the snap: most neighbours by box do. */
  #apart(a: number, b: number, c: number, d: number, snap: number): boolean {
    const fromC = orientation(this.xy, a, b, c);
    const fromD = orientation(this.xy, a, b, d);
    const reach =
      snap * (Math.abs(this.xy[2 * b]! - this.xy[2 * a]!) + Math.abs(this.xy[2 * b + 1]! - this.xy[2 * a + 1]!));
    return Math.min(fromC, fromD) > reach || Math.max(fromC, fromD) < -reach;
  }

  #apply(keys: readonly number[], cuts: ReadonlyMap<number, number[]>): Set<number> {
    const touched = new Set<number>();
    for (const [segment, vertices] of cuts) {
      const key = keys[segment] as number;
      const from = Math.floor(key / KEY_BASE);
      const to = key % KEY_BASE;
      const owners = this.#segments.get(key) ?? [];
      this.#segments.delete(key);
      const fromFar = (vertex: number): number =>
        (this.xy[2 * vertex]! - this.xy[2 * from]!) ** 2 + (this.xy[2 * vertex + 1]! - this.xy[2 * from + 1]!) ** 2;
      const stops = [...new Set(vertices)].sort((p, q) => fromFar(p) - fromFar(q));
      let before = from;
      for (const stop of [...stops, to]) {
        const made = this.#toggle(before, stop, owners);
        if (made >= 0) touched.add(made);
        before = stop;
      }
    }
    return touched;
  }

  #finished(): Linework {
    const kept = [...this.#segments].filter(([, owners]) => owners.length > 0);
    const ends = new Int32Array(kept.length * 2);
    kept.forEach(([key], segment) => ends.set([Math.floor(key / KEY_BASE), key % KEY_BASE], 2 * segment));
    return { xy: this.xy, ends, owners: kept.map(([, owners]) => owners) };
  }
}
