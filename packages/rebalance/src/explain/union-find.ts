// Sets that only ever merge, after Tarjan: the locks' bookkeeping.

/** Items 0 … count - 1, each alone at first. */
export class UnionFind {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, item) => item);
  }

  /** The item that stands for the set; halves the path on the way. Nearly O(1). */
  find(item: number): number {
    let here = item;
    while (this.parent[here] !== here) {
      this.parent[here] = this.parent[this.parent[here]!]!;
      here = this.parent[here]!;
    }
    return here;
  }

  join(one: number, two: number): void {
    this.parent[this.find(two)] = this.find(one);
  }
}
