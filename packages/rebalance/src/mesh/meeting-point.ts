// Owns where three labels meet inside a triangle, by halving it (Sperner): of the four parts of a triangle whose corners
// have three labels, one has three again. Pure; refuses to know what a label is.

const HALVINGS = 10;

/**
 * The point at which the three labels are equally far, within a thousandth of the triangle's size. Always inside. Written with
 * plain numbers because it is asked at every junction of a city, sixty distances each time.
 *
 * @param corners x, y of three corners; label i is at corner i
 * @param squaredDistance of a place to what the label stands for
 * @param result where x, y are put
 */
export function meetingPoint(
  corners: Float64Array,
  squaredDistance: (x: number, y: number, label: number) => number,
  result: Float64Array,
): void {
  let [a, b, c] = [0, 1, 2];
  let [ax, ay] = [corners[0]!, corners[1]!];
  let [bx, by] = [corners[2]!, corners[3]!];
  let [cx, cy] = [corners[4]!, corners[5]!];
  const nearer = (x: number, y: number, one: number, two: number): number =>
    squaredDistance(x, y, one) <= squaredDistance(x, y, two) ? one : two;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const [abx, aby] = [ax + 0.5 * (bx - ax), ay + 0.5 * (by - ay)];
    const [bcx, bcy] = [bx + 0.5 * (cx - bx), by + 0.5 * (cy - by)];
    const [cax, cay] = [cx + 0.5 * (ax - cx), cy + 0.5 * (ay - cy)];
    const ab = nearer(abx, aby, a, b);
    const bc = nearer(bcx, bcy, b, c);
    const ca = nearer(cax, cay, c, a);
    // Labels are 0, 1 and 2: three of them are all different exactly when one bit each makes 7.
    const isAtA = ((1 << a) | (1 << ab) | (1 << ca)) === 7;
    const isAtB = !isAtA && ((1 << ab) | (1 << b) | (1 << bc)) === 7;
    const isAtC = !isAtA && !isAtB && ((1 << ca) | (1 << bc) | (1 << c)) === 7;
    if (!isAtA) [a, ax, ay] = isAtC ? [ca, cax, cay] : [ab, abx, aby];
    if (!isAtB) [b, bx, by] = isAtA ? [ab, abx, aby] : [bc, bcx, bcy];
    if (!isAtC) [c, cx, cy] = isAtB ? [bc, bcx, bcy] : [ca, cax, cay];
  }
  result[0] = (ax + bx + cx) / 3;
  result[1] = (ay + by + cy) / 3;
}
