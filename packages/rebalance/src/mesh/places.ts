// Owns the question which points lie at one and the same place, answered with numbers instead of keys made of text.
// Compares exactly: what differs by a bit is two places.

/** Points by place. */
export interface Places {
  /** Per point: the number of its place, from 0, in order of first appearance. */
  readonly placeOf: Int32Array;
  /** Per place: the first point there. */
  readonly pointOf: Int32Array;
}

/** Numbers the places of points given as x, y, x, y … Expected O(points): open addressing in a table at most half full. */
export function numberPlaces(points: Float64Array): Places {
  const count = points.length / 2;
  const bits = Math.max(4, 32 - Math.clz32(2 * count));
  const mask = 2 ** bits - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const placeOf = new Int32Array(count);
  const pointOf = new Int32Array(count);
  let places = 0;
  for (let point = 0; point < count; point += 1) {
    const [x, y] = [points[2 * point]!, points[2 * point + 1]!];
    let slot = hashOf(x, y) & mask;
    let place = table[slot]!;
    while (place >= 0 && (points[2 * pointOf[place]!] !== x || points[2 * pointOf[place]! + 1] !== y)) {
      slot = (slot + 1) & mask;
      place = table[slot]!;
    }
    if (place < 0) {
      place = places++;
      table[slot] = place;
      pointOf[place] = point;
    }
    placeOf[point] = place;
  }
  return { placeOf, pointOf: pointOf.slice(0, places) };
}

/** Coordinates are multiples of a millimetre: their thousandfold, scattered. Equal coordinates hash alike, whatever they are. */
function hashOf(x: number, y: number): number {
  const mixed = Math.imul(Math.round(x * 1000), 0x9e_37_79_b1) ^ Math.imul(Math.round(y * 1000), 0x85_eb_ca_77);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
