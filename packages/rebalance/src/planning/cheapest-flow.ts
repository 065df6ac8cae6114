// Min-cost flow by shortest augmenting paths, for networks of some hundred arcs. Capacities may be fractions, costs may be negative as long
// as no cycle of arcs is. Refuses to know what flows.

/** Arcs are kept in pairs: the reverse of arc `a` is `a ^ 1`. */
export class FlowNetwork {
  readonly #heads: number[] = [];
  readonly #room: number[] = [];
  readonly #costs: number[] = [];
  readonly #arcsOf: number[][];

  constructor(nodes: number) {
    this.#arcsOf = Array.from({ length: nodes }, () => []);
  }

  /** @returns the arc's number */
  arc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.#heads.length;
    this.#heads.push(to, from);
    this.#room.push(capacity, 0);
    this.#costs.push(cost, -cost);
    this.#arcsOf[from]!.push(arc);
    this.#arcsOf[to]!.push(arc + 1);
    return arc;
  }

  /** What flows over an arc. */
  flowOn(arc: number): number {
    return this.#room[arc ^ 1]!;
  }

  /** Sends as much as can be, at the least cost for each amount. O(paths · nodes · arcs) */
  send(source: number, sink: number): { readonly amount: number; readonly cost: number } {
    let [amount, cost] = [0, 0];
    for (let path = this.#cheapestPath(source, sink); path !== null; path = this.#cheapestPath(source, sink)) {
      const room = path.reduce((least, arc) => Math.min(least, this.#room[arc]!), Infinity);
      for (const arc of path) {
        this.#room[arc]! -= room;
        this.#room[arc ^ 1]! += room;
        cost += room * this.#costs[arc]!;
      }
      amount += room;
    }
    return { amount, cost };
  }

  /** Bellman and Ford with a queue; arcs of the path from its end. */
  #cheapestPath(source: number, sink: number): number[] | null {
    const far = new Float64Array(this.#arcsOf.length).fill(Infinity);
    const by = new Int32Array(far.length).fill(-1);
    const waits = new Uint8Array(far.length);
    const queue = [source];
    far[source] = 0;
    for (let head = 0; head < queue.length; head += 1) {
      const here = queue[head]!;
      waits[here] = 0;
      for (const arc of this.#arcsOf[here]!) {
        const to = this.#heads[arc]!;
        const length = far[here]! + this.#costs[arc]!;
        if (this.#room[arc]! <= ROUNDING || length >= far[to]! - ROUNDING) continue;
        far[to] = length;
        by[to] = arc;
        if (waits[to] === 1) continue;
        waits[to] = 1;
        queue.push(to);
      }
    }
    if (far[sink] === Infinity) return null;
    const path: number[] = [];
    for (let at = sink; at !== source; at = this.#heads[by[at]! ^ 1]!) path.push(by[at]!);
    return path;
  }
}

/** Amounts and gains below this are none. */
const ROUNDING = 1e-7;
