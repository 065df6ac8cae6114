// Rounding folds no border: neither a few pieces drawn by hand, nor whole worlds that did fold, nor grids made of their cells.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedWorlds } from '../../test/folded-worlds.ts';
import { JUDGE_ANCHOR, tilingFaults } from '../../test/judge.ts';
import { faultOf } from '../../test/validity.ts';
import { spot, spread } from '../../test/worlds.ts';
import { componentCounts } from '../contiguity.ts';
import { deriveCoverage, type Coverage } from '../coverage.ts';
import { dissolve } from '../dissolve.ts';
import { localProjection, toLonLatPolygons } from '../projection.ts';
import type { LineString, Position } from '../shapes.ts';
import type { Borders } from './borders.ts';
import { roundable } from './roundings.ts';

const toCentimetres = (x: number, y: number) => [Math.round(x / 10), Math.round(y / 10)] as const;

/** Nodes 0 to 3; a step 0-1 of 10 m northwards, and node 2 beside its middle. */
const borders = (besideMm: number, pieces: number[]): Borders => ({
  xy: [4, 0, 4, 10_000, 4 + besideMm, 5000, -3000, 5000],
  slack: [0, 0, 0, 0],
  pieces,
});

describe('roundable', () => {
  it('leaves borders alone that rounding does not fold, however near', () => {
    // 4 and 6 mm round to 0 and 10: node 2 stays east of the step.
    const near = borders(2, [0, 1, 5, 6, 2, 3, 7, 7]);
    expect(roundable(near, toCentimetres)).toBe(near);
  });

  it('leads a border through a node that would come to lie on it', () => {
    const touched = borders(-3, [0, 1, 5, 6, 2, 3, 5, 7]);
    expect(roundable(touched, toCentimetres).pieces).toEqual([0, 2, 5, 6, 1, 2, 6, 5, 2, 3, 5, 7]);
  });

  it('drops what loses its width: of two borders in one place the outer sides are left', () => {
    // Unit 6 is a sliver between the step and the way over node 2.
    const sliver = borders(-3, [0, 1, 6, 8, 0, 2, 5, 6, 2, 1, 5, 6]);
    expect(roundable(sliver, toCentimetres).pieces).toEqual([0, 2, 5, 8, 1, 2, 8, 5]);
    const spike = borders(-3, [0, 1, 6, 5, 0, 2, 5, 6, 2, 1, 5, 6]);
    expect(roundable(spike, toCentimetres).pieces).toEqual([]);
  });
});

const barriers = (lines: readonly LineString[]) =>
  lines.length === 0 ? {} : { barriers: { lines, factor: 0.2, reachMetres: 8, crossingMetres: 20 } };

/** Faults of cells after rounding, and of grids of them; units in several parts belong to no judged grid. */
function foldsOf(coverage: Coverage, anchor: Position, gridCount: number): string[] {
  const projection = localProjection(anchor);
  const plan = Int32Array.from(coverage.cells, (_, unit) => (unit * 7 + ((unit * unit) % 5)) % gridCount);
  const grids = dissolve(coverage, plan, gridCount);
  const { shortContacts, adjacency } = coverage;
  const rows = coverage.cells.map((_, unit) => [
    ...adjacency.neighbours.subarray(adjacency.offsets[unit], adjacency.offsets[unit + 1]),
  ]);
  for (let at = 0; at < shortContacts.length; at += 2) {
    rows[shortContacts[at]!]!.push(shortContacts[at + 1]!);
    rows[shortContacts[at + 1]!]!.push(shortContacts[at]!);
  }
  const offsets = Int32Array.from([0, ...rows], (_, unit) => rows.slice(0, unit).flat().length);
  const counts = componentCounts({ offsets, neighbours: Int32Array.from(rows.flat()) }, plan, gridCount);
  const inParts = new Set([...plan].filter((_, unit) => coverage.cells[unit]!.length !== 1));
  return [...coverage.cells, ...grids].flatMap((polygons, index) => {
    const grid = index - coverage.cells.length;
    const fault = faultOf(polygons) ?? faultOf(toLonLatPolygons(projection, polygons));
    if (fault !== null) return [`${index}: ${fault}`];
    const isTorn = grid >= 0 && !inParts.has(grid) && polygons.length !== counts[grid];
    return isTorn ? [`grid ${grid}: ${polygons.length} polygons, ${counts[grid]} components`] : [];
  });
}

describe('a coverage with an anchor', () => {
  it.each(foldedWorlds.map((folded, index) => [index, folded] as const))(
    'rounds to valid cells where it did not: world %i',
    (_, { anchor, world, lines }) => {
      expect(foldsOf(deriveCoverage({ ...world, ...barriers(lines) }), anchor, 3)).not.toEqual([]);
      const coverage = deriveCoverage({ ...world, ...barriers(lines), anchor });
      expect(foldsOf(coverage, anchor, 3)).toEqual([]);
      expect(tilingFaults(world, coverage.cells, anchor)).toEqual([]);
    },
  );

  it('is as without one where nothing would fold', () => {
    const world = spread([{ dx: 0, dy: 0, turn: 300, doors: 3 }], 40);
    expect(deriveCoverage({ ...world, anchor: JUDGE_ANCHOR })).toEqual(deriveCoverage(world));
  });

  it('folds nowhere, with roads anywhere and slabs that overlap or not', () => {
    const place = fc.tuple(fc.integer({ min: -40_000, max: 220_000 }), fc.integer({ min: -40_000, max: 220_000 }));
    const line = fc
      .array(place, { minLength: 2, maxLength: 5 })
      .map((places) => places.map(([x, y]) => [x / 1000, y / 1000] as const));
    fc.assert(
      fc.property(
        fc.array(spot, { minLength: 3, maxLength: 16 }),
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom(40, 30, 20, 9),
        fc.integer({ min: 0, max: 999 }),
        (spots, lines, pitchMetres, shift) => {
          const anchor: Position = [114.42 + shift * 1.37e-9, 30.63 + shift * 0.71e-9];
          const coverage = deriveCoverage({ ...spread(spots, pitchMetres), ...barriers(lines), anchor });
          expect(foldsOf(coverage, anchor, 4)).toEqual([]);
        },
      ),
      { numRuns: 120, seed: 5 },
    );
  });
});
