// Owns the sums of a replay: load a week by grid, busiest over quietest, and whether the totals agree. Pure.
import type { Replay } from './replay-documents.ts';

/** What is counted. */
export type ReplayMeasure = 'requests' | 'visits';

/** One grid, events a week. */
export interface GridLoads {
  readonly grid: number;
  readonly before: number;
  readonly after: number;
}

/** All figures of one measure. */
export interface ReplayFigures {
  /** By grid number. */
  readonly grids: readonly GridLoads[];
  /** Most over least; null where a grid has none. */
  readonly ratioBefore: number | null;
  readonly ratioAfter: number | null;
  readonly totalBefore: number;
  readonly totalAfter: number;
}

const DAYS_A_WEEK = 7;
const DAY_MS = 86_400_000;

/** O(weeks · grids) */
export function replayFigures(replay: Replay, measure: ReplayMeasure): ReplayFigures {
  const [before, after] = [`${measure}Before`, `${measure}After`] as const;
  const weeks = Math.max(1, (Date.parse(replay.to) - Date.parse(replay.from)) / DAY_MS / DAYS_A_WEEK);
  const byGrid = Map.groupBy(replay.weeks, ({ grid }) => grid);
  const grids = [...byGrid]
    .map(([grid, rows]) => ({
      grid,
      before: rows.reduce((sum, row) => sum + row[before], 0) / weeks,
      after: rows.reduce((sum, row) => sum + row[after], 0) / weeks,
    }))
    .toSorted((one, other) => one.grid - other.grid);
  return {
    grids,
    ratioBefore: ratio(grids.map((grid) => grid.before)),
    ratioAfter: ratio(grids.map((grid) => grid.after)),
    totalBefore: replay[before],
    totalAfter: replay[after],
  };
}

function ratio(loads: readonly number[]): number | null {
  const least = Math.min(...loads);
  return loads.length === 0 || least <= 0 ? null : Math.max(...loads) / least;
}
