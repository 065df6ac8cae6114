// Owns where three labels meet inside a triangle, by halving it (Sperner): of the four parts of a triangle whose corners
// have three labels, one has three again. Pure; refuses to know what a label is.

/** x, y in integer mm or between. */
export type Point = readonly [x: number, y: number];

/** A place in the triangle and the label it has there, 0 to 2. */
interface Labelled {
  readonly at: Point;
  readonly label: number;
}

const HALVINGS = 10;

/**
 * The point at which the three labels are equally far, within a thousandth of the triangle's size. Always inside.
 *
 * @param corners label i is at corner i
 * @param squaredDistance of a place to what the label stands for
 */
export function meetingPoint(
  corners: readonly [Point, Point, Point],
  squaredDistance: (at: Point, label: number) => number,
): Point {
  const halfway = (one: Labelled, two: Labelled): Labelled => {
    const at = between(one.at, two.at, 0.5);
    const nearer = squaredDistance(at, one.label) <= squaredDistance(at, two.label) ? one : two;
    return { at, label: nearer.label };
  };
  let [a, b, c] = corners.map((at, label): Labelled => ({ at, label })) as [Labelled, Labelled, Labelled];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const [ab, bc, ca] = [halfway(a, b), halfway(b, c), halfway(c, a)];
    if (hasAll(a, ab, ca)) [b, c] = [ab, ca];
    else if (hasAll(ab, b, bc)) [a, c] = [ab, bc];
    else if (hasAll(ca, bc, c)) [a, b] = [ca, bc];
    else [a, b, c] = [ab, bc, ca];
  }
  return middleOf([a.at, b.at, c.at]);
}

function hasAll(...parts: readonly Labelled[]): boolean {
  return new Set(parts.map(({ label }) => label)).size === 3;
}

/** Mean of the points. */
export function middleOf(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0) / points.length;
  return [sum(0), sum(1)];
}

/** On the way from one point to another, at a share of it. */
export function between(from: Point, to: Point, share: number): Point {
  return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
}
