// Gives the parts of a plan the numbers of today's grids: those that locks ask for, then those whose people they keep. Refuses to
// move a unit.

import { components } from '../contiguity.ts';
import type { Assignment } from '../partition/problem.ts';
import { newPieces, type Piece, piecesAmong } from '../planning/plan-pieces.ts';
import type { PlanQuestion } from '../planning/question.ts';
import type { Contracted } from './contract.ts';

/**
 * The plan on units. Parts beyond the number of grids of the question get the numbers that follow.
 * @param parts of each group, 0 and up
 * O(units + edges + parts · grids · log)
 */
export function labelPlan(question: PlanQuestion, contracted: Contracted, parts: Assignment): Assignment {
  const assignment = new Int32Array(question.current.length).fill(-1);
  const free = new Set(Array.from({ length: question.gridCount }, (_, grid) => grid));
  for (const { grid, units } of contracted.finished) {
    free.delete(grid);
    for (const unit of units) assignment[unit] = grid;
  }
  const rows = unitsByPart(contracted, parts);
  const labels = new Map<number, number>();
  contracted.labels.forEach((label, group) => {
    if (label >= 0) labels.set(parts[group]!, label);
  });
  for (const label of labels.values()) free.delete(label);
  claimPieces(question, contracted, rows, labels, free);
  matchPeople(question, rows, labels, free);
  let next = question.gridCount;
  for (const [part, units] of rows) {
    const label = labels.get(part) ?? next++;
    for (const unit of units) assignment[unit] = label;
  }
  return assignment;
}

/** Whether a grid of these units may have its pieces, as grid `label` or, where that is -1, as any. */
export function isAllowedInPieces(
  question: PlanQuestion,
  units: readonly number[],
  label: number,
  today: Int32Array,
): boolean {
  const pieces = piecesAmong(question, 0, units);
  return pieces.length < 2 || homesOf(question, pieces, label, today).length > 0;
}

/** Grids of today that have had such pieces. */
function homesOf(question: PlanQuestion, pieces: readonly Piece[], label: number, today: Int32Array): number[] {
  const candidates = label >= 0 ? [label] : [...new Set(pieces[0]!.units.map((unit) => question.current[unit]!))];
  return candidates.filter((grid) => {
    if (grid < 0) return false;
    const named = pieces.map((piece) => ({ ...piece, grid }));
    return newPieces(question, named, today).length === 0;
  });
}

function unitsByPart({ groups }: Contracted, parts: Assignment): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  parts.forEach((part, group) => {
    const row = rows.get(part) ?? [];
    row.push(...groups[group]!);
    rows.set(part, row);
  });
  return rows;
}

/** A part in pieces has to be the grid that is in such pieces today. */
function claimPieces(
  question: PlanQuestion,
  { isCoarse }: Contracted,
  rows: ReadonlyMap<number, readonly number[]>,
  labels: Map<number, number>,
  free: Set<number>,
): void {
  if (!isCoarse) return;
  const today = components(question.graph, question.current);
  for (const [part, units] of rows) {
    if (labels.has(part)) continue;
    const pieces = piecesAmong(question, 0, units);
    if (pieces.length < 2) continue;
    const home = homesOf(question, pieces, -1, today).find((grid) => free.has(grid));
    if (home === undefined) continue;
    labels.set(part, home);
    free.delete(home);
  }
}

/** The part that keeps most people with their worker first. */
function matchPeople(
  { current, disruption }: PlanQuestion,
  rows: ReadonlyMap<number, readonly number[]>,
  labels: Map<number, number>,
  free: Set<number>,
): void {
  const kept: { part: number; grid: number; people: number }[] = [];
  for (const [part, units] of rows) {
    const byGrid = new Map<number, number>();
    for (const unit of units) byGrid.set(current[unit]!, (byGrid.get(current[unit]!) ?? 0) + disruption[unit]! + 1);
    for (const [grid, people] of byGrid) kept.push({ part, grid, people });
  }
  kept.sort((a, b) => b.people - a.people || a.part - b.part || a.grid - b.grid);
  for (const { part, grid } of kept) if (!labels.has(part) && free.delete(grid)) labels.set(part, grid);
  for (const part of rows.keys()) {
    const [grid] = free;
    if (labels.has(part) || grid === undefined) continue;
    labels.set(part, grid);
    free.delete(grid);
  }
}
