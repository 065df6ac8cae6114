// Redrawing what a move touched gives what drawing everything gives, ring for ring.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tilingFaults } from '../test/judge.ts';
import { jakartaWorld } from '../test/real-worlds.mjs';
import { toyWorlds } from '../test/worlds.ts';
import { Boundaries } from './boundaries.ts';
import { deriveCoverage } from './coverage.ts';
import { dissolve } from './dissolve.ts';
import { growPartition } from './grow.ts';

const world = jakartaWorld(400);
const coverage = deriveCoverage(world);
const GRIDS = 24;
const plan = growPartition({
  adjacency: coverage.adjacency,
  weights: Int32Array.from(world.units, () => 1),
  gridCount: GRIDS,
  seed: 3,
});

const unit = fc.integer({ min: 0, max: world.units.length - 1 });
const anywhere = fc.record({ unit, grid: fc.integer({ min: -1, max: GRIDS - 1 }) });
/** To the grid of a neighbour, as a planner moves. */
const nextDoor = fc.tuple(unit, fc.nat()).map(([moved, pick]) => {
  const row = coverage.adjacency.neighbours.subarray(
    coverage.adjacency.offsets[moved]!,
    coverage.adjacency.offsets[moved + 1]!,
  );
  return { unit: moved, grid: plan[row[pick % row.length]!]! };
});

describe('Boundaries', () => {
  it('equal a drawing from scratch after any moves, and draw no other grid again', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(anywhere, nextDoor), { maxLength: 4 }), { maxLength: 12 }), (steps) => {
        const boundaries = new Boundaries(coverage, plan, GRIDS);
        const assignment = Int32Array.from(plan);
        for (const moves of steps) {
          const before = [...boundaries.polygons];
          const changed = new Set(moves.flatMap((move) => [assignment[move.unit]!, move.grid]));
          for (const move of moves) assignment[move.unit] = move.grid;
          const drawn = boundaries.move(moves);
          for (const grid of drawn) expect(changed.has(grid)).toBe(true);
          const replaced = before.flatMap((polygons, grid) => (boundaries.polygons[grid] === polygons ? [] : [grid]));
          expect(replaced).toEqual(drawn);
        }
        expect(boundaries.polygons).toEqual(dissolve(coverage, assignment, GRIDS));
      }),
      { numRuns: 150, seed: 21 },
    );
  });

  it('tile the ground after moves, vertex for vertex', () => {
    const boundaries = new Boundaries(coverage, plan, GRIDS);
    boundaries.move([
      { unit: 5, grid: plan[200]! },
      { unit: 60, grid: plan[61]! },
    ]);
    expect(tilingFaults(world, boundaries.polygons)).toEqual([]);
  });

  it('come back when a move is taken back', () => {
    const boundaries = new Boundaries(coverage, plan, GRIDS);
    const before = [...boundaries.polygons];
    const home = boundaries.gridOf(17);
    const drawn = boundaries.move([{ unit: 17, grid: (home + 1) % GRIDS }]);
    expect(drawn).toEqual([home, (home + 1) % GRIDS].sort((a, b) => a - b));
    expect(boundaries.polygons).not.toEqual(before);
    expect(boundaries.move([{ unit: 17, grid: home }])).toEqual(drawn);
    expect(boundaries.polygons).toEqual(before);
    expect(boundaries.move([{ unit: 17, grid: home }])).toEqual([]);
  });

  it('empty a grid and open a hole', () => {
    const ring = deriveCoverage(toyWorlds['a ring of a building round a kiosk']!);
    const boundaries = new Boundaries(ring, Int16Array.of(0, 0, 0, 0, 0), 2);
    expect(boundaries.polygons.map((grid) => grid.map((polygon) => polygon.length))).toEqual([[1], []]);
    boundaries.move([{ unit: 4, grid: 1 }]);
    expect(boundaries.polygons.map((grid) => grid.map((polygon) => polygon.length))).toEqual([[2], [1]]);
    boundaries.move([{ unit: 4, grid: -1 }]);
    expect(boundaries.polygons.map((grid) => grid.map((polygon) => polygon.length))).toEqual([[2], []]);
  });

  it('refuse what does not exist, and change nothing then', () => {
    const boundaries = new Boundaries(coverage, plan, GRIDS);
    const before = [...boundaries.polygons];
    const home = boundaries.gridOf(0);
    const good = { unit: 0, grid: (home + 1) % GRIDS };
    expect(() => boundaries.move([good, { unit: 400, grid: 0 }])).toThrow('there is no unit 400');
    expect(() => boundaries.move([good, { unit: 1, grid: GRIDS }])).toThrow('there is no grid 24');
    expect(boundaries.gridOf(0)).toBe(home);
    expect(boundaries.polygons).toEqual(before);
    expect(() => new Boundaries(coverage, plan, 3)).toThrow('grids below gridCount expected');
    expect(() => new Boundaries(coverage, plan.subarray(1), GRIDS)).toThrow('a grid per unit expected');
  });
});
