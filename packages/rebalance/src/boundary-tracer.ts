// Owns the way from the arcs round one grid to its polygons: rings are chained at junctions and split where they touch themselves.
// Moves and drops no vertex, so that neighbours match vertex for vertex. Knows no assignment: which arcs lie round a grid is told.

import type { Arcs } from './mesh/arcs.ts';
import { numberPlaces } from './mesh/places.ts';
import { assemble } from './rings.ts';
import type { MultiPolygon, Position, Ring } from './shapes.ts';

/**
 * Draws polygons from half-arcs. Half-arc `2 * arc` walks the arc forwards, with its left side inside; `2 * arc + 1` walks it
 * backwards, with its right side inside. Built once for many grids: everything that depends on the arcs alone (equal places,
 * junctions) is numbered here, so that drawing a grid costs what its own border costs and hashes nothing.
 */
export class BoundaryTracer {
  readonly #arcs: Arcs;
  /** Per point: points at one and the same place have one number. */
  readonly #placeOf: Int32Array;
  readonly #pointOf: Int32Array;
  /** Per place, made on first use and shared by all rings through it. */
  readonly #positions: (Position | undefined)[];
  /** Per half-arc: the junction it leaves, numbered from 0. */
  readonly #from: Int32Array;
  /** Half-arcs of the grid being drawn by the junction they leave, as linked lists; empty (-1) between two grids. */
  readonly #firstLeaving: Int32Array;
  readonly #nextLeaving: Int32Array;
  readonly #done: Uint8Array;
  /** Per place: its height on the stack while a ring is split; -1 between two rings. */
  readonly #heightOf: Int32Array;
  #ring = new Int32Array(256);
  #stack = new Int32Array(256);

  /** O(points). */
  constructor(arcs: Arcs) {
    const { placeOf, pointOf } = numberPlaces(arcs.points);
    const halfArcs = 2 * arcs.left.length;
    this.#arcs = arcs;
    this.#placeOf = placeOf;
    this.#pointOf = pointOf;
    this.#positions = Array.from({ length: pointOf.length });
    this.#from = new Int32Array(halfArcs);
    this.#firstLeaving = new Int32Array(numberJunctions(arcs, this.#from)).fill(-1);
    this.#nextLeaving = new Int32Array(halfArcs);
    this.#done = new Uint8Array(halfArcs);
    this.#heightOf = new Int32Array(pointOf.length).fill(-1);
  }

  /** The polygons inside the given half-arcs: all those round one grid, ascending. O(their points). */
  trace(halfArcs: Int32Array): MultiPolygon {
    // Filled from the end, so that each list is ascending like the input: rings do not depend on what was drawn before.
    for (let at = halfArcs.length - 1; at >= 0; at -= 1) {
      const halfArc = halfArcs[at]!;
      this.#nextLeaving[halfArc] = this.#firstLeaving[this.#from[halfArc]!]!;
      this.#firstLeaving[this.#from[halfArc]!] = halfArc;
      this.#done[halfArc] = 0;
    }
    const rings: Ring[] = [];
    for (const halfArc of halfArcs) if (this.#done[halfArc] === 0) this.#split(this.#walk(halfArc), rings);
    for (const halfArc of halfArcs) this.#firstLeaving[this.#from[halfArc]!] = -1;
    return assemble(rings);
  }

  /** Collects the places along the ring that begins with `first`; returns how many. */
  #walk(first: number): number {
    const { offsets } = this.#arcs;
    let length = 0;
    for (let halfArc = first; this.#done[halfArc] === 0; halfArc = this.#next(halfArc)) {
      this.#done[halfArc] = 1;
      const arc = halfArc >> 1;
      const [begin, last] = [offsets[arc]!, offsets[arc + 1]! - 1];
      if (length + last - begin > this.#ring.length) this.#ring = grown(this.#ring, length + last - begin);
      // The last point is left to the half-arc that goes on from it.
      if ((halfArc & 1) === 0)
        for (let point = begin; point < last; point += 1) this.#ring[length++] = this.#placeOf[point]!;
      else for (let point = last; point > begin; point -= 1) this.#ring[length++] = this.#placeOf[point]!;
    }
    return length;
  }

  /** The grid lies on the left: at a shared junction the next half-arc is the first one clockwise from where we came. */
  #next(halfArc: number): number {
    const head = this.#firstLeaving[this.#from[halfArc ^ 1]!]!;
    if (head >= 0 && this.#nextLeaving[head]! < 0) return head;
    const back = this.#direction(halfArc ^ 1);
    let best = halfArc;
    let smallest = Infinity;
    for (let candidate = head; candidate >= 0; candidate = this.#nextLeaving[candidate]!) {
      const turn = back - this.#direction(candidate);
      const clockwise = turn <= 0 ? turn + 2 * Math.PI : turn;
      if (clockwise >= smallest) continue;
      smallest = clockwise;
      best = candidate;
    }
    return best;
  }

  /** In which direction (radians) a half-arc leaves its junction. */
  #direction(halfArc: number): number {
    const { offsets, points } = this.#arcs;
    const isBackwards = (halfArc & 1) === 1;
    const start = isBackwards ? offsets[(halfArc >> 1) + 1]! - 1 : offsets[halfArc >> 1]!;
    const after = isBackwards ? start - 1 : start + 1;
    return Math.atan2(points[2 * after + 1]! - points[2 * start + 1]!, points[2 * after]! - points[2 * start]!);
  }

  /** A ring that touches itself becomes several simple ones; spikes without width vanish. */
  #split(length: number, rings: Ring[]): void {
    if (length > this.#stack.length) this.#stack = grown(this.#stack, length);
    let height = 0;
    for (let at = 0; at < length; at += 1) {
      const place = this.#ring[at]!;
      if (this.#heightOf[place]! >= 0) {
        const base = this.#heightOf[place]!;
        this.#takeLoop(base, height, rings);
        height = base;
      }
      this.#heightOf[place] = height;
      this.#stack[height++] = place;
    }
    this.#takeLoop(0, height, rings);
  }

  #takeLoop(base: number, height: number, rings: Ring[]): void {
    const loop: Position[] = [];
    for (let at = base; at < height; at += 1) {
      this.#heightOf[this.#stack[at]!] = -1;
      if (height - base > 2) loop.push(this.#positionAt(this.#stack[at]!));
    }
    if (loop.length === 0) return;
    loop.push(loop[0]!);
    rings.push(loop);
  }

  #positionAt(place: number): Position {
    const known = this.#positions[place];
    if (known !== undefined) return known;
    const point = this.#pointOf[place]!;
    const made: Position = [this.#arcs.points[2 * point]!, this.#arcs.points[2 * point + 1]!];
    this.#positions[place] = made;
    return made;
  }
}

/** Numbers the junctions from 0 and notes for each half-arc which one it leaves. Returns how many there are. */
function numberJunctions({ start, end }: Arcs, from: Int32Array): number {
  let most = -1;
  for (let arc = 0; arc < start.length; arc += 1) most = Math.max(most, start[arc]!, end[arc]!);
  const numberOf = new Int32Array(most + 1).fill(-1);
  let count = 0;
  for (let arc = 0; arc < start.length; arc += 1) {
    if (numberOf[start[arc]!] === -1) numberOf[start[arc]!] = count++;
    if (numberOf[end[arc]!] === -1) numberOf[end[arc]!] = count++;
    from[2 * arc] = numberOf[start[arc]!]!;
    from[2 * arc + 1] = numberOf[end[arc]!]!;
  }
  return count;
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, 2 * array.length));
  larger.set(array);
  return larger;
}
