// Owns where borders run: short segments between two labels, across the triangles and along slice and outline edges.
// Node identity is combinatorial (vertex, edge, triangle), so both sides of a border share their ends by construction.

import { withDetour, type BarrierLines } from './barrier-lines.ts';
import { FREE, type Faces } from './faces.ts';
import { nextOf, type Mesh } from './triangulation.ts';
import { meetingPoint } from './meeting-point.ts';
import type { Walls } from './walls.ts';
import type { CornerLabels } from './wedges.ts';

/** What lies beyond the outline in every arc. */
export const BEYOND = -1;

/** Straight border pieces; `left` and `right` are unit indexes or BEYOND. */
export interface Borders {
  /** x, y in integer mm per node. */
  readonly xy: number[];
  /** Per node: how far (mm) it may be moved or left out when arcs are straightened. */
  readonly slack: number[];
  /** from, to, left, right per piece. */
  readonly pieces: number[];
}

/** A straightened free border stays within this of its true place, and within this share of the mesh edge it crosses. */
const MAX_SLACK_MM = 1500;
const SLACK_SHARE = 0.2;
/** Borders cross a mesh edge at one of so many places. */
const EDGE_PLACES = 2 ** 16;
/** Borders keep off the ends of a mesh edge: two of them never meet in a vertex that neither owns. */
const END_SHARE = 0.02;
/** Beside barriers distances jump: a corner whose own slice is not the nearest keeps so much, lest its ground be a sliver. */
const BARRIER_END_SHARE = 0.2;
/** Equally far is no jump: what the squared distances differ by is compared with the square of the edge. */
const JUMP_SHARE = 0.01;
const VERTEX_SLACK_MM = 1.5;
/** A border on a barrier may leave it by as much where that makes it straight. */
const BARRIER_SLACK_MM = 500;
/** A junction keeps this share of the way to the triangle's middle off its edges, so that rounding never puts it outside. */
const OFF_EDGE_SHARE = 0.06;

/** Cuts free triangles between their corner labels and collects the edges where covers meet. O(triangles). */
export function traceBorders(
  mesh: Mesh,
  { unitOf }: Faces,
  labels: CornerLabels,
  walls: Walls,
  barriers: BarrierLines | null,
): Borders {
  return new BorderTracer(mesh, unitOf, labels, { walls, barriers }).run();
}

/** The ways that borders leave one triangle, at most six; one store for all triangles, so that none costs an object. */
class Spokes {
  count = 0;
  readonly node = new Int32Array(6);
  readonly before = new Int32Array(6);
  readonly after = new Int32Array(6);
  /** Position round the triangle, 0 to 5: corners even, edges odd. */
  readonly place = new Int32Array(6);

  add(node: number, before: number, after: number, place: number): void {
    this.node[this.count] = node;
    this.before[this.count] = before;
    this.after[this.count] = after;
    this.place[this.count++] = place;
  }

  get anyAtCorner(): boolean {
    for (let spoke = 0; spoke < this.count; spoke += 1) if (this.place[spoke]! % 2 === 0) return true;
    return false;
  }
}

class BorderTracer {
  readonly #mesh: Mesh;
  readonly #unitOf: Int32Array;
  readonly #labels: CornerLabels;
  readonly #walls: Walls;
  readonly #barriers: BarrierLines | null;
  readonly #xy: number[] = [];
  readonly #slack: number[] = [];
  readonly #pieces: number[] = [];
  readonly #nodeOfVertex: Int32Array;
  readonly #nodeOfEdge: Int32Array;
  readonly #spokes = new Spokes();
  readonly #corners = new Float64Array(6);
  readonly #meeting = new Float64Array(2);
  /** The first corner of the triangle whose labels meet. */
  #corner = 0;
  readonly #toLabel = (x: number, y: number, label: number): number => {
    const corner = this.#corner + label;
    const { root, low, detour } = this.#labels;
    return withDetour(this.#walls.squaredDistance(x, y, root[corner]!, low[corner]!), detour?.[corner]);
  };

  constructor(
    mesh: Mesh,
    unitOf: Int32Array,
    labels: CornerLabels,
    { walls, barriers }: { readonly walls: Walls; readonly barriers: BarrierLines | null },
  ) {
    this.#mesh = mesh;
    this.#unitOf = unitOf;
    this.#labels = labels;
    this.#walls = walls;
    this.#barriers = barriers;
    this.#nodeOfVertex = new Int32Array(mesh.xy.length / 2).fill(-1);
    this.#nodeOfEdge = new Int32Array(mesh.triangles.length).fill(-1);
  }

  run(): Borders {
    for (let triangle = 0; triangle < this.#unitOf.length; triangle += 1) {
      if (this.#unitOf[triangle] === FREE) this.#cutTriangle(3 * triangle);
      for (let halfEdge = 3 * triangle; halfEdge < 3 * triangle + 3; halfEdge += 1) {
        if (this.#mesh.twins[halfEdge]! > halfEdge) this.#borderOnEdge(halfEdge);
      }
    }
    return { xy: this.#xy, slack: this.#slack, pieces: this.#pieces };
  }

  #addPiece(from: number, to: number, left: number, right: number): void {
    if (left !== right) this.#pieces.push(from, to, left, right);
  }

  #addNode(x: number, y: number, slack: number): number {
    this.#xy.push(Math.round(x), Math.round(y));
    return this.#slack.push(slack) - 1;
  }

  #vertexNode(vertex: number): number {
    if (this.#nodeOfVertex[vertex] === -1)
      this.#nodeOfVertex[vertex] = this.#addNode(
        this.#mesh.xy[2 * vertex]!,
        this.#mesh.xy[2 * vertex + 1]!,
        this.#barriers?.isOnlyBarrier(vertex) === true ? BARRIER_SLACK_MM : VERTEX_SLACK_MM,
      );
    return this.#nodeOfVertex[vertex]!;
  }

  #labelsAlong(halfEdge: number): [from: number, to: number] {
    const unit = this.#unitOf[Math.floor(halfEdge / 3)]!;
    if (unit === FREE) return [this.#labels.low[halfEdge]!, this.#labels.high[nextOf(halfEdge)]!];
    const side = unit < 0 ? BEYOND : unit;
    return [side, side];
  }

  #borderOnEdge(halfEdge: number): void {
    const { triangles, twins } = this.#mesh;
    const twin = twins[halfEdge]!;
    const unit = this.#unitOf[Math.floor(halfEdge / 3)];
    const isSplit = unit === FREE && this.#barriers?.splits(halfEdge) === true;
    if (unit === this.#unitOf[Math.floor(twin / 3)] && !isSplit) return;
    const [leftFrom, leftTo] = this.#labelsAlong(halfEdge);
    const [rightTo, rightFrom] = this.#labelsAlong(twin);
    const from = triangles[halfEdge]!;
    const to = triangles[nextOf(halfEdge)]!;
    if (leftFrom === rightFrom && leftTo === rightTo) return;
    if (leftFrom === leftTo && rightFrom === rightTo) {
      this.#addPiece(this.#vertexNode(from), this.#vertexNode(to), leftFrom, rightFrom);
      return;
    }
    const middle = this.#crossing(leftFrom === leftTo ? twin : halfEdge);
    this.#addPiece(this.#vertexNode(from), middle, leftFrom, rightFrom);
    this.#addPiece(middle, this.#vertexNode(to), leftTo, rightTo);
  }

  /** The node on a free triangle's edge where the label changes: as far from one root as from the other. */
  #crossing(halfEdge: number): number {
    const known = this.#nodeOfEdge[halfEdge]!;
    if (known >= 0) return known;
    const { xy, triangles, twins } = this.#mesh;
    const [from, to] = [triangles[halfEdge]!, triangles[nextOf(halfEdge)]!];
    const share = Math.min(1 - END_SHARE, Math.max(END_SHARE, this.#shareAlong(halfEdge)));
    const [dx, dy] = [xy[2 * to]! - xy[2 * from]!, xy[2 * to + 1]! - xy[2 * from + 1]!];
    const isFixed = this.#mesh.segmentOf[halfEdge]! >= 0 && this.#barriers?.isAlone(halfEdge) !== true;
    const slack = isFixed ? VERTEX_SLACK_MM : Math.min(MAX_SLACK_MM, SLACK_SHARE * Math.hypot(dx, dy));
    const node = this.#addNode(xy[2 * from]! + share * dx, xy[2 * from + 1]! + share * dy, slack);
    this.#nodeOfEdge[halfEdge] = node;
    this.#nodeOfEdge[twins[halfEdge]!] = node;
    return node;
  }

  /** Where along the edge both slices are equally far, found by bisection. */
  #shareAlong(halfEdge: number): number {
    const { xy, triangles } = this.#mesh;
    const [from, to] = [triangles[halfEdge]!, triangles[nextOf(halfEdge)]!];
    const [x, y] = [xy[2 * from]!, xy[2 * from + 1]!];
    const [dx, dy] = [xy[2 * to]! - x, xy[2 * to + 1]! - y];
    const [root, rootBeyond] = [this.#labels.root[halfEdge]!, this.#labels.root[nextOf(halfEdge)]!];
    const [unit, unitBeyond] = [this.#labels.low[halfEdge]!, this.#labels.high[nextOf(halfEdge)]!];
    const [detour, detourBeyond] = [this.#labels.detour?.[halfEdge], this.#labels.detour?.[nextOf(halfEdge)]];
    const difference = (share: number): number =>
      withDetour(this.#walls.squaredDistance(x + share * dx, y + share * dy, root, unit), detour) -
      withDetour(this.#walls.squaredDistance(x + share * dx, y + share * dy, rootBeyond, unitBeyond), detourBeyond);
    const [atFrom, atTo] = [difference(0), difference(1)];
    if (atFrom >= 0 && atTo <= 0) return this.#shareAtRay(from, to, root);
    if (atFrom >= 0 || atTo <= 0) {
      const isJump = this.#barriers !== null && Math.max(atFrom, -atTo) > JUMP_SHARE * (dx * dx + dy * dy);
      const end = isJump ? BARRIER_END_SHARE : 0;
      return atTo > 0 ? end : 1 - end;
    }
    return placeOfChange(difference, atFrom, atTo);
  }

  /** Where distance does not decide: on the bisector of the cut, or half-way. */
  #shareAtRay(from: number, to: number, root: number): number {
    const ray = this.#labels.rays.get(root);
    if (ray === undefined) return 0.5;
    const [atFrom, atTo] = [this.#sideOfRay(from, root, ray), this.#sideOfRay(to, root, ray)];
    return atFrom * atTo < 0 ? atFrom / (atFrom - atTo) : 0.5;
  }

  #sideOfRay(vertex: number, start: number, [dx, dy]: readonly [number, number]): number {
    const { xy } = this.#mesh;
    return dx * (xy[2 * vertex + 1]! - xy[2 * start + 1]!) - dy * (xy[2 * vertex]! - xy[2 * start]!);
  }

  #cutTriangle(corner: number): void {
    this.#findSpokes(corner);
    const { count, node, before, after, place } = this.#spokes;
    if (count < 2) return;
    const turn = place[1]! - place[0]!;
    if (count === 2 && turn !== 1 && turn !== 5) {
      this.#addPiece(node[0]!, node[1]!, before[0]!, after[0]!);
      return;
    }
    const centre = this.#centre(corner);
    for (let spoke = 0; spoke < count; spoke += 1) this.#addPiece(centre, node[spoke]!, after[spoke]!, before[spoke]!);
  }

  #findSpokes(firstCorner: number): void {
    const { low, high } = this.#labels;
    this.#spokes.count = 0;
    for (let step = 0; step < 3; step += 1) {
      const corner = firstCorner + step;
      const [before, after] = [high[corner]!, low[corner]!];
      if (before !== after) this.#spokes.add(this.#vertexNode(this.#mesh.triangles[corner]!), before, after, 2 * step);
      const beyond = high[nextOf(corner)]!;
      if (after !== beyond) this.#spokes.add(this.#crossing(corner), after, beyond, 2 * step + 1);
    }
  }

  /** Where the labels of a triangle meet: equally far from three walls, else the middle of the spokes. */
  #centre(corner: number): number {
    const { xy, triangles } = this.#mesh;
    let [middleX, middleY] = [0, 0];
    for (let step = 0; step < 3; step += 1) {
      const vertex = triangles[corner + step]!;
      middleX += this.#corners[2 * step] = xy[2 * vertex]!;
      middleY += this.#corners[2 * step + 1] = xy[2 * vertex + 1]!;
    }
    const inwards = (x: number, y: number, slack: number): number =>
      this.#addNode(x + OFF_EDGE_SHARE * (middleX / 3 - x), y + OFF_EDGE_SHARE * (middleY / 3 - y), slack);
    const { count, node, anyAtCorner } = this.#spokes;
    if (count === 3 && !anyAtCorner) {
      this.#corner = corner;
      meetingPoint(this.#corners, this.#toLabel, this.#meeting);
      return inwards(this.#meeting[0]!, this.#meeting[1]!, 0);
    }
    let [endX, endY] = [0, 0];
    for (let spoke = 0; spoke < count; spoke += 1) {
      endX += this.#xy[2 * node[spoke]!]!;
      endY += this.#xy[2 * node[spoke]! + 1]!;
    }
    // Two spokes: a border from a corner to an edge beside it, nearly straight, and still inside.
    if (count === 2) return inwards(endX / count, endY / count, VERTEX_SLACK_MM);
    return this.#addNode(endX / count, endY / count, 0);
  }
}

/**
 * Where a difference that is below 0 at 0 and above 0 at 1 changes its sign: the middle of one of 65,536 steps. Halving would ask 16
 * times; the difference of two squared distances is nearly straight, so chords find the same step in five or so. The value of an end
 * that stays counts half (Illinois), lest chords creep up from one side; every sixth time the bracket is halved after all.
 */
function placeOfChange(difference: (share: number) => number, atFrom: number, atTo: number): number {
  let low = 0;
  let high = EDGE_PLACES;
  let atLow = atFrom;
  let atHigh = atTo;
  let lastSide = 0;
  for (let round = 1; high - low > 1; round += 1) {
    const wished = round % 6 === 0 ? (low + high) / 2 : low + ((high - low) * atLow) / (atLow - atHigh);
    const place = Math.min(high - 1, Math.max(low + 1, Math.round(wished)));
    const value = difference(place / EDGE_PLACES);
    if (value < 0) {
      low = place;
      atLow = value;
      if (lastSide < 0) atHigh /= 2;
    } else {
      high = place;
      atHigh = value;
      if (lastSide > 0) atLow /= 2;
    }
    lastSide = value < 0 ? -1 : 1;
  }
  return (low + high) / 2 / EDGE_PLACES;
}
