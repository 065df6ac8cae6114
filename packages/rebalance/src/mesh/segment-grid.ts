// Owns the question which segments lie near a box. Segments are short by construction (rings are sampled), so squares of one size do:
// filling them is two passes over plain numbers, where a tree would sort. Gives candidates; decides no contact.

/** At most so many squares per segment, however wide and empty the ground is. */
const SQUARES_PER_SEGMENT = 4;

/** Segments by the squares their boxes touch. Coordinates in mm. */
export class SegmentGrid {
  readonly #minX: number;
  readonly #minY: number;
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #offsets: Int32Array;
  readonly #members: Int32Array;
  readonly #boxes: Float64Array;
  /** Per segment: the last search that met it, so that one in several squares is told once. */
  readonly #metBy: Int32Array;
  #searches = 0;

  /**
   * O(segments + squares).
   * @param ends two vertex indexes per segment
   * @param wishedSide of a square; larger where that would give too many
   */
  constructor(xy: ArrayLike<number>, ends: Int32Array, wishedSide: number) {
    const count = ends.length / 2;
    this.#boxes = boxesOf(xy, ends);
    const [minX, minY, maxX, maxY] = boundsOf(this.#boxes);
    const [width, height] = [Math.max(0, maxX - minX), Math.max(0, maxY - minY)];
    const enough = Math.max(64, SQUARES_PER_SEGMENT * count);
    this.#minX = minX;
    this.#minY = minY;
    this.#side = Math.max(wishedSide, Math.sqrt((width * height) / enough), (width + height) / enough, 1);
    this.#columns = Math.floor(width / this.#side) + 1;
    this.#rows = Math.floor(height / this.#side) + 1;
    this.#metBy = new Int32Array(count);
    this.#offsets = new Int32Array(this.#columns * this.#rows + 1);
    for (let segment = 0; segment < count; segment += 1)
      this.#eachSquare(segment, (square) => (this.#offsets[square + 1]! += 1));
    for (let square = 1; square < this.#offsets.length; square += 1)
      this.#offsets[square]! += this.#offsets[square - 1]!;
    this.#members = new Int32Array(this.#offsets.at(-1)!);
    const fill = this.#offsets.slice();
    for (let segment = 0; segment < count; segment += 1)
      this.#eachSquare(segment, (square) => {
        this.#members[fill[square]!++] = segment;
      });
  }

  /** minX, minY, maxX, maxY of all segments. */
  get bounds(): readonly [number, number, number, number] {
    return boundsOf(this.#boxes);
  }

  /** Calls `visit` once for each segment of `grid` whose box is within `reach` of the box of `segment`; ends on true. */
  near(segment: number, reach: number, visit: (other: number) => boolean, grid: SegmentGrid = this): void {
    const boxes = this.#boxes;
    const at = 4 * segment;
    grid.search(boxes[at]! - reach, boxes[at + 1]! - reach, boxes[at + 2]! + reach, boxes[at + 3]! + reach, visit);
  }

  /** Calls `visit` once for each segment whose box meets the given one, until it answers true; returns whether it did. */
  search(minX: number, minY: number, maxX: number, maxY: number, visit: (segment: number) => boolean): boolean {
    this.#searches += 1;
    const boxes = this.#boxes;
    const [left, right] = [this.#column(minX), this.#column(maxX)];
    const [bottom, top] = [this.#row(minY), this.#row(maxY)];
    for (let row = bottom; row <= top; row += 1) {
      // Squares of one row lie side by side in the store.
      const end = this.#offsets[row * this.#columns + right + 1]!;
      for (let place = this.#offsets[row * this.#columns + left]!; place < end; place += 1) {
        const segment = this.#members[place]!;
        if (this.#metBy[segment] === this.#searches) continue;
        this.#metBy[segment] = this.#searches;
        const at = 4 * segment;
        if (boxes[at]! > maxX || boxes[at + 1]! > maxY || boxes[at + 2]! < minX || boxes[at + 3]! < minY) continue;
        if (visit(segment)) return true;
      }
    }
    return false;
  }

  #column(x: number): number {
    return Math.min(this.#columns - 1, Math.max(0, Math.floor((x - this.#minX) / this.#side)));
  }

  #row(y: number): number {
    return Math.min(this.#rows - 1, Math.max(0, Math.floor((y - this.#minY) / this.#side)));
  }

  #eachSquare(segment: number, visit: (square: number) => void): void {
    const at = 4 * segment;
    const [left, right] = [this.#column(this.#boxes[at]!), this.#column(this.#boxes[at + 2]!)];
    const [bottom, top] = [this.#row(this.#boxes[at + 1]!), this.#row(this.#boxes[at + 3]!)];
    for (let row = bottom; row <= top; row += 1)
      for (let column = left; column <= right; column += 1) visit(row * this.#columns + column);
  }
}

function boxesOf(xy: ArrayLike<number>, ends: Int32Array): Float64Array {
  const boxes = new Float64Array(2 * ends.length);
  for (let segment = 0; segment < ends.length / 2; segment += 1) {
    const [a, b] = [2 * ends[2 * segment]!, 2 * ends[2 * segment + 1]!];
    boxes[4 * segment] = Math.min(xy[a]!, xy[b]!);
    boxes[4 * segment + 1] = Math.min(xy[a + 1]!, xy[b + 1]!);
    boxes[4 * segment + 2] = Math.max(xy[a]!, xy[b]!);
    boxes[4 * segment + 3] = Math.max(xy[a + 1]!, xy[b + 1]!);
  }
  return boxes;
}

function boundsOf(boxes: Float64Array): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < boxes.length; at += 4) {
    minX = Math.min(minX, boxes[at]!);
    minY = Math.min(minY, boxes[at + 1]!);
    maxX = Math.max(maxX, boxes[at + 2]!);
    maxY = Math.max(maxY, boxes[at + 3]!);
  }
  return [minX, minY, maxX, maxY];
}
