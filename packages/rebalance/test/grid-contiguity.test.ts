// The gate of the engine on real ground: a grid hangs together on the graph exactly when its ground is one polygon.
// Grown grids are connected by construction; strewn ones are torn, so that both answers are seen.

import { describe, expect, it } from 'vitest';
import type { Barriers } from '../src/adjacency.ts';
import { componentCounts } from '../src/contiguity.ts';
import { deriveCoverage, type Coverage } from '../src/coverage.ts';
import { dissolve } from '../src/dissolve.ts';
import { growPartition } from '../src/grow.ts';
import { insidePolygon } from '../src/polygon-measures.ts';
import type { Arcs } from '../src/mesh/arcs.ts';
import { seededRandom } from '../src/random.ts';
import type { LineString } from '../src/shapes.ts';
import { strayingSlices, tilingFaults } from './judge.ts';
import { jakartaWorld, standInRoads, standInWorld } from './real-worlds.mjs';
import type { World } from './worlds.ts';

interface Ground {
  readonly world: World;
  readonly coverage: Coverage;
  /** The graph with the short contacts added: what touches along a line, however short. */
  readonly touching: { readonly offsets: Int32Array; readonly neighbours: Int32Array };
  /** Per unit: parts of its cell. More than one is an exception that the coverage lists. */
  readonly parts: readonly number[];
}

function groundOf(world: World, barriers?: Barriers): Ground {
  const coverage = deriveCoverage({ ...world, ...(barriers === undefined ? {} : { barriers }) });
  const rows = world.units.map((_, unit) => [
    ...coverage.adjacency.neighbours.subarray(coverage.adjacency.offsets[unit], coverage.adjacency.offsets[unit + 1]),
  ]);
  const { shortContacts } = coverage;
  for (let at = 0; at < shortContacts.length; at += 2) {
    rows[shortContacts[at]!]!.push(shortContacts[at + 1]!);
    rows[shortContacts[at + 1]!]!.push(shortContacts[at]!);
  }
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((row, unit) => (offsets[unit + 1] = offsets[unit]! + row.length));
  const parts = world.units.map(() => 1);
  for (const { unit, reason, count } of coverage.exceptions) {
    if (reason === 'SEVERAL_PARTS') parts[unit] = count;
    if (reason === 'NO_CELL' || reason === 'NO_FOOTPRINT') parts[unit] = 0;
  }
  return { world, coverage, touching: { offsets, neighbours: Int32Array.from(rows.flat()) }, parts };
}

const grownGrids = ({ coverage, world }: Ground, gridCount: number, seed: number): Int16Array =>
  growPartition({
    adjacency: coverage.adjacency,
    weights: Int32Array.from(world.units, (_, unit) => 1 + (unit % 7)),
    gridCount,
    seed,
  });

/** Tears a plan: one unit in twelve goes to any grid. */
function torn(plan: Int16Array, gridCount: number, seed: number): Int16Array {
  const random = seededRandom(seed);
  return plan.map((grid) => (random() < 1 / 12 ? Math.floor(random() * gridCount) : grid));
}

/** Grids with cells in several parts are listed exceptions: for them only bounds can be told. */
function judge({ coverage, touching, parts }: Ground, plan: Int16Array, gridCount: number) {
  const polygons = dissolve(coverage, plan, gridCount).map((grid) => grid.length);
  const onGraph = componentCounts(coverage.adjacency, plan, gridCount);
  const onGround = componentCounts(touching, plan, gridCount);
  const excepted = new Set([...plan].filter((_, unit) => parts[unit] !== 1));
  const differs = (grid: number, counts: Int32Array): boolean => !excepted.has(grid) && polygons[grid] !== counts[grid];
  const grids = Array.from({ length: gridCount }, (_, grid) => grid);
  return {
    excepted: excepted.size,
    unexplained: grids.filter((grid) => differs(grid, onGround)),
    connectedInPieces: grids.filter((grid) => onGraph[grid] === 1 && !excepted.has(grid) && polygons[grid] !== 1),
    joinedByShortContact: grids.filter((grid) => differs(grid, onGraph)).length,
    connected: grids.filter((grid) => onGraph[grid] === 1).length,
  };
}

/** Metres of border between two units whose ends both lie within a metre of one road. */
function onRoadMetres({ offsets, points, left, right }: Arcs, lines: readonly LineString[]): number {
  const isNear = (at: number, line: LineString): boolean => {
    const [x, y] = [points[2 * at]!, points[2 * at + 1]!];
    return line.slice(1).some(([bx, by], index) => {
      const [ax, ay] = line[index]!;
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = squared === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared;
      const share = Math.min(1, Math.max(0, along));
      return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay)) <= 1;
    });
  };
  let metres = 0;
  for (let arc = 0; arc < left.length; arc += 1) {
    if (left[arc]! < 0 || right[arc]! < 0) continue;
    for (let at = offsets[arc]! + 1; at < offsets[arc + 1]!; at += 1)
      if (lines.some((line) => isNear(at - 1, line) && isNear(at, line)))
        metres += Math.hypot(points[2 * at]! - points[2 * at - 2]!, points[2 * at + 1]! - points[2 * at - 1]!);
  }
  return metres;
}

/** Turns of more than 10 degrees in 100 m of border between two units. */
function bendsPer100Metres({ offsets, points, left, right }: Arcs): number {
  let [bends, metres] = [0, 0];
  for (let arc = 0; arc < left.length; arc += 1) {
    if (left[arc]! < 0 || right[arc]! < 0) continue;
    let before = Number.NaN;
    for (let at = offsets[arc]! + 1; at < offsets[arc + 1]!; at += 1) {
      const [dx, dy] = [points[2 * at]! - points[2 * at - 2]!, points[2 * at + 1]! - points[2 * at - 1]!];
      const heading = Math.atan2(dy, dx);
      if (Math.cos(heading - before) < Math.cos(Math.PI / 18)) bends += 1;
      metres += Math.hypot(dx, dy);
      before = heading;
    }
  }
  return (100 * bends) / metres;
}

const clean = { unexplained: [], connectedInPieces: [] };
const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe('contiguity on the graph is contiguity of the polygons', () => {
  const standIn = groundOf(standInWorld());
  const onRoads = groundOf(standInWorld(), {
    lines: standInRoads(),
    factor: 0.2,
    reachMetres: 8,
    crossingMetres: 30,
  });
  const jakarta = groundOf(jakartaWorld(10_000));

  it('lists the exceptions of the grounds', () => {
    const listed = ({ coverage }: Ground) => {
      const counts: Record<string, number> = { SHORT_CONTACT: coverage.shortContacts.length / 2 };
      for (const { reason } of coverage.exceptions) counts[reason] = (counts[reason] ?? 0) + 1;
      return counts;
    };
    expect(listed(standIn)).toEqual({ SHORT_CONTACT: 6, SEVERAL_PARTS: 6 });
    expect(listed(onRoads)).toEqual({ SHORT_CONTACT: 2, SEVERAL_PARTS: 6 });
    expect(listed(jakarta)).toEqual({ SHORT_CONTACT: 439, OVERLAPPED: 98 });
    expect(jakarta.coverage.cells.filter((cell) => cell.length === 1)).toHaveLength(10_000);
  });

  it('stands on cells that tile the ground', () => {
    expect(tilingFaults(standIn.world, standIn.coverage.cells)).toEqual([]);
    expect(tilingFaults(onRoads.world, onRoads.coverage.cells)).toEqual([]);
    expect(tilingFaults(jakarta.world, jakarta.coverage.cells)).toEqual([]);
  });

  it('stands on cells that hold their footprints, but for slivers of slices in several parts', () => {
    const inParts = standIn.world.units.flatMap(({ polygons }, unit) => (polygons.length > 1 ? [unit] : []));
    for (const { world, coverage } of [standIn, onRoads]) {
      const straying = strayingSlices(world, coverage).map((fault) => Number(fault.split(' ')[1]));
      expect(straying.filter((unit) => !inParts.includes(unit))).toEqual([]);
    }
  });

  it('stands on cells that hold their footprints, but for where another footprint lies too', () => {
    const footprints = jakarta.world.units.map(({ polygons }) => polygons[0]!);
    const isContested = (fault: string): boolean => {
      const [, unit, , place] = fault.split(' ');
      const [x, y] = place!.split(',').map(Number);
      return footprints.some((footprint, other) => other !== Number(unit) && insidePolygon([x!, y!], footprint));
    };
    expect(strayingSlices(jakarta.world, jakarta.coverage).filter((fault) => !isContested(fault))).toEqual([]);
  });

  it.each([15, 40, 100])(
    'of the stand-in compound in %i grids, whether its roads attract borders or not',
    (gridCount) => {
      for (const seed of seeds) {
        for (const ground of [standIn, onRoads]) {
          const plan = grownGrids(ground, gridCount, seed);
          expect(judge(ground, plan, gridCount)).toMatchObject({ ...clean, connected: gridCount });
          expect(judge(ground, torn(plan, gridCount, seed), gridCount)).toMatchObject(clean);
        }
      }
    },
  );

  it('keeps borders calm, along roads and without them', () => {
    expect(bendsPer100Metres(standIn.coverage.arcs)).toBeLessThan(2.3);
    expect(bendsPer100Metres(onRoads.coverage.arcs)).toBeLessThan(2.5);
  });

  it('lays eight times as much border within a metre of a road where roads attract it', () => {
    const metresOnRoad = ({ coverage: { arcs } }: Ground): number => onRoadMetres(arcs, standInRoads());
    expect(metresOnRoad(onRoads)).toBeGreaterThan(8 * metresOnRoad(standIn));
  });

  it.each([15, 100, 600])('of 10,000 footprints of Jakarta in %i grids', (gridCount) => {
    for (const seed of seeds) {
      const plan = grownGrids(jakarta, gridCount, seed);
      const grown = judge(jakarta, plan, gridCount);
      expect(grown).toMatchObject({ ...clean, connected: gridCount, joinedByShortContact: 0, excepted: 0 });
      const strewn = judge(jakarta, torn(plan, gridCount, seed), gridCount);
      expect(strewn).toMatchObject({ ...clean, excepted: 0 });
      expect(strewn.connected).toBeLessThan(gridCount);
    }
  });
});
