// Owns what rounding the finished borders would break: a node that it takes to the other side of a border, or onto it, is made a
// node of that border. Neither moves a node nor rounds one: both sides of every border still share each of them.

import type { Borders } from './borders.ts';
import { orientation } from './segment-contacts.ts';
import { SegmentGrid } from './segment-grid.ts';

/** Where a place (mm) comes to lie when it is rounded: whole numbers, equal exactly where places fall together. */
export type Rounding = (x: number, y: number) => readonly [number, number];

/** About the length of a straightened border's step. */
const SQUARE_MM = 8000;
/** Rounding to 7 decimals of a degree moves two places towards each other by at most so much. */
const REACH_MM = 16;
/** A border that is led through one node may come near another; seldom twice. */
const MAX_ROUNDS = 8;

/**
 * Borders whose polygons stay valid when every node is rounded. Where no node changes its side of a border these are the very same.
 * What is narrower there than rounding can tell loses its width and is left out. Expected O(pieces).
 */
export function roundable(borders: Borders, rounding: Rounding): Borders {
  let { pieces } = borders;
  const rounded = roundedNodes(borders, rounding);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const cuts = cutsOf(borders.xy, rounded, pieces);
    if (cuts.size === 0) break;
    pieces = withoutDoubles(cutPieces(pieces, cuts));
  }
  return pieces === borders.pieces ? borders : { ...borders, pieces };
}

function roundedNodes({ xy, pieces }: Borders, rounding: Rounding): Float64Array {
  const rounded = new Float64Array(xy.length).fill(Number.NaN);
  for (let at = 0; at < pieces.length; at += 4) {
    for (const node of [pieces[at]!, pieces[at + 1]!]) {
      if (Number.isNaN(rounded[2 * node]!))
        [rounded[2 * node], rounded[2 * node + 1]] = rounding(xy[2 * node]!, xy[2 * node + 1]!);
    }
  }
  return rounded;
}

/** Per piece the nodes it is to be led through, in its direction. */
function cutsOf(
  xy: readonly number[],
  rounded: Float64Array,
  pieces: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const ends = Int32Array.from({ length: pieces.length / 2 }, (_, at) => pieces[4 * (at >> 1) + (at & 1)]!);
  const grid = new SegmentGrid(xy, ends, SQUARE_MM);
  const cuts = new Map<number, readonly number[]>();
  for (let piece = 0; piece < pieces.length / 4; piece += 1) {
    const [from, to] = [ends[2 * piece]!, ends[2 * piece + 1]!];
    const beside = new Set<number>();
    let isBroken = false;
    grid.near(piece, REACH_MM, (other) => {
      for (const node of [ends[2 * other]!, ends[2 * other + 1]!]) {
        if (!isBeside(xy, from, to, node, REACH_MM)) continue;
        beside.add(node);
        isBroken ||= changesSide(xy, rounded, from, to, node);
      }
      return false;
    });
    if (isBroken) cuts.set(piece, wayThrough(xy, rounded, from, to, [...beside]));
  }
  return cuts;
}

/** Whether a node lies within `reach` of the step from-to, between its ends or hardly beyond them. */
function isBeside(xy: ArrayLike<number>, from: number, to: number, node: number, reach: number): boolean {
  if (node === from || node === to) return false;
  const [dx, dy] = [xy[2 * to]! - xy[2 * from]!, xy[2 * to + 1]! - xy[2 * from + 1]!];
  const across = orientation(xy, from, to, node);
  const squared = dx * dx + dy * dy;
  if (across * across > reach * reach * squared) return false;
  const along = dx * (xy[2 * node]! - xy[2 * from]!) + dy * (xy[2 * node + 1]! - xy[2 * from + 1]!);
  const beyond = reach * Math.sqrt(squared);
  return along > -beyond && along < squared + beyond;
}

/** Whether rounding takes the node onto the step or past it. Falling together with one of its ends is no change. */
function changesSide(xy: readonly number[], rounded: Float64Array, from: number, to: number, node: number): boolean {
  if (isAt(rounded, node, from) || isAt(rounded, node, to) || isAt(rounded, from, to)) return false;
  const after = Math.sign(orientation(rounded, from, to, node));
  if (after === Math.sign(orientation(xy, from, to, node))) return after === 0 && isBetween(rounded, from, to, node);
  return isBetween(rounded, from, to, node) || (after !== 0 && isBetween(xy, from, to, node));
}

function isAt(xy: ArrayLike<number>, one: number, other: number): boolean {
  return xy[2 * one] === xy[2 * other] && xy[2 * one + 1] === xy[2 * other + 1];
}

function isBetween(xy: ArrayLike<number>, from: number, to: number, node: number): boolean {
  return along(xy, from, to, node) > 0 && along(xy, to, from, node) > 0;
}

function along(xy: ArrayLike<number>, from: number, to: number, node: number): number {
  return (
    (xy[2 * to]! - xy[2 * from]!) * (xy[2 * node]! - xy[2 * from]!) +
    (xy[2 * to + 1]! - xy[2 * from + 1]!) * (xy[2 * node + 1]! - xy[2 * from + 1]!)
  );
}

/** The nodes that change their side, and those that the step would pass on the way to one of them. */
function wayThrough(
  xy: readonly number[],
  rounded: Float64Array,
  from: number,
  to: number,
  beside: readonly number[],
): number[] {
  const changed = beside.filter((node) => changesSide(xy, rounded, from, to, node));
  const isPassed = (node: number): boolean => changed.some((apex) => isWithin(xy, from, to, apex, node));
  return beside
    .filter((node) => changed.includes(node) || isPassed(node))
    .toSorted((one, other) => along(xy, from, to, one) - along(xy, from, to, other));
}

/** Whether a node lies inside the triangle of three others. */
function isWithin(xy: readonly number[], a: number, b: number, c: number, node: number): boolean {
  const sides = [orientation(xy, a, b, node), orientation(xy, b, c, node), orientation(xy, c, a, node)];
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
}

function cutPieces(pieces: readonly number[], cuts: ReadonlyMap<number, readonly number[]>): number[] {
  const made: number[] = [];
  for (let piece = 0; piece < pieces.length / 4; piece += 1) {
    const [from, to, left, right] = pieces.slice(4 * piece, 4 * piece + 4) as [number, number, number, number];
    let before = from;
    for (const node of [...(cuts.get(piece) ?? []), to]) {
      made.push(before, node, left, right);
      before = node;
    }
  }
  return made;
}

/** Pieces between the same two nodes become one, with what lies left of all of them and right of all of them; none if that is the same. */
function withoutDoubles(pieces: readonly number[]): number[] {
  const byEnds = new Map<string, number[]>();
  for (let at = 0; at < pieces.length; at += 4) {
    const [from, to, left, right] = pieces.slice(at, at + 4) as [number, number, number, number];
    const upwards = from < to;
    const key = upwards ? `${from} ${to}` : `${to} ${from}`;
    const turned = upwards ? [from, to, left, right] : [to, from, right, left];
    byEnds.set(key, [...(byEnds.get(key) ?? []), ...turned]);
  }
  return [...byEnds.values()].flatMap((doubles) => (doubles.length === 4 ? doubles : united(doubles)));
}

function united(doubles: readonly number[]): number[] {
  const [from, to] = doubles as [number, number];
  const balance = new Map<number, number>();
  for (let at = 0; at < doubles.length; at += 4) {
    const [left, right] = [doubles[at + 2]!, doubles[at + 3]!];
    balance.set(left, (balance.get(left) ?? 0) + 1);
    balance.set(right, (balance.get(right) ?? 0) - 1);
  }
  const lefts = [...balance].flatMap(([side, count]) => Array.from({ length: Math.max(0, count) }, () => side));
  const rights = [...balance].flatMap(([side, count]) => Array.from({ length: Math.max(0, -count) }, () => side));
  return lefts.flatMap((left, index) => [from, to, left, rights[index]!]);
}
