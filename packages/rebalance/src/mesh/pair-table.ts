// Owns a table of pairs of whole numbers (a lattice point, the two ends of a segment), numbered in the order they came.
// Plain numbers in typed arrays: a Map of a hundred thousand keys beyond 31 bits boxes each of them.

const REMOVED = 1;

/** Pairs of 32-bit integers by number. Growing; a removed pair that comes again gets a new number. */
export class PairTable {
  #first = new Int32Array(1024);
  #second = new Int32Array(1024);
  #state = new Uint8Array(1024);
  /** Numbers of pairs by hash, open addressing, at most half full; a removed pair keeps its place until it comes again. */
  #table = new Int32Array(2048).fill(-1);
  #size = 0;

  /** How many numbers were given out. */
  get size(): number {
    return this.#size;
  }

  first(index: number): number {
    return this.#first[index]!;
  }

  second(index: number): number {
    return this.#second[index]!;
  }

  has(index: number): boolean {
    return this.#state[index] !== REMOVED;
  }

  /** The number of the pair, given out now when it is new: then it equals the size before. Expected O(1). */
  add(first: number, second: number): number {
    let slot = this.#slotOf(first, second);
    const known = this.#table[slot]!;
    if (known >= 0 && this.#state[known] !== REMOVED) return known;
    if (this.#size === this.#first.length) {
      this.#grow();
      slot = this.#slotOf(first, second);
    }
    this.#table[slot] = this.#size;
    this.#first[this.#size] = first;
    this.#second[this.#size] = second;
    this.#size += 1;
    return this.#size - 1;
  }

  remove(index: number): void {
    this.#state[index] = REMOVED;
  }

  /** Where the pair is, or the empty place where it belongs. */
  #slotOf(first: number, second: number): number {
    const mask = this.#table.length - 1;
    let hash = Math.imul(first, 0x9e_37_79_b1) ^ Math.imul(second, 0x85_eb_ca_77);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (let index = this.#table[slot]!; index >= 0; index = this.#table[slot]!) {
      if (this.#first[index] === first && this.#second[index] === second) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const room = 2 * this.#first.length;
    const [first, second, state] = [this.#first, this.#second, this.#state];
    this.#first = new Int32Array(room);
    this.#second = new Int32Array(room);
    this.#state = new Uint8Array(room);
    this.#first.set(first);
    this.#second.set(second);
    this.#state.set(state);
    this.#table = new Int32Array(2 * room).fill(-1);
    for (let index = 0; index < this.#size; index += 1)
      this.#table[this.#slotOf(first[index]!, second[index]!)] = index;
  }
}
