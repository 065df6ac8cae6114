// Owns the hand-set assignment of entrances to 15 grids for the two plans of the demo.
// Refuses polygons: boundaries are derived from these units elsewhere.

/** Per building, the grid of its entrances 1, 2, 3, 4. */
export type PlanRows = Readonly<Record<number, readonly [number, number, number, number]>>;

/** In force: grids 2 and 5 are above 500 households; 1, 4, 6 and 10 below 300. */
export const IN_FORCE_ROWS: PlanRows = {
  1: [1, 1, 1, 1],
  2: [2, 2, 2, 2],
  3: [2, 2, 2, 3],
  4: [3, 3, 3, 3],
  5: [4, 4, 4, 4],
  6: [5, 5, 5, 5],
  7: [5, 5, 5, 6],
  8: [6, 6, 6, 9],
  9: [7, 7, 7, 7],
  10: [7, 8, 8, 8],
  11: [9, 9, 9, 9],
  12: [10, 10, 10, 10],
  13: [8, 8, 11, 11],
  14: [11, 11, 11, 12],
  15: [12, 12, 12, 12],
  16: [13, 13, 13, 13],
  17: [13, 14, 14, 14],
  18: [14, 14, 14, 15],
  19: [15, 15, 15, 15],
};

/** The plan before it, in force until 45 days ago. */
export const EARLIER_ROWS: PlanRows = {
  1: [1, 1, 1, 1],
  2: [1, 2, 2, 2],
  3: [2, 2, 3, 3],
  4: [3, 3, 3, 3],
  5: [4, 4, 4, 4],
  6: [4, 5, 5, 5],
  7: [5, 5, 6, 6],
  8: [6, 6, 6, 6],
  9: [7, 7, 7, 7],
  10: [8, 8, 8, 8],
  11: [9, 9, 9, 9],
  12: [10, 10, 10, 10],
  13: [10, 10, 11, 11],
  14: [11, 11, 12, 12],
  15: [9, 12, 12, 12],
  16: [13, 13, 13, 13],
  17: [13, 13, 14, 14],
  18: [14, 14, 15, 15],
  19: [15, 15, 15, 15],
};
