// Owns the label of free ground round each vertex. A wedge is a fan of free triangles between two slice, outline or barrier edges.
// Labels decide the topology of the cells; where exactly a border runs is decided in borders.ts.

import { withDetour, type BarrierLines } from './barrier-lines.ts';
import { FREE, type Faces } from './faces.ts';
import { MinHeap } from './min-heap.ts';
import { nextOf, previousOf, type Mesh } from './triangulation.ts';
import type { Walls } from './walls.ts';

/** Labels per triangle corner (the half-edge that leaves it). Only corners of free triangles are filled. */
export interface CornerLabels {
  /** Unit at the corner, on its outgoing edge. */
  readonly low: Int32Array;
  /** Unit at the corner, on the edge that comes in; differs from `low` only where a cut line leaves a wall. */
  readonly high: Int32Array;
  /** The slice vertex that the label came from. */
  readonly root: Int32Array;
  /** What barriers add (mm) to the distance from there; null without barriers. */
  readonly detour: Float64Array | null;
  /** Where a cut line leaves a wall: the direction it keeps, by vertex. */
  readonly rays: ReadonlyMap<number, readonly [number, number]>;
  /** Units to which a part of the outline without any slice was given. */
  readonly givenRemote: readonly number[];
}

/**
 * Labels every free corner: beside a slice by that slice, elsewhere by the nearest one reached over free ground.
 * Every label is reached along edges of the same label, so a cell is connected wherever its slice is.
 * A barrier divides the free ground round its vertices: labels go across it at its price.
 * @throws RangeError when no slice lies inside the outline.
 */
export function labelCorners(mesh: Mesh, faces: Faces, walls: Walls, barriers: BarrierLines | null): CornerLabels {
  return new Labeller(mesh, faces.unitOf, walls, barriers).run();
}

class Labeller {
  readonly #mesh: Mesh;
  readonly #unitOf: Int32Array;
  readonly #walls: Walls;
  readonly #barriers: BarrierLines | null;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #root: Int32Array;
  readonly #detour: Float64Array | null;
  readonly #wedgeOf: Int32Array;
  /** The corners of wedge i, counter-clockwise: `#members[#offsets[i]] … #members[#offsets[i + 1] - 1]`. */
  readonly #members: Int32Array;
  readonly #offsets: number[] = [0];
  readonly #rays = new Map<number, readonly [number, number]>();
  readonly #heap = new MinHeap();
  /** Offers in the heap: corner, label and root. */
  readonly #offers: number[] = [];
  /** Per offer, with barriers only. */
  readonly #offeredDetours: number[] = [];

  constructor(mesh: Mesh, unitOf: Int32Array, walls: Walls, barriers: BarrierLines | null) {
    const corners = mesh.triangles.length;
    this.#mesh = mesh;
    this.#unitOf = unitOf;
    this.#walls = walls;
    this.#barriers = barriers;
    this.#detour = barriers === null ? null : new Float64Array(corners);
    this.#low = new Int32Array(corners).fill(-1);
    this.#high = new Int32Array(corners).fill(-1);
    this.#root = new Int32Array(corners).fill(-1);
    this.#wedgeOf = new Int32Array(corners).fill(-1);
    this.#members = new Int32Array(corners);
  }

  run(): CornerLabels {
    for (let corner = 0; corner < this.#low.length; corner += 1) {
      if (this.#isFree(corner) && this.#wedgeOf[corner] === -1) this.#addWedge(corner);
    }
    for (let wedge = 0; wedge < this.#offsets.length - 1; wedge += 1)
      if (this.#isLabelled(wedge)) this.#offerFrom(wedge);
    this.#spread();
    const givenRemote = this.#giveRemote();
    return { low: this.#low, high: this.#high, root: this.#root, detour: this.#detour, rays: this.#rays, givenRemote };
  }

  #isFree(halfEdge: number): boolean {
    return halfEdge >= 0 && this.#unitOf[Math.floor(halfEdge / 3)] === FREE;
  }

  /** Whether a wedge goes on across the edge. */
  #isOpen(halfEdge: number): boolean {
    return this.#isFree(halfEdge) && this.#barriers?.splits(halfEdge) !== true;
  }

  #isLabelled(wedge: number): boolean {
    return this.#low[this.#members[this.#offsets[wedge]!]!]! >= 0;
  }

  /** The corners of a wedge; a view, not a copy. */
  #cornersOf(wedge: number): Int32Array {
    return this.#members.subarray(this.#offsets[wedge], this.#offsets[wedge + 1]);
  }

  #addWedge(corner: number): void {
    const { twins } = this.#mesh;
    let first = corner;
    for (let before = twins[first]!; this.#isOpen(before); before = twins[first]!) {
      first = nextOf(before);
      if (first === corner) break;
    }
    const wedge = this.#offsets.length - 1;
    let end = this.#offsets[wedge]!;
    let member = first;
    do {
      this.#wedgeOf[member] = wedge;
      this.#members[end++] = member;
      member = twins[previousOf(member)]!;
    } while (this.#isOpen(member) && member !== first);
    this.#offsets.push(end);
    this.#labelBetweenSlices(wedge);
  }

  #labelBetweenSlices(wedge: number): void {
    const { twins, triangles } = this.#mesh;
    const [begin, end] = [this.#offsets[wedge]!, this.#offsets[wedge + 1]!];
    const right = this.#unitAcross(twins[this.#members[begin]!]!);
    const left = this.#unitAcross(twins[previousOf(this.#members[end - 1]!)]!);
    if (right < 0 && left < 0) return;
    const low = right < 0 ? left : right;
    const high = left < 0 ? right : left;
    const turn = low === high ? end : begin + this.#cornerOfCut(this.#cornersOf(wedge));
    for (let at = begin; at < end; at += 1) {
      const corner = this.#members[at]!;
      this.#low[corner] = at <= turn ? low : high;
      this.#high[corner] = at < turn ? low : high;
      this.#root[corner] = triangles[corner]!;
    }
  }

  #unitAcross(halfEdge: number): number {
    return halfEdge < 0 ? -1 : this.#unitOf[Math.floor(halfEdge / 3)]!;
  }

  /** The index of the corner that holds the bisector of the wedge: there the cut line goes on. */
  #cornerOfCut(wedge: Int32Array): number {
    const angles = Array.from(wedge, (corner) => this.#cornerAngle(corner));
    const half = angles.reduce((sum, angle) => sum + angle, 0) / 2;
    const vertex = this.#mesh.triangles[wedge[0]!]!;
    const start = this.#direction(wedge[0]!);
    this.#rays.set(vertex, [Math.cos(start + half), Math.sin(start + half)]);
    let passed = 0;
    for (const [index, angle] of angles.entries()) {
      passed += angle;
      if (passed >= half) return index;
    }
    return wedge.length - 1;
  }

  #direction(halfEdge: number): number {
    const { xy, triangles } = this.#mesh;
    const from = triangles[halfEdge]!;
    const to = triangles[nextOf(halfEdge)]!;
    return Math.atan2(xy[2 * to + 1]! - xy[2 * from + 1]!, xy[2 * to]! - xy[2 * from]!);
  }

  #cornerAngle(corner: number): number {
    const incoming = this.#direction(previousOf(corner)) + Math.PI;
    const angle = incoming - this.#direction(corner);
    return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI));
  }

  #offerFrom(wedge: number): void {
    const end = this.#offsets[wedge + 1]!;
    for (let at = this.#offsets[wedge]!; at < end; at += 1) {
      const corner = this.#members[at]!;
      this.#offer(nextOf(corner), this.#low[corner]!, this.#root[corner]!);
    }
    const last = this.#members[end - 1]!;
    this.#offer(previousOf(last), this.#high[last]!, this.#root[last]!);
    if (this.#barriers !== null) this.#offerAcross(this.#members[this.#offsets[wedge]!]!, last);
  }

  /** Where barriers bound a wedge, its label goes on round the same vertex: both sides of a barrier's edge are joined there. */
  #offerAcross(first: number, last: number): void {
    const { twins } = this.#mesh;
    const [before, after] = [twins[first]!, twins[previousOf(last)]!];
    if (this.#isFree(before)) this.#offer(nextOf(before), this.#low[first]!, this.#root[first]!);
    if (this.#isFree(after)) this.#offer(after, this.#high[last]!, this.#root[last]!);
  }

  #offer(corner: number, label: number, root: number): void {
    if (this.#low[corner]! >= 0) return;
    const { xy, triangles } = this.#mesh;
    const vertex = triangles[corner]!;
    const squared = this.#walls.squaredDistance(xy[2 * vertex]!, xy[2 * vertex + 1]!, root, label);
    const detour = this.#barriers?.detour(corner, (x, y) => this.#walls.nearest(x, y, root, label));
    this.#heap.push(withDetour(squared, detour), this.#offers.length / 3);
    if (detour !== undefined) this.#offeredDetours.push(detour);
    this.#offers.push(corner, label, root);
  }

  #spread(): void {
    for (let offer = this.#heap.pop(); offer !== undefined; offer = this.#heap.pop()) {
      const [corner, label, root] = [
        this.#offers[3 * offer]!,
        this.#offers[3 * offer + 1]!,
        this.#offers[3 * offer + 2]!,
      ];
      if (this.#low[corner]! >= 0) continue;
      const wedge = this.#wedgeOf[corner]!;
      for (let at = this.#offsets[wedge]!; at < this.#offsets[wedge + 1]!; at += 1) {
        const member = this.#members[at]!;
        this.#low[member] = label;
        this.#high[member] = label;
        this.#root[member] = root;
        if (this.#detour !== null) this.#detour[member] = this.#offeredDetours[offer]!;
      }
      this.#offerFrom(wedge);
    }
  }

  /** Parts of the outline that hold no slice go whole to the unit nearest to one of their corners. */
  #giveRemote(): number[] {
    const given: number[] = [];
    for (let wedge = 0; wedge < this.#offsets.length - 1; wedge += 1) {
      if (this.#isLabelled(wedge)) continue;
      const corner = this.#members[this.#offsets[wedge]!]!;
      const [unit, root] = this.#nearestSlice(this.#mesh.triangles[corner]!);
      given.push(unit);
      this.#offer(corner, unit, root);
      this.#spread();
    }
    return given;
  }

  #nearestSlice(vertex: number): [unit: number, root: number] {
    const { xy, triangles } = this.#mesh;
    let best: [number, number] = [-1, -1];
    let nearest = Infinity;
    triangles.forEach((other, corner) => {
      const unit = this.#unitOf[Math.floor(corner / 3)]!;
      const squared = (xy[2 * vertex]! - xy[2 * other]!) ** 2 + (xy[2 * vertex + 1]! - xy[2 * other + 1]!) ** 2;
      if (unit < 0 || squared >= nearest) return;
      nearest = squared;
      best = [unit, other];
    });
    if (best[0] < 0) throw new RangeError('units: no slice lies inside the outline');
    return best;
  }
}
