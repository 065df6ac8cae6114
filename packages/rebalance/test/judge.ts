// Judges a coverage against its input by plain geometry; collects faults as sentences, so that one assertion shows all.

import type { Coverage } from '../src/coverage.ts';
import { distanceToRings, insidePolygon, multiPolygonArea } from '../src/polygon-measures.ts';
import { localProjection, toLonLatPolygons } from '../src/projection.ts';
import type { MultiPolygon, Position } from '../src/shapes.ts';
import { faultOf } from './validity.ts';
import type { World } from './worlds.ts';

/** About which the judge rounds, unless told another one. */
export const JUDGE_ANCHOR: Position = [114.4203, 30.634];

/** Gaps, overlaps, unmatched edges and invalid rings, in metres and after rounding to 7 decimals. */
export function tilingFaults(
  world: World,
  polygons: readonly MultiPolygon[],
  anchor: Position = JUDGE_ANCHOR,
): string[] {
  const projection = localProjection(anchor);
  const faults: string[] = [];
  const [whole, sum] = [
    multiPolygonArea(world.outline),
    polygons.reduce((area, cell) => area + multiPolygonArea(cell), 0),
  ];
  if (Math.abs(sum / whole - 1) > 1e-6) faults.push(`areas sum to ${sum}, outline has ${whole}`);
  polygons.forEach((cell, index) => {
    const fault = faultOf(cell);
    if (fault !== null) faults.push(`${index}: ${fault}`);
    const rounded = faultOf(toLonLatPolygons(projection, cell));
    if (rounded !== null) faults.push(`${index} rounded: ${rounded}`);
  });
  return [
    ...faults,
    ...unmatchedEdges(world, polygons),
    ...unmatchedEdges(
      null,
      polygons.map((cell) => toLonLatPolygons(projection, cell)),
    ),
  ];
}

/** Every directed edge occurs once; its reverse occurs too, unless it lies on the outline (checked where one is given). */
function unmatchedEdges(world: World | null, polygons: readonly MultiPolygon[]): string[] {
  const edges = new Map<string, number>();
  const each = (visit: (from: Position, to: Position) => void): void => {
    for (const ring of polygons.flat(2))
      for (let index = 1; index < ring.length; index += 1) visit(ring[index - 1]!, ring[index]!);
  };
  each((from, to) => edges.set(`${String(from)} ${String(to)}`, (edges.get(`${String(from)} ${String(to)}`) ?? 0) + 1));
  const faults: string[] = [];
  each((from, to) => {
    if (edges.get(`${String(from)} ${String(to)}`) !== 1)
      faults.push(`edge ${String(from)} ${String(to)} lies on one side twice`);
    if (world === null || edges.has(`${String(to)} ${String(from)}`)) return;
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    if (Math.min(...world.outline.map((polygon) => distanceToRings(middle, polygon))) > 0.005)
      faults.push(`edge ${String(from)} ${String(to)} has no other side`);
  });
  return faults;
}

/** Vertices and middles of slices that lie further than 1 cm outside their own cell. */
export function strayingSlices(world: World, { cells }: Coverage): string[] {
  const faults: string[] = [];
  world.units.forEach(({ polygons }, unit) => {
    for (const ring of polygons.flat()) {
      for (let index = 1; index < ring.length; index += 1) {
        const [from, to] = [ring[index - 1]!, ring[index]!];
        for (const share of [0, 0.25, 0.5, 0.75]) {
          const position: Position = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
          const isNear = cells[unit]!.some(
            (cell) => insidePolygon(position, cell) || distanceToRings(position, cell) <= 0.01,
          );
          if (!isNear) faults.push(`unit ${unit} at ${String(position)}`);
        }
      }
    }
  });
  return faults;
}

/** How many of the polygons hold a position. */
export function coversAt(position: Position, polygons: readonly MultiPolygon[]): number {
  return polygons.filter((cell) => cell.some((polygon) => insidePolygon(position, polygon))).length;
}
