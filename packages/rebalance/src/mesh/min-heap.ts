// Owns a binary heap of numbered items by key. Ties leave in the order of their item numbers, so that results are reproducible.

/** A queue that hands out the item with the least key. */
export class MinHeap {
  readonly #items: number[] = [];
  readonly #keys: number[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** O(log n). */
  push(key: number, item: number): void {
    let at = this.#items.length;
    this.#items.push(item);
    this.#keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** The least item, or undefined when empty. O(log n). */
  pop(): number | undefined {
    const least = this.#items[0];
    const lastItem = this.#items.pop();
    const lastKey = this.#keys.pop();
    if (lastItem === undefined || lastKey === undefined || this.#items.length === 0) return least;
    this.#items[0] = lastItem;
    this.#keys[0] = lastKey;
    this.#sink();
    return least;
  }

  #sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      if (left >= this.#items.length) return;
      const child = left + 1 < this.#items.length && this.#before(left + 1, left) ? left + 1 : left;
      if (!this.#before(child, at)) return;
      this.#swap(child, at);
      at = child;
    }
  }

  #before(one: number, two: number): boolean {
    const difference = this.#keys[one]! - this.#keys[two]!;
    return difference < 0 || (difference === 0 && this.#items[one]! < this.#items[two]!);
  }

  #swap(one: number, two: number): void {
    [this.#items[one], this.#items[two]] = [this.#items[two]!, this.#items[one]!];
    [this.#keys[one], this.#keys[two]] = [this.#keys[two]!, this.#keys[one]!];
  }
}
