// Every grid a label could have, enumerated once on the reduced question, and narrowed to the rungs of the ladder. Refuses where a label
// may have several pieces: connected sets are not all there is then.

import { componentCounts } from '../contiguity.ts';
import { enumerateGrids } from '../partition/enumerate-grids.ts';
import { type GridColumns, PATH_ONLY } from '../partition/grid-columns.ts';
import type { PartitionProblem } from '../partition/problem.ts';
import type { ReducedQuestion } from './reduce-question.ts';

/** The sets, each with its load. */
export interface LoadedColumns {
  readonly columns: GridColumns;
  /** Of the first measure, per entry. */
  readonly loads: Float64Array;
}

/** Null where they are too many, stopped, or not all that a plan may be made of. */
export function enumerateColumns(
  reduced: ReducedQuestion,
  options: { readonly maxGrids: number; readonly keepGoing: () => boolean },
): LoadedColumns | null {
  if (reduced.tornToday.includes(1)) return null;
  const columns = enumerateGrids(reduced.problem, options);
  if (!columns.complete) return null;
  if (!reduced.tight) dropTorn(reduced, columns);
  return { columns, loads: loadsOf(columns, reduced.problem.measures[0].weights) };
}

/** The sets that keep the rung's limit on the first measure, all at cost 0, and what leads to them. O(entries) */
export function columnsWithin({ columns, loads }: LoadedColumns, { measures: [first] }: PartitionProblem): GridColumns {
  const { entryCount, sizes, units, borders, unitCount, maxSize } = columns;
  const fits = (entry: number): boolean =>
    borders[entry]! >= 0 && loads[entry]! >= first.lower && loads[entry]! <= first.upper;
  const kept = new Uint8Array(entryCount);
  // From the end: whether a set of this size that follows is kept, and has this one on its path.
  const leadsOn = new Uint8Array(maxSize + 2);
  let keptCount = 0;
  for (let entry = entryCount - 1; entry >= 0; entry -= 1) {
    const size = sizes[entry]!;
    if (fits(entry) || leadsOn[size + 1] === 1) {
      kept[entry] = 1;
      keptCount += 1;
      leadsOn[size] = 1;
    }
    leadsOn[size + 1] = 0;
  }
  const narrowed = {
    sizes: new Uint16Array(keptCount),
    units: new Uint16Array(keptCount),
    borders: new Int32Array(keptCount),
  };
  let [at, gridCount] = [0, 0];
  for (let entry = 0; entry < entryCount; entry += 1) {
    if (kept[entry] === 0) continue;
    narrowed.sizes[at] = sizes[entry]!;
    narrowed.units[at] = units[entry]!;
    narrowed.borders[at] = fits(entry) ? 0 : PATH_ONLY;
    if (fits(entry)) gridCount += 1;
    at += 1;
  }
  return { ...narrowed, unitCount, entryCount: keptCount, gridCount, maxSize, complete: true };
}

function loadsOf({ entryCount, sizes, units, maxSize }: GridColumns, weights: Int32Array): Float64Array {
  const loads = new Float64Array(entryCount);
  const path = new Float64Array(maxSize + 1);
  for (let entry = 0; entry < entryCount; entry += 1) {
    const size = sizes[entry]!;
    path[size] = path[size - 1]! + weights[units[entry]!]!;
    loads[entry] = path[size]!;
  }
  return loads;
}

/** Sets that hang together only because a group of units counts as one node are no grids. */
function dropTorn({ question, unitsOf }: ReducedQuestion, columns: GridColumns): void {
  const path = new Int32Array(columns.maxSize + 1);
  const ground = new Int32Array(question.current.length);
  for (let entry = 0; entry < columns.entryCount; entry += 1) {
    const size = columns.sizes[entry]!;
    path[size] = columns.units[entry]!;
    const own = path.subarray(1, size + 1);
    if (columns.borders[entry]! < 0 || own.every((node) => unitsOf[node]!.length === 1)) continue;
    ground.fill(-1);
    for (const node of own) for (const unit of unitsOf[node]!) ground[unit] = 0;
    if (componentCounts(question.graph, ground, 1)[0] !== 1) columns.borders[entry] = PATH_ONLY;
  }
}
