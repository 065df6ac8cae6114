// Owns the label of free ground round each vertex. A wedge is a fan of free triangles between two slice or outline edges.
// Labels decide the topology of the cells; where exactly a border runs is decided in borders.ts.

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
  /** Where a cut line leaves a wall: the direction it keeps, by vertex. */
  readonly rays: ReadonlyMap<number, readonly [number, number]>;
  /** Units to which a part of the outline without any slice was given. */
  readonly givenRemote: readonly number[];
}

/**
 * Labels every free corner: beside a slice by that slice, elsewhere by the nearest one reached over free ground.
 * Every label is reached along edges of the same label, so a cell is connected wherever its slice is.
 * @throws RangeError when no slice lies inside the outline.
 */
export function labelCorners(mesh: Mesh, faces: Faces, walls: Walls): CornerLabels {
  return new Labeller(mesh, faces.unitOf, walls).run();
}

class Labeller {
  readonly #mesh: Mesh;
  readonly #unitOf: Int32Array;
  readonly #walls: Walls;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #root: Int32Array;
  readonly #wedgeOf: Int32Array;
  readonly #wedges: number[][] = [];
  readonly #rays = new Map<number, readonly [number, number]>();
  readonly #heap = new MinHeap();
  /** Offers in the heap: corner, label and root. */
  readonly #offers: number[] = [];

  constructor(mesh: Mesh, unitOf: Int32Array, walls: Walls) {
    const corners = mesh.triangles.length;
    this.#mesh = mesh;
    this.#unitOf = unitOf;
    this.#walls = walls;
    this.#low = new Int32Array(corners).fill(-1);
    this.#high = new Int32Array(corners).fill(-1);
    this.#root = new Int32Array(corners).fill(-1);
    this.#wedgeOf = new Int32Array(corners).fill(-1);
  }

  run(): CornerLabels {
    for (let corner = 0; corner < this.#low.length; corner += 1) {
      if (this.#isFree(corner) && this.#wedgeOf[corner] === -1) this.#addWedge(corner);
    }
    for (const wedge of this.#wedges) if (this.#isLabelled(wedge)) this.#offerFrom(wedge);
    this.#spread();
    const givenRemote = this.#giveRemote();
    return { low: this.#low, high: this.#high, root: this.#root, rays: this.#rays, givenRemote };
  }

  #isFree(halfEdge: number): boolean {
    return halfEdge >= 0 && this.#unitOf[Math.floor(halfEdge / 3)] === FREE;
  }

  #isLabelled(wedge: readonly number[]): boolean {
    return this.#low[wedge[0]!]! >= 0;
  }

  #addWedge(corner: number): void {
    const { twins } = this.#mesh;
    let first = corner;
    for (let before = twins[first]!; this.#isFree(before); before = twins[first]!) {
      first = nextOf(before);
      if (first === corner) break;
    }
    const wedge = [first];
    for (
      let after = twins[previousOf(first)]!;
      this.#isFree(after) && after !== first;
      after = twins[previousOf(after)]!
    )
      wedge.push(after);
    for (const member of wedge) this.#wedgeOf[member] = this.#wedges.length;
    this.#wedges.push(wedge);
    this.#labelBetweenSlices(wedge);
  }

  #labelBetweenSlices(wedge: readonly number[]): void {
    const { twins, triangles } = this.#mesh;
    const right = this.#unitAcross(twins[wedge[0]!]!);
    const left = this.#unitAcross(twins[previousOf(wedge.at(-1)!)]!);
    if (right < 0 && left < 0) return;
    const [low, high] = [right < 0 ? left : right, left < 0 ? right : left];
    const turn = low === high ? wedge.length : this.#cornerOfCut(wedge);
    wedge.forEach((corner, index) => {
      this.#low[corner] = index <= turn ? low : high;
      this.#high[corner] = index < turn ? low : high;
      this.#root[corner] = triangles[corner]!;
    });
  }

  #unitAcross(halfEdge: number): number {
    return halfEdge < 0 ? -1 : this.#unitOf[Math.floor(halfEdge / 3)]!;
  }

  /** The index of the corner that holds the bisector of the wedge: there the cut line goes on. */
  #cornerOfCut(wedge: readonly number[]): number {
    const angles = wedge.map((corner) => this.#cornerAngle(corner));
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

  #offerFrom(wedge: readonly number[]): void {
    for (const corner of wedge) this.#offer(nextOf(corner), this.#low[corner]!, this.#root[corner]!);
    const last = wedge.at(-1)!;
    this.#offer(previousOf(last), this.#high[last]!, this.#root[last]!);
  }

  #offer(corner: number, label: number, root: number): void {
    if (this.#low[corner]! >= 0) return;
    const { xy, triangles } = this.#mesh;
    const vertex = triangles[corner]!;
    this.#heap.push(
      this.#walls.squaredDistance(xy[2 * vertex]!, xy[2 * vertex + 1]!, root, label),
      this.#offers.length / 3,
    );
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
      const wedge = this.#wedges[this.#wedgeOf[corner]!]!;
      for (const member of wedge) {
        this.#low[member] = label;
        this.#high[member] = label;
        this.#root[member] = root;
      }
      this.#offerFrom(wedge);
    }
  }

  /** Parts of the outline that hold no slice go whole to the unit nearest to one of their corners. */
  #giveRemote(): number[] {
    const given: number[] = [];
    for (const wedge of this.#wedges) {
      if (this.#isLabelled(wedge)) continue;
      const [unit, root] = this.#nearestSlice(this.#mesh.triangles[wedge[0]!]!);
      given.push(unit);
      this.#offer(wedge[0]!, unit, root);
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
