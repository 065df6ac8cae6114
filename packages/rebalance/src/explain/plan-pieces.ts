// The connected pieces of a plan's grids, and which of them today's grids have already. Refuses to say whether that is allowed.

import { components } from '../contiguity.ts';
import type { Assignment, UnitGraph } from '../partition/problem.ts';
import type { PlanQuestion } from '../planning/question.ts';

/** A connected part of a grid. */
export interface Piece {
  readonly grid: number;
  /** Ascending. */
  readonly units: readonly number[];
  /** Load in the first measure. */
  readonly load: number;
}

/** Pieces of each grid, the heaviest first; of equal ones the one with more units, then with the lowest unit. O(units + edges) */
export function piecesByGrid(
  { graph, measures: [{ weights }], gridCount }: PlanQuestion,
  assignment: Assignment,
): Piece[][] {
  const grids = Array.from({ length: gridCount }, (): Piece[] => []);
  const rows = unitsByComponent(graph, assignment);
  for (const units of rows) {
    const grid = assignment[units[0]!]!;
    grids[grid]?.push({ grid, units, load: units.reduce((sum, unit) => sum + weights[unit]!, 0) });
  }
  for (const pieces of grids)
    pieces.sort((a, b) => b.load - a.load || b.units.length - a.units.length || a.units[0]! - b.units[0]!);
  return grids;
}

/**
 * Of several pieces of one grid, the loose ones that today's grid has already: all units of such a piece lie in one component of today's
 * grid, of which no other piece has a unit; and the heaviest piece holds a unit of today's grid too. So a plan where all loose pieces
 * are of this kind has no more pieces than today, and none is larger. O(units of the pieces)
 * @param today component of each unit in `current`
 */
export function piecesOfToday({ current }: PlanQuestion, pieces: readonly Piece[], today: Int32Array): Set<Piece> {
  const [heaviest, ...loose] = pieces;
  const isOfToday =
    ({ grid }: Piece) =>
    (unit: number) =>
      current[unit] === grid;
  const heirs = new Map<number, number>();
  const componentsOf = pieces.map((piece) => new Set(piece.units.filter(isOfToday(piece)).map((unit) => today[unit]!)));
  for (const found of componentsOf)
    for (const component of found) heirs.set(component, (heirs.get(component) ?? 0) + 1);
  if (heaviest === undefined || componentsOf[0]!.size === 0) return new Set();
  return new Set(
    loose.filter((piece, index) => {
      const [component, ...others] = componentsOf[index + 1]!;
      if (component === undefined || others.length > 0 || heirs.get(component) !== 1) return false;
      return piece.units.every(isOfToday(piece));
    }),
  );
}

function unitsByComponent(graph: UnitGraph, assignment: Assignment): number[][] {
  const rows: number[][] = [];
  components(graph, assignment).forEach((component, unit) => {
    if (component >= 0) (rows[component] ??= []).push(unit);
  });
  return rows;
}
