// Owns the arcs: border pieces chained between junctions and straightened once, for both sides alike.
// Arcs are the truth of a coverage; polygons are views of them.

import type { Borders } from './borders.ts';
import { Chains, tangledChains } from './chains.ts';
import { Corners } from './corners.ts';
import type { Linework } from './linework.ts';
import { roundable, type Rounding } from './roundings.ts';
import { markKept } from './straighten.ts';

/** Chained borders in metres. Every array is transferable. */
export interface Arcs {
  /** Points of arc i: from `offsets[i]` up to, not including, `offsets[i + 1]` (in points). */
  readonly offsets: Int32Array;
  /** x, y in metres (multiples of 1 mm). */
  readonly points: Float64Array;
  /** Unit on the left when walking the arc, or -1 beyond the outline. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Junctions at both ends; equal for a ring. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Junctions nearer than this (mm) along one arc become one: rounding to 1 cm could turn such an arc round. */
const MERGE_MM = 30;

/**
 * Chained and straightened borders. Straightening looks at the nodes of one chain at a time and may lead it past a corner of a slice
 * or through another chain: there the nodes stay, for as traced they cross nothing. O(pieces).
 * @param rounding what the polygons of the arcs must outlast; null: nothing
 */
export function chainArcs(borders: Borders, linework: Linework, rounding: Rounding | null): Arcs {
  const chains = chainPieces(borders);
  const keep = keptNodes(borders, chains, new Corners(linework));
  let kept = drawn(borders, chains, keep);
  for (let tangled = tangledChains(borders.xy, kept); tangled.length > 0; tangled = tangledChains(borders.xy, kept)) {
    const bent = tangled.filter((chain) => keep.subarray(chains.offsets[chain], chains.offsets[chain + 1]).includes(0));
    if (bent.length === 0) break;
    for (const chain of bent) keep.fill(1, chains.offsets[chain], chains.offsets[chain + 1]);
    kept = drawn(borders, chains, keep);
  }
  if (rounding === null) return arcsOf(borders, kept);
  const drawnPieces: Borders = { ...borders, pieces: piecesOf(kept) };
  const mended = roundable(drawnPieces, rounding);
  return arcsOf(borders, mended === drawnPieces ? kept : chainPieces(mended));
}

/** The steps of chains, as pieces again. */
function piecesOf({ count, offsets, nodes, left, right }: Chains): number[] {
  const pieces: number[] = [];
  for (let chain = 0; chain < count; chain += 1)
    for (let at = offsets[chain]! + 1; at < offsets[chain + 1]!; at += 1)
      pieces.push(nodes[at - 1]!, nodes[at]!, left[chain]!, right[chain]!);
  return pieces;
}

function drawn(borders: Borders, chains: Chains, keep: Uint8Array): Chains {
  const straight = straightened(chains, keep);
  return withMergedEnds(borders, straight, mergedJunctions(borders, straight));
}

function arcsOf(borders: Borders, kept: Chains): Arcs {
  const points = new Float64Array(2 * kept.nodes.length);
  const start = new Int32Array(kept.count);
  const end = new Int32Array(kept.count);
  for (let at = 0; at < kept.nodes.length; at += 1) {
    points[2 * at] = borders.xy[2 * kept.nodes[at]!]! / 1000;
    points[2 * at + 1] = borders.xy[2 * kept.nodes[at]! + 1]! / 1000;
  }
  for (let arc = 0; arc < kept.count; arc += 1) {
    start[arc] = kept.nodes[kept.offsets[arc]!]!;
    end[arc] = kept.nodes[kept.offsets[arc + 1]! - 1]!;
  }
  return {
    offsets: Int32Array.from(kept.offsets),
    points,
    left: Int32Array.from(kept.left),
    right: Int32Array.from(kept.right),
    start,
    end,
  };
}

/** Pieces are followed from junction to junction first; what is left then are rings without one. */
function chainPieces({ xy, pieces }: Borders): Chains {
  const nodes = xy.length / 2;
  const count = pieces.length / 4;
  const at = new Int32Array(nodes + 1);
  for (let piece = 0; piece < count; piece += 1) {
    at[pieces[4 * piece]! + 1]! += 1;
    at[pieces[4 * piece + 1]! + 1]! += 1;
  }
  for (let node = 0; node < nodes; node += 1) at[node + 1]! += at[node]!;
  const incident = new Int32Array(2 * count);
  const fill = at.slice();
  for (let piece = 0; piece < count; piece += 1) {
    incident[fill[pieces[4 * piece]!]!++] = piece;
    incident[fill[pieces[4 * piece + 1]!]!++] = piece;
  }
  const used = new Uint8Array(count);
  const chains = new Chains();
  const passes = (node: number): boolean => at[node + 1]! - at[node]! === 2;

  const follow = (first: number, forwards: boolean): void => {
    let here = pieces[4 * first + (forwards ? 0 : 1)]!;
    chains.nodes.push(here);
    for (let piece = first; ;) {
      used[piece] = 1;
      here = pieces[4 * piece]! === here ? pieces[4 * piece + 1]! : pieces[4 * piece]!;
      chains.nodes.push(here);
      const other = incident[at[here]!]! === piece ? incident[at[here]! + 1]! : incident[at[here]!]!;
      if (!passes(here) || used[other] === 1) break;
      piece = other;
    }
    const [left, right] = [pieces[4 * first + (forwards ? 2 : 3)]!, pieces[4 * first + (forwards ? 3 : 2)]!];
    chains.close(left, right, chains.count, 0);
  };

  for (let piece = 0; piece < count; piece += 1) {
    if (used[piece] === 1) continue;
    if (!passes(pieces[4 * piece]!)) follow(piece, true);
    else if (!passes(pieces[4 * piece + 1]!)) follow(piece, false);
  }
  for (let piece = 0; piece < count; piece += 1) if (used[piece] === 0) follow(piece, true);
  return chains;
}

/** Marks the nodes that straightening keeps, by their place in the store. */
function keptNodes(borders: Borders, { count, offsets, nodes }: Chains, corners: Corners): Uint8Array {
  const keep = new Uint8Array(nodes.length);
  for (let chain = 0; chain < count; chain += 1) {
    markKept(borders, nodes, offsets[chain]!, offsets[chain + 1]! - 1, { keep, corners });
  }
  return keep;
}

function straightened(chains: Chains, keep: Uint8Array): Chains {
  const straight = new Chains();
  for (let chain = 0; chain < chains.count; chain += 1) {
    const [begin, end] = [chains.offsets[chain]!, chains.offsets[chain + 1]!];
    const before = straight.nodes.length;
    for (let at = begin; at < end; at += 1) if (keep[at] === 1) straight.nodes.push(chains.nodes[at]!);
    const omitted = end - begin - (straight.nodes.length - before);
    straight.close(chains.left[chain]!, chains.right[chain]!, chain, omitted);
  }
  return straight;
}

/** Where each node goes when the ends of very short arcs are drawn together; slice vertices stay where they are. */
function mergedJunctions({ xy, slack }: Borders, { count, offsets, nodes }: Chains): (node: number) => number {
  const moved = new Map<number, number>();
  const placeOf = (node: number): number => {
    let place = node;
    for (let next = moved.get(place); next !== undefined; next = moved.get(place)) place = next;
    return place;
  };
  for (let chain = 0; chain < count; chain += 1) {
    if (offsets[chain + 1]! - offsets[chain]! > 2) continue;
    const [from, to] = [placeOf(nodes[offsets[chain]!]!), placeOf(nodes[offsets[chain + 1]! - 1]!)];
    if (from === to) continue;
    if (Math.hypot(xy[2 * from]! - xy[2 * to]!, xy[2 * from + 1]! - xy[2 * to + 1]!) >= MERGE_MM) continue;
    if (slack[to] === 0) moved.set(to, from);
    else if (slack[from] === 0) moved.set(from, to);
  }
  return placeOf;
}

/** The chains with their nodes put in place; steps of no length and chains of no step are left out. */
function withMergedEnds({ xy }: Borders, chains: Chains, placeOf: (node: number) => number): Chains {
  const kept = new Chains();
  for (let chain = 0; chain < chains.count; chain += 1) {
    const begin = kept.nodes.length;
    let before = -1;
    for (let at = chains.offsets[chain]!; at < chains.offsets[chain + 1]!; at += 1) {
      const node = placeOf(chains.nodes[at]!);
      const isStep = before < 0 || xy[2 * before] !== xy[2 * node] || xy[2 * before + 1] !== xy[2 * node + 1];
      if (isStep) kept.nodes.push(node);
      before = node;
    }
    if (kept.nodes.length - begin > 1)
      kept.close(chains.left[chain]!, chains.right[chain]!, chains.origin[chain]!, chains.omitted[chain]!);
    else kept.nodes.length = begin;
  }
  return kept;
}
