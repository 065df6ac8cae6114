// Owns chains of border nodes laid end to end, and the question which of them cross each other.
// Straightens nothing itself.

import { orientation, shareEnd } from './segment-contacts.ts';
import { SegmentGrid } from './segment-grid.ts';

/** About the length of a straightened border's step. */
const SQUARE_MM = 8000;

/** Chain i is `nodes[offsets[i]] … nodes[offsets[i + 1] - 1]`. */
export class Chains {
  readonly offsets: number[] = [0];
  readonly nodes: number[] = [];
  readonly left: number[] = [];
  readonly right: number[] = [];
  /** The number the chain had when it was first made. */
  readonly origin: number[] = [];
  /** How many of its nodes straightening left out. */
  readonly omitted: number[] = [];

  get count(): number {
    return this.left.length;
  }

  /** Ends the chain whose nodes were pushed since the last one. */
  close(left: number, right: number, origin: number, omitted: number): void {
    this.offsets.push(this.nodes.length);
    this.left.push(left);
    this.right.push(right);
    this.origin.push(origin);
    this.omitted.push(omitted);
  }
}

/**
 * Origins of the chains that cross or touch another one elsewhere than at a common end, both of each two. Chains nobody straightened
 * are not compared with each other. Exact on the lattice; O(nodes) where they are spread.
 */
export function tangledChains(xy: readonly number[], chains: Chains): number[] {
  const { offsets, nodes, origin, omitted } = chains;
  const steps = nodes.length - chains.count;
  const ends = new Int32Array(2 * steps);
  const chainOf = new Int32Array(steps);
  let step = 0;
  for (let chain = 0; chain < chains.count; chain += 1) {
    for (let at = offsets[chain]! + 1; at < offsets[chain + 1]!; at += 1) {
      ends[2 * step] = nodes[at - 1]!;
      ends[2 * step + 1] = nodes[at]!;
      chainOf[step++] = chain;
    }
  }
  const grid = new SegmentGrid(xy, ends, SQUARE_MM);
  const found = new Set<number>();
  let one = 0;
  const visit = (two: number): boolean => {
    if (one !== two && inConflict(xy, ends[2 * one]!, ends[2 * one + 1]!, ends[2 * two]!, ends[2 * two + 1]!)) {
      found.add(origin[chainOf[one]!]!);
      found.add(origin[chainOf[two]!]!);
    }
    return false;
  };
  for (one = 0; one < steps; one += 1) if (omitted[chainOf[one]!]! > 0) grid.near(one, 0, visit);
  return [...found];
}

function inConflict(xy: readonly number[], a: number, b: number, c: number, d: number): boolean {
  const [fromC, fromD] = [orientation(xy, a, b, c), orientation(xy, a, b, d)];
  if (sameSide(fromC, fromD)) return false;
  const isTouched = isOn(xy, a, b, c, fromC) || isOn(xy, a, b, d, fromD);
  if (shareEnd(a, b, c, d)) return isTouched && fromC === fromD;
  const [fromA, fromB] = [orientation(xy, c, d, a), orientation(xy, c, d, b)];
  if (sameSide(fromA, fromB)) return false;
  const isTouching = isOn(xy, c, d, a, fromA) || isOn(xy, c, d, b, fromB);
  return isTouched || isTouching || fromA * fromB * fromC * fromD !== 0;
}

function sameSide(one: number, two: number): boolean {
  return (one > 0 && two > 0) || (one < 0 && two < 0);
}

/** Whether a node, whose side of the step a-b is given, lies on it between its ends. */
function isOn(xy: readonly number[], a: number, b: number, node: number, side: number): boolean {
  if (side !== 0) return false;
  const alongX = (xy[2 * node]! - xy[2 * a]!) * (xy[2 * node]! - xy[2 * b]!);
  const alongY = (xy[2 * node + 1]! - xy[2 * a + 1]!) * (xy[2 * node + 1]! - xy[2 * b + 1]!);
  return alongX + alongY < 0;
}
