// Owns the cut of one polygon along a straight line into its two sides. Cut vertices are computed once and shared by both.

import { insidePolygon, ringArea } from './polygon-measures.ts';
import type { Polygon, Position } from './shapes.ts';

/** The two sides of a line; each may hold several polygons. */
export interface CutPolygon {
  readonly below: readonly Polygon[];
  readonly above: readonly Polygon[];
}

interface Chain {
  readonly positions: Position[];
  readonly from: number;
  readonly to: number;
}

/** Cuts where `axis · position = offset`; holes and concave shapes are allowed. */
export function cutPolygon(polygon: Polygon, axis: Position, offset: number): CutPolygon {
  const along = ([x, y]: Position): number => x * axis[0] + y * axis[1] - offset;
  const across = ([x, y]: Position): number => x * -axis[1] + y * axis[0];
  const crossings: Position[] = [];
  const below: Side = { chains: [], rings: [] };
  const above: Side = { chains: [], rings: [] };
  polygon.forEach((ring, index) => {
    // Shell counter-clockwise, holes clockwise: the inside is on the left of every chain.
    const open = ring.slice(0, -1);
    splitRing(ringArea(ring) > 0 === (index === 0) ? open : open.toReversed(), along, crossings, { below, above });
  });
  const ranks = crossings.map((_, index) => index).sort((a, b) => across(crossings[a]!) - across(crossings[b]!));
  const rankOf = new Map(ranks.map((crossing, rank) => [crossing, rank]));
  const partner = (crossing: number): number => ranks[rankOf.get(crossing)! ^ 1] ?? crossing;
  return { below: close(below, partner), above: close(above, partner) };
}

interface Side {
  readonly chains: Chain[];
  readonly rings: Position[][];
}

function splitRing(
  open: readonly Position[],
  along: (position: Position) => number,
  crossings: Position[],
  sides: { below: Side; above: Side },
): void {
  const isAbove = open.map((position) => along(position) >= 0);
  const first = isAbove.findIndex((side, index) => side !== isAbove.at(index - 1));
  if (first < 0) {
    (isAbove[0] === true ? sides.above : sides.below).rings.push([...open]);
    return;
  }
  const firstCrossing = crossings.length;
  let chain: Position[] = [];
  let from = -1;
  for (let step = 0; step <= open.length; step += 1) {
    const index = (first + step) % open.length;
    const position = open[index]!;
    const before = open.at(index - 1)!;
    if (isAbove[index] !== isAbove.at(index - 1)) {
      const to = step === open.length ? firstCrossing : crossings.push(crossingOf(before, position, along)) - 1;
      if (from >= 0)
        (isAbove.at(index - 1) === true ? sides.above : sides.below).chains.push({
          positions: [crossings[from]!, ...chain, crossings[to]!],
          from,
          to,
        });
      from = to;
      chain = [];
    }
    chain.push(position);
  }
}

function crossingOf(one: Position, two: Position, along: (position: Position) => number): Position {
  const [low, high] = along(one) < along(two) ? [one, two] : [two, one];
  const share = along(low) / (along(low) - along(high));
  return [low[0] + share * (high[0] - low[0]), low[1] + share * (high[1] - low[1])];
}

/** Joins chains over the pieces of the line inside the polygon, then gives each hole to the shell round it. */
function close(side: Side, partner: (crossing: number) => number): Polygon[] {
  const byStart = new Map(side.chains.map((chain) => [chain.from, chain]));
  const rings = [...side.rings];
  for (let chain = byStart.values().next().value; chain !== undefined; chain = byStart.values().next().value) {
    const ring: Position[] = [];
    for (
      let here: Chain | undefined = chain;
      here !== undefined && byStart.delete(here.from);
      here = byStart.get(partner(here.to))
    )
      ring.push(...here.positions);
    rings.push(ring);
  }
  const closed = rings.map((ring) => withoutRepeats(ring)).filter((ring) => ring.length >= 4);
  const shells = closed.filter((ring) => ringArea(ring) > 0).map((ring) => [ring]);
  for (const hole of closed.filter((ring) => ringArea(ring) < 0))
    (shells.find((shell) => insidePolygon(hole[0]!, [shell[0]!])) ?? shells[0])?.push(hole);
  return shells;
}

function withoutRepeats(open: readonly Position[]): Position[] {
  const kept = open.filter((position, index) => {
    const before = open.at(index - 1)!;
    return position[0] !== before[0] || position[1] !== before[1];
  });
  return kept.length === 0 ? kept : [...kept, kept[0]!];
}
