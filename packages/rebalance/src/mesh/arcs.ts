// Owns the arcs: border pieces chained between junctions and straightened once, for both sides alike.
// Arcs are the truth of a coverage; polygons are views of them.

import type { Borders } from './borders.ts';
import { straighten } from './straighten.ts';

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

interface Chain {
  readonly nodes: number[];
  readonly left: number;
  readonly right: number;
}

/** O(pieces). */
export function chainArcs(borders: Borders): Arcs {
  const chains = chainPieces(borders).map((chain) => ({ ...chain, nodes: straighten(borders, chain.nodes) }));
  const placeOf = mergedJunctions(borders, chains);
  const kept = chains
    .map((chain) => ({ ...chain, nodes: withoutRepeats(borders, chain.nodes.map(placeOf)) }))
    .filter(({ nodes }) => nodes.length > 1);
  const offsets = new Int32Array(kept.length + 1);
  kept.forEach(({ nodes }, arc) => {
    offsets[arc + 1] = offsets[arc]! + nodes.length;
  });
  const points = Float64Array.from(
    kept.flatMap(({ nodes }) =>
      nodes.flatMap((node) => [borders.xy[2 * node]! / 1000, borders.xy[2 * node + 1]! / 1000]),
    ),
  );
  return {
    offsets,
    points,
    left: Int32Array.from(kept, ({ left }) => left),
    right: Int32Array.from(kept, ({ right }) => right),
    start: Int32Array.from(kept, ({ nodes }) => nodes[0]!),
    end: Int32Array.from(kept, ({ nodes }) => nodes.at(-1)!),
  };
}

function chainPieces({ xy, pieces }: Borders): Chain[] {
  const nodes = xy.length / 2;
  const count = pieces.length / 4;
  const at = new Int32Array(nodes + 1);
  for (let piece = 0; piece < count; piece += 1) for (const end of [0, 1]) at[pieces[4 * piece + end]! + 1]! += 1;
  for (let node = 0; node < nodes; node += 1) at[node + 1]! += at[node]!;
  const incident = new Int32Array(2 * count);
  const fill = at.slice();
  for (let piece = 0; piece < count; piece += 1)
    for (const end of [0, 1]) incident[fill[pieces[4 * piece + end]!]!++] = piece;
  const used = new Uint8Array(count);
  const passes = (node: number): boolean => at[node + 1]! - at[node]! === 2;

  const follow = (first: number, forwards: boolean): Chain => {
    const chain = [pieces[4 * first + (forwards ? 0 : 1)]!];
    const [left, right] = [pieces[4 * first + (forwards ? 2 : 3)]!, pieces[4 * first + (forwards ? 3 : 2)]!];
    for (let piece = first; ;) {
      used[piece] = 1;
      const here = chain.at(-1)!;
      const next = pieces[4 * piece]! === here ? pieces[4 * piece + 1]! : pieces[4 * piece]!;
      chain.push(next);
      const other = incident[at[next]!]! === piece ? incident[at[next]! + 1]! : incident[at[next]!]!;
      if (!passes(next) || used[other] === 1) return { nodes: chain, left, right };
      piece = other;
    }
  };

  const chains: Chain[] = [];
  for (let piece = 0; piece < count; piece += 1) {
    if (used[piece] === 1) continue;
    if (!passes(pieces[4 * piece]!)) chains.push(follow(piece, true));
    else if (!passes(pieces[4 * piece + 1]!)) chains.push(follow(piece, false));
  }
  for (let piece = 0; piece < count; piece += 1) if (used[piece] === 0) chains.push(follow(piece, true));
  return chains;
}

/** Where each node goes when the ends of very short arcs are drawn together; slice vertices stay where they are. */
function mergedJunctions({ xy, slack }: Borders, chains: readonly Chain[]): (node: number) => number {
  const moved = new Map<number, number>();
  const placeOf = (node: number): number => {
    let place = node;
    for (let next = moved.get(place); next !== undefined; next = moved.get(place)) place = next;
    return place;
  };
  for (const { nodes } of chains) {
    const [from, to] = [placeOf(nodes[0]!), placeOf(nodes.at(-1)!)];
    if (from === to || nodes.length > 2) continue;
    if (Math.hypot(xy[2 * from]! - xy[2 * to]!, xy[2 * from + 1]! - xy[2 * to + 1]!) >= MERGE_MM) continue;
    const isFree = (node: number): boolean => slack[node] === 0;
    if (isFree(to)) moved.set(to, from);
    else if (isFree(from)) moved.set(from, to);
  }
  return placeOf;
}

function withoutRepeats({ xy }: Borders, nodes: readonly number[]): number[] {
  return nodes.filter((node, index) => {
    const before = nodes[index - 1];
    return before === undefined || xy[2 * before] !== xy[2 * node] || xy[2 * before + 1] !== xy[2 * node + 1];
  });
}
