// The connected pieces of a plan's grids, and the one rule on which of them may be: those that today's grids have already. Refuses to
// mend what may not.

import type { Assignment } from '../partition/problem.ts';
import type { PlanQuestion } from './question.ts';

/** A connected part of a grid. */
export interface Piece {
  readonly grid: number;
  /** Ascending. */
  readonly units: readonly number[];
  /** Load in the first measure. */
  readonly load: number;
}

/** Pieces of each grid, as {@link piecesAmong}; units of no grid are left out. O(units + edges) */
export function piecesByGrid(question: PlanQuestion, assignment: Assignment): Piece[][] {
  const unitsOf = Array.from({ length: question.gridCount }, (): number[] => []);
  assignment.forEach((grid, unit) => unitsOf[grid]?.push(unit));
  return unitsOf.map((units, grid) => piecesAmong(question, grid, units));
}

/**
 * Pieces that these units form as a grid, the heaviest first; of equal ones the one with more units, then with the lowest unit.
 * O(units + their edges)
 */
export function piecesAmong(
  { graph: { offsets, neighbours }, measures: [{ weights }] }: PlanQuestion,
  grid: number,
  units: readonly number[],
): Piece[] {
  const left = new Set(units);
  const pieces: Piece[] = [];
  for (const start of units) {
    if (!left.delete(start)) continue;
    const found = [start];
    let load = 0;
    for (const unit of found) {
      load += weights[unit]!;
      for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1)
        if (left.delete(neighbours[at]!)) found.push(neighbours[at]!);
    }
    pieces.push({ grid, units: found.sort((a, b) => a - b), load });
  }
  return pieces.sort((a, b) => b.load - a.load || b.units.length - a.units.length || a.units[0]! - b.units[0]!);
}

/**
 * Of the pieces of one grid those that may not be: all but the first, and but those of today. Every judge of contiguity asks this: the
 * search, the proof of a conflict, and the list of findings. O(units of the pieces)
 * @param today component of each unit in `current`
 */
export function newPieces(question: PlanQuestion, pieces: readonly Piece[], today: Int32Array): readonly Piece[] {
  if (pieces.length < 2) return [];
  const known = piecesOfToday(question, pieces, today);
  return pieces.filter((piece, index) => index > 0 && !known.has(piece));
}

/**
 * Of several pieces of one grid, the loose ones that today's grid has already: all units of such a piece lie in one component of today's
 * grid, of which no other piece has a unit; and the first piece holds a unit of today's grid too. So a plan where all loose pieces
 * are of this kind has no more pieces than today, and none is larger.
 */
function piecesOfToday({ current }: PlanQuestion, pieces: readonly Piece[], today: Int32Array): Set<Piece> {
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
