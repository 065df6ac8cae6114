// Draws a random spanning tree over some units and knows, for each of its edges, what hangs below it: cutting one edge splits
// the units into two connected halves. The kernel of tree moves and of splitting from scratch.

import type { Random } from '../random.ts';
import type { EdgeList } from './plan-state.ts';
import type { Measure, UnitGraph } from './problem.ts';

export class TreeCutter {
  /** Units of the last drawing; the tree's root is the first after {@link draw}. */
  readonly units: Int32Array;
  count = 0;
  /** Position in preorder of the tree: what hangs below position `p` is positions p … p + span[p] - 1. */
  readonly order: Int32Array;
  readonly span: Int32Array;
  /** Weight below position `p` in measure `m` at `m * capacity + p`. */
  readonly below: Float64Array;
  readonly capacity: number;
  readonly #graph: UnitGraph;
  readonly #edges: EdgeList;
  readonly #measures: readonly Measure[];
  /** Place of a unit in `units`, valid where `#stampOf` is the present stamp. */
  readonly #place: Int32Array;
  readonly #stampOf: Int32Array;
  #stamp = 0;
  /** Edges among the units, by their number in the edge list. */
  readonly #inner: Int32Array;
  #innerCount = 0;
  readonly #leader: Int32Array;
  readonly #treeHead: Int32Array;
  readonly #treeNext: Int32Array;
  readonly #treeTo: Int32Array;
  readonly #parent: Int32Array;
  readonly #stack: Int32Array;

  constructor(graph: UnitGraph, edges: EdgeList, measures: readonly Measure[]) {
    const units = graph.offsets.length - 1;
    this.capacity = units;
    this.#graph = graph;
    this.#edges = edges;
    this.#measures = measures;
    const ints = (): Int32Array => new Int32Array(units);
    [this.units, this.order, this.span, this.#place, this.#stampOf] = [ints(), ints(), ints(), ints(), ints()];
    [this.#leader, this.#treeHead, this.#parent, this.#stack] = [ints(), ints(), ints(), ints()];
    [this.#treeNext, this.#treeTo] = [new Int32Array(2 * units), new Int32Array(2 * units)];
    this.below = new Float64Array(units * measures.length);
    this.#inner = new Int32Array(edges.count);
  }

  /** Edges among the gathered units. */
  get innerEdges(): Int32Array {
    return this.#inner.subarray(0, this.#innerCount);
  }

  /** Gathers the units of one or two grids that a search from `start` reaches. O(units + their edges) */
  gather(assignment: Int32Array, start: number, one: number, two: number): void {
    const { offsets, neighbours } = this.#graph;
    this.#stamp += 1;
    this.#innerCount = 0;
    this.units[0] = start;
    this.#stampOf[start] = this.#stamp;
    this.#place[start] = 0;
    this.count = 1;
    for (let head = 0; head < this.count; head += 1) {
      const here = this.units[head]!;
      for (let at = offsets[here]!; at < offsets[here + 1]!; at += 1) {
        const beside = neighbours[at]!;
        const grid = assignment[beside]!;
        if (grid !== one && grid !== two) continue;
        if (this.#stampOf[beside] !== this.#stamp) {
          this.#stampOf[beside] = this.#stamp;
          this.#place[beside] = this.count;
          this.units[this.count] = beside;
          this.count += 1;
        }
        if (here < beside) {
          this.#inner[this.#innerCount] = this.#edges.ofEntry[at]!;
          this.#innerCount += 1;
        }
      }
    }
  }

  /** Draws a tree over the gathered units (Kruskal on shuffled edges) and sums the weights below. O(edges α) */
  draw(random: Random): void {
    const { one, two } = this.#edges;
    const { count } = this;
    for (let place = 0; place < count; place += 1) {
      this.#leader[place] = place;
      this.#treeHead[place] = -1;
    }
    let links = 0;
    for (let last = this.#innerCount - 1; last >= 0 && links < 2 * (count - 1); last -= 1) {
      const pick = (random() * (last + 1)) | 0;
      const edge = this.#inner[pick]!;
      this.#inner[pick] = this.#inner[last]!;
      this.#inner[last] = edge;
      const [a, b] = [this.#place[one[edge]!]!, this.#place[two[edge]!]!];
      const [rootA, rootB] = [this.#root(a), this.#root(b)];
      if (rootA === rootB) continue;
      this.#leader[rootA] = rootB;
      this.#link(links, a, b);
      this.#link(links + 1, b, a);
      links += 2;
    }
    this.#walk();
  }

  #link(at: number, from: number, to: number): void {
    this.#treeTo[at] = to;
    this.#treeNext[at] = this.#treeHead[from]!;
    this.#treeHead[from] = at;
  }

  #root(place: number): number {
    let at = place;
    while (this.#leader[at] !== at) {
      this.#leader[at] = this.#leader[this.#leader[at]!]!;
      at = this.#leader[at]!;
    }
    return at;
  }

  /** Preorder with spans and sums, parents before children, then summed from the last position back. */
  #walk(): void {
    const { order, span, below, capacity } = this;
    let depth = 1;
    let visited = 0;
    this.#stack[0] = 0;
    // While walking, `#leader` holds the position of a place's parent; union-find is done with.
    this.#leader[0] = -1;
    this.#parent[0] = -1;
    while (depth > 0) {
      depth -= 1;
      const place = this.#stack[depth]!;
      const position = visited;
      visited += 1;
      const unit = this.units[place]!;
      order[position] = unit;
      span[position] = 1;
      this.#parent[position] = this.#leader[place]!;
      this.#measures.forEach(({ weights }, measure) => (below[measure * capacity + position] = weights[unit]!));
      const parentPlace = position === 0 ? -1 : this.#place[order[this.#parent[position]!]!]!;
      for (let at = this.#treeHead[place]!; at >= 0; at = this.#treeNext[at]!) {
        const child = this.#treeTo[at]!;
        if (child === parentPlace) continue;
        this.#leader[child] = position;
        this.#stack[depth] = child;
        depth += 1;
      }
    }
    for (let position = visited - 1; position > 0; position -= 1) {
      const parent = this.#parent[position]!;
      span[parent]! += span[position]!;
      for (let measure = 0; measure < this.#measures.length; measure += 1)
        below[measure * capacity + parent]! += below[measure * capacity + position]!;
    }
  }
}
