// Owns what barriers add to distances over free ground, and which edges and vertices are theirs. Draws no border and covers nothing.
// Whether a barrier lies between is asked of the straight line to the wall, not of the way a label took: a label that came round
// the open end of a barrier would else take all the ground behind it.

import { FREE, type Faces } from './faces.ts';
import { BARRIER_ALONE, NO_BARRIER, type Linework } from './linework.ts';
import { SegmentGrid } from './segment-grid.ts';
import { nextOf, previousOf, type Mesh } from './triangulation.ts';

/** About the length of a noded barrier segment. */
const SQUARE_MM = 8000;
/** A corner stands for the ground this share of the way from its vertex to the middle of its triangle. */
const INTO_TRIANGLE = 0.05;
/** Lines of sight end this share of their length off the wall: what runs on the wall is not between. */
const OFF_WALL = 0.001;

/** The barriers of a linework; null where there is none or crossing them costs nothing. */
export function barrierLines(
  mesh: Mesh,
  linework: Linework,
  faces: Faces,
  crossingMillimetres: number,
): BarrierLines | null {
  if (linework.barrierOf === null || !linework.barrierOf.some((kind) => kind !== NO_BARRIER)) return null;
  return new BarrierLines(mesh, linework, linework.barrierOf, faces, crossingMillimetres);
}

/** A squared distance after a detour is added to the distance; as it is without one. */
export function withDetour(squared: number, detour: number | undefined): number {
  return detour === undefined || detour === 0 ? squared : (Math.sqrt(squared) + detour) ** 2;
}

/** Barriers by place. A chain is a barrier from one end or junction to the next. */
export class BarrierLines {
  readonly #mesh: Mesh;
  readonly #barrierOf: Uint8Array;
  readonly #crossing: number;
  /** Two vertices per barrier segment. */
  readonly #ends: Int32Array;
  readonly #grid: SegmentGrid;
  /** Per barrier segment. */
  readonly #chainOf: Int32Array;
  /** Two per chain: the vertex where it ends on free ground, or -1 where it goes on or ends at a wall. */
  readonly #openEnds: number[];
  /** Per vertex: whether a slice or the outline runs through it. */
  readonly #isWall: Uint8Array;

  constructor(
    mesh: Mesh,
    { xy, ends }: Linework,
    barrierOf: Uint8Array,
    { unitOf }: Faces,
    crossingMillimetres: number,
  ) {
    this.#mesh = mesh;
    this.#barrierOf = barrierOf;
    this.#crossing = crossingMillimetres;
    this.#isWall = new Uint8Array(mesh.xy.length / 2);
    const own: number[] = [];
    barrierOf.forEach((kind, segment) => {
      const [from, to] = [ends[2 * segment]!, ends[2 * segment + 1]!];
      if (kind !== NO_BARRIER) own.push(from, to);
      if (kind !== BARRIER_ALONE) this.#isWall[from] = this.#isWall[to] = 1;
    });
    this.#ends = Int32Array.from(own);
    this.#grid = new SegmentGrid(xy, this.#ends, SQUARE_MM);
    const isOpen = new Uint8Array(this.#isWall.length);
    mesh.triangles.forEach((vertex, corner) => {
      if (unitOf[Math.floor(corner / 3)] === FREE && this.#isWall[vertex] === 0) isOpen[vertex] = 1;
    });
    ({ chainOf: this.#chainOf, openEnds: this.#openEnds } = chainsOf(this.#ends, isOpen));
  }

  /** Whether a barrier runs on the edge. */
  splits(halfEdge: number): boolean {
    const segment = this.#mesh.segmentOf[halfEdge]!;
    return segment >= 0 && this.#barrierOf[segment] !== NO_BARRIER;
  }

  /** Whether a barrier and nothing else runs on the edge. */
  isAlone(halfEdge: number): boolean {
    const segment = this.#mesh.segmentOf[halfEdge]!;
    return segment >= 0 && this.#barrierOf[segment] === BARRIER_ALONE;
  }

  /** Whether a vertex, one of a border, belongs to no slice and not to the outline. */
  isOnlyBarrier(vertex: number): boolean {
    return this.#isWall[vertex] === 0;
  }

  /**
   * What barriers between a corner and a wall add to the distance, in mm: for each one crossed the price, or the way round its open
   * end where that is shorter. A barrier crossed twice is not between, nor is one along the wall itself.
   * @param wallNear the place on the wall nearest to a point
   */
  detour(corner: number, wallNear: (x: number, y: number) => readonly [x: number, y: number]): number {
    const { xy, triangles } = this.#mesh;
    const [vertex, next, previous] = [triangles[corner]!, triangles[nextOf(corner)]!, triangles[previousOf(corner)]!];
    const into = (axis: 0 | 1): number => {
      const here = xy[2 * vertex + axis]!;
      return here + (INTO_TRIANGLE * (xy[2 * next + axis]! + xy[2 * previous + axis]! - 2 * here)) / 3;
    };
    const [x, y] = [into(0), into(1)];
    const [nearX, nearY] = wallNear(x, y);
    const [wallX, wallY] = [nearX + OFF_WALL * (x - nearX), nearY + OFF_WALL * (y - nearY)];
    const crossed = new Set<number>();
    this.#grid.search(Math.min(x, wallX), Math.min(y, wallY), Math.max(x, wallX), Math.max(y, wallY), (segment) => {
      const chain = this.#chainOf[segment]!;
      if (this.#isBetween(segment, x, y, wallX, wallY) && !crossed.delete(chain)) crossed.add(chain);
      return false;
    });
    let sum = 0;
    for (const chain of crossed) sum += this.#price(chain, x, y, wallX, wallY);
    return sum;
  }

  /** Half-open at the segment's ends, so that a line through a vertex meets one of its two segments. */
  #isBetween(segment: number, x: number, y: number, wallX: number, wallY: number): boolean {
    const { xy } = this.#mesh;
    const [a, b] = [2 * this.#ends[2 * segment]!, 2 * this.#ends[2 * segment + 1]!];
    const [ax, ay, bx, by] = [xy[a]!, xy[a + 1]!, xy[b]!, xy[b + 1]!];
    const [dx, dy] = [wallX - x, wallY - y];
    if (dx * (ay - y) - dy * (ax - x) > 0 === dx * (by - y) - dy * (bx - x) > 0) return false;
    const ofPlace = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const ofWall = (bx - ax) * (wallY - ay) - (by - ay) * (wallX - ax);
    return ofPlace * ofWall < 0;
  }

  #price(chain: number, x: number, y: number, wallX: number, wallY: number): number {
    const { xy } = this.#mesh;
    let price = this.#crossing;
    for (const end of [this.#openEnds[2 * chain]!, this.#openEnds[2 * chain + 1]!]) {
      if (end < 0) continue;
      const [endX, endY] = [xy[2 * end]!, xy[2 * end + 1]!];
      const round = Math.hypot(x - endX, y - endY) + Math.hypot(wallX - endX, wallY - endY);
      price = Math.min(price, round - Math.hypot(wallX - x, wallY - y));
    }
    return price;
  }
}

interface BarrierChains {
  readonly chainOf: Int32Array;
  readonly openEnds: number[];
}

/** Segments are followed through vertices of exactly two. */
function chainsOf(ends: Int32Array, isOpen: Uint8Array): BarrierChains {
  const segmentsAt = new Map<number, number[]>();
  ends.forEach((vertex, at) => {
    const list = segmentsAt.get(vertex);
    if (list === undefined) segmentsAt.set(vertex, [at >> 1]);
    else list.push(at >> 1);
  });
  const chainOf = new Int32Array(ends.length / 2).fill(-1);
  const openEnds: number[] = [];
  const follow = (start: number, towards: number, chain: number): number => {
    let [segment, vertex] = [start, towards];
    for (;;) {
      const list = segmentsAt.get(vertex)!;
      if (list.length === 1) return isOpen[vertex] === 1 ? vertex : -1;
      const next = list.length === 2 ? (list[0] === segment ? list[1]! : list[0]!) : segment;
      if (chainOf[next]! >= 0) return -1;
      chainOf[next] = chain;
      segment = next;
      vertex = ends[2 * next] === vertex ? ends[2 * next + 1]! : ends[2 * next]!;
    }
  };
  for (let segment = 0; segment < chainOf.length; segment += 1) {
    if (chainOf[segment]! >= 0) continue;
    const chain = openEnds.length / 2;
    chainOf[segment] = chain;
    openEnds.push(follow(segment, ends[2 * segment]!, chain), follow(segment, ends[2 * segment + 1]!, chain));
  }
  return { chainOf, openEnds };
}
