// The list of what is wrong with a plan, however unfinished the plan is. Refuses to weigh the faults or to mend them.

import { components } from '../contiguity.ts';
import { type Assignment, gridLoads } from '../partition/problem.ts';
import { newPieces, type Piece, piecesByGrid } from '../planning/plan-pieces.ts';
import type { PlanQuestion } from '../planning/question.ts';
import { brokenLocks } from './broken-locks.ts';
import { gridSpans } from './check-span.ts';
import type { CheckExtra, Finding } from './finding.ts';

/**
 * All faults, in the order unassigned, empty grids, loose pieces, holes, limits, spans, barriers, locks; within each by grid.
 * The limits of an empty grid are not reported again. O(units + edges), and units · log units where spans are asked for.
 * @param assignment grids 0 to gridCount - 1; -1 where a unit has none
 */
export function checkPlan(question: PlanQuestion, assignment: Assignment, extra: CheckExtra = {}): Finding[] {
  const grids = piecesByGrid(question, assignment);
  return [
    ...unassigned(assignment),
    ...grids.flatMap((pieces, grid): Finding[] => (pieces.length === 0 ? [{ kind: 'empty-grid', grid }] : [])),
    ...loosePieces(question, grids),
    ...(extra.outlineUnits === undefined ? [] : holes(question, assignment, grids, new Set(extra.outlineUnits))),
    ...limits(question, assignment, grids),
    ...spans(question, assignment, extra),
    ...barriers(question, assignment, extra),
    ...brokenLocks(question, assignment).flatMap((units, lock): Finding[] =>
      units.length === 0 ? [] : [{ kind: 'lock-broken', lock, units }],
    ),
  ];
}

function unassigned(assignment: Assignment): Finding[] {
  const units = [...assignment.keys()].filter((unit) => assignment[unit]! < 0);
  return units.length === 0 ? [] : [{ kind: 'unassigned', units }];
}

function loosePieces(question: PlanQuestion, grids: readonly (readonly Piece[])[]): Finding[] {
  if (grids.every((pieces) => pieces.length < 2)) return [];
  const today = components(question.graph, question.current);
  return grids.flatMap((pieces, grid) => {
    const added = new Set(newPieces(question, pieces, today));
    return pieces
      .slice(1)
      .map((piece): Finding => ({ kind: 'loose-piece', grid, units: piece.units, existing: !added.has(piece) }));
  });
}

function holes(
  { graph: { offsets, neighbours } }: PlanQuestion,
  assignment: Assignment,
  grids: readonly (readonly Piece[])[],
  outline: ReadonlySet<number>,
): Finding[] {
  return grids.flat().flatMap(({ grid, units }): Finding[] => {
    if (units.some((unit) => outline.has(unit))) return [];
    const beside = new Set<number>();
    for (const unit of units)
      for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) beside.add(assignment[neighbours[at]!]!);
    beside.delete(grid);
    const [around] = beside;
    return beside.size === 1 && around! >= 0 ? [{ kind: 'hole', grid, around: around!, units }] : [];
  });
}

function limits(
  { measures, gridCount }: PlanQuestion,
  assignment: Assignment,
  grids: readonly (readonly Piece[])[],
): Finding[] {
  const loads = measures.map((measure) => gridLoads(measure, assignment, gridCount));
  return grids.flatMap((pieces, grid) =>
    measures.flatMap(({ lower, upper }, measure): Finding[] => {
      const load = loads[measure]![grid]!;
      const isWithin = pieces.length === 0 || (load >= lower && load <= upper);
      return isWithin ? [] : [{ kind: 'limit', grid, measure, load, lower, upper }];
    }),
  );
}

function spans({ gridCount }: PlanQuestion, assignment: Assignment, { x, y, maxSpanMetres }: CheckExtra): Finding[] {
  if (x === undefined || y === undefined || maxSpanMetres === undefined) return [];
  return gridSpans({ x, y }, assignment, gridCount).flatMap((span, grid): Finding[] =>
    span !== null && span.metres > maxSpanMetres ? [{ kind: 'span', grid, ...span }] : [],
  );
}

/** What the plan crosses anew is told apart from what today's grids cross: a grid may have one finding of each. */
function barriers(
  { current, gridCount }: PlanQuestion,
  assignment: Assignment,
  { barrierPairs = [] }: CheckExtra,
): Finding[] {
  const byGrid = Map.groupBy(barrierPairs, ([one, other]) =>
    assignment[one] === assignment[other] ? assignment[one]! : -1,
  );
  const isOfToday = ([one, other]: readonly [number, number]): boolean =>
    current[one]! >= 0 && current[one] === current[other];
  return Array.from({ length: gridCount }, (_, grid) => byGrid.get(grid) ?? []).flatMap((crossed, grid) =>
    [false, true].flatMap((existing): Finding[] => {
      const pairs = crossed.filter((pair) => isOfToday(pair) === existing);
      return pairs.length === 0 ? [] : [{ kind: 'barrier-crossed', grid, existing, pairs }];
    }),
  );
}
