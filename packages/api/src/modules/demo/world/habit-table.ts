// Owns the hand-set temper of the 15 grids: leaning to call, diligence of the visits, visits beyond the due ones.
// Refuses to judge a person: workers are invented, and the temper belongs to the grid's place in the story.

/** Request leaning (1 = average), share of due doors that are gone to, courtesy visits a day to doors without a level. */
export type GridTemper = readonly [requestLean: number, diligence: number, courtesyADay: number];

/** Grid 11 is the corner to fix: many requests, few visits. Grid 15 is visited most. */
export const GRID_TEMPERS: readonly GridTemper[] = [
  [0.6, 0.9, 0.4],
  [0.9, 0.95, 1.2],
  [1.3, 0.92, 0.8],
  [0.5, 0.9, 0.6],
  [0.7, 0.95, 1],
  [0.55, 0.65, 0],
  [1.0, 0.97, 1.6],
  [1.2, 0.88, 0.6],
  [0.6, 0.9, 0.6],
  [1.3, 0.7, 0.1],
  [2.6, 0.5, 0],
  [1.2, 0.98, 1.8],
  [0.6, 0.9, 0.4],
  [0.65, 0.8, 0.5],
  [1.7, 0.99, 3],
];

/** Even where little is visited, a daily door is seldom forgotten: its diligence starts from here. */
export const DAILY_LEANING_DILIGENCE = 0.93;

/** Share of entrances that never call. */
export const SILENT_SHARE = 0.16;
