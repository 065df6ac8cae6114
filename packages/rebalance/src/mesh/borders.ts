// Owns where borders run: short segments between two labels, across the triangles and along slice and outline edges.
// Node identity is combinatorial (vertex, edge, triangle), so both sides of a border share their ends by construction.

import { FREE, type Faces } from './faces.ts';
import { nextOf, type Mesh } from './triangulation.ts';
import { between, meetingPoint, middleOf, type Point } from './meeting-point.ts';
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

/** A straightened free border stays within this of its true place. */
const MAX_SLACK_MM = 700;
const BISECTIONS = 16;
/** Borders keep off the ends of a mesh edge: two of them never meet in a vertex that neither owns. */
const END_SHARE = 0.02;
const VERTEX_SLACK_MM = 1.5;
/** A junction keeps this share of the way to the triangle's middle off its edges, so that rounding never puts it outside. */
const OFF_EDGE_SHARE = 0.06;

/** Cuts free triangles between their corner labels and collects the edges where covers meet. O(triangles). */
export function traceBorders(mesh: Mesh, faces: Faces, labels: CornerLabels, walls: Walls): Borders {
  return new BorderTracer(mesh, faces.unitOf, labels, walls).run();
}

interface Spoke {
  readonly node: number;
  readonly before: number;
  readonly after: number;
  /** Position round the triangle, 0 to 5: corners even, edges odd. */
  readonly place: number;
}

class BorderTracer {
  readonly #mesh: Mesh;
  readonly #unitOf: Int32Array;
  readonly #labels: CornerLabels;
  readonly #walls: Walls;
  readonly #xy: number[] = [];
  readonly #slack: number[] = [];
  readonly #pieces: number[] = [];
  readonly #nodeOfVertex: Int32Array;
  readonly #nodeOfEdge: Int32Array;

  constructor(mesh: Mesh, unitOf: Int32Array, labels: CornerLabels, walls: Walls) {
    this.#mesh = mesh;
    this.#unitOf = unitOf;
    this.#labels = labels;
    this.#walls = walls;
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
        VERTEX_SLACK_MM,
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
    if (this.#unitOf[Math.floor(halfEdge / 3)] === this.#unitOf[Math.floor(twin / 3)]) return;
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
    const onOutline = this.#mesh.segmentOf[halfEdge]! >= 0;
    const slack = onOutline ? VERTEX_SLACK_MM : Math.min(MAX_SLACK_MM, 0.08 * Math.hypot(dx, dy));
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
    const difference = (share: number): number =>
      this.#walls.squaredDistance(x + share * dx, y + share * dy, root, unit) -
      this.#walls.squaredDistance(x + share * dx, y + share * dy, rootBeyond, unitBeyond);
    const [atFrom, atTo] = [difference(0), difference(1)];
    if (atFrom >= 0 && atTo <= 0) return this.#shareAtRay(from, to, root);
    if (atFrom >= 0 || atTo <= 0) return atTo > 0 ? 0 : 1;
    let [low, high] = [0, 1];
    for (let step = 0; step < BISECTIONS; step += 1) {
      const middle = (low + high) / 2;
      if (difference(middle) < 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
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
    const spokes = this.#spokes(corner);
    const [one, two] = spokes;
    if (one === undefined || two === undefined) return;
    const beside = spokes.length === 2 && [1, 5].includes(two.place - one.place);
    if (spokes.length === 2 && !beside) {
      this.#addPiece(one.node, two.node, one.before, one.after);
      return;
    }
    const centre = this.#centre(corner, spokes);
    for (const spoke of spokes) this.#addPiece(centre, spoke.node, spoke.after, spoke.before);
  }

  #spokes(firstCorner: number): Spoke[] {
    const { low, high } = this.#labels;
    const spokes: Spoke[] = [];
    for (let step = 0; step < 3; step += 1) {
      const corner = firstCorner + step;
      const [before, after] = [high[corner]!, low[corner]!];
      if (before !== after)
        spokes.push({ node: this.#vertexNode(this.#mesh.triangles[corner]!), before, after, place: 2 * step });
      const beyond = high[nextOf(corner)]!;
      if (after !== beyond)
        spokes.push({ node: this.#crossing(corner), before: after, after: beyond, place: 2 * step + 1 });
    }
    return spokes;
  }

  /** Where the labels of a triangle meet: equally far from three walls, else the middle of the spokes. */
  #centre(corner: number, spokes: readonly Spoke[]): number {
    const corners = [this.#cornerAt(corner), this.#cornerAt(corner + 1), this.#cornerAt(corner + 2)] as const;
    const middle = middleOf(corners);
    const ends = middleOf(spokes.map(({ node }): Point => [this.#xy[2 * node]!, this.#xy[2 * node + 1]!]));
    // A border from a corner to an edge beside it: nearly straight, and still inside.
    if (spokes.length === 2) return this.#addNode(...between(ends, middle, OFF_EDGE_SHARE), VERTEX_SLACK_MM);
    if (spokes.length > 3 || spokes.some(({ place }) => place % 2 === 0)) return this.#addNode(...ends, 0);
    const meeting = meetingPoint(corners, (at, label) => this.#squaredDistance(at, corner + label));
    return this.#addNode(...between(meeting, middle, OFF_EDGE_SHARE), 0);
  }

  /** To the wall whose label the corner has. */
  #squaredDistance([x, y]: Point, corner: number): number {
    return this.#walls.squaredDistance(x, y, this.#labels.root[corner]!, this.#labels.low[corner]!);
  }

  #cornerAt(corner: number): Point {
    const vertex = this.#mesh.triangles[corner]!;
    return [this.#mesh.xy[2 * vertex]!, this.#mesh.xy[2 * vertex + 1]!];
  }
}
