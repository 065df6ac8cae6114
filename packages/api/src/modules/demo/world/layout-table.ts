// Owns the hand-set table of the 19 buildings: where they stand and how many dwellings each entrance has.
// Refuses geometry and any claim to be a real place: only the published totals are honoured, the rest is invented.

export interface BuildingRow {
  readonly number: number;
  readonly form: 'SLAB' | 'TOWER';
  /** Local metres: west end of a slab, centre of a tower. */
  readonly x: number;
  /** Local metres: axis of the building. */
  readonly y: number;
  /** Length of one slab slice, or half the width of a tower. */
  readonly sliceMetres: number;
  /** Slab: how far each of the four slices is set off the axis. */
  readonly steps: readonly [number, number, number, number];
  /** Dwellings behind entrances 1..4. */
  readonly dwellings: readonly [number, number, number, number];
}

const CRANK = [2.5, 2.5, -2.5, -2.5] as const;
const ARCH = [-2.2, 2.2, 2.2, -2.2] as const;
const VALLEY = [2.2, -2.2, -2.2, 2.2] as const;
const STAIR = [3, 1, -1, -3] as const;
const CROSS = [0, 0, 0, 0] as const;

function slab(
  number: number,
  [x, y]: readonly [number, number],
  sliceMetres: number,
  steps: BuildingRow['steps'],
  dwellings: BuildingRow['dwellings'],
): BuildingRow {
  return { number, form: 'SLAB', x, y, sliceMetres, steps, dwellings };
}

function tower(number: number, [x, y]: readonly [number, number], dwellings: BuildingRow['dwellings']): BuildingRow {
  return { number, form: 'TOWER', x, y, sliceMetres: 20, steps: CROSS, dwellings };
}

/** North to south, west to east. Sums to 5,235 dwellings; every building has 240 to 299, every entrance 60 to 75. */
export const BUILDING_ROWS: readonly BuildingRow[] = [
  slab(1, [-182, 154], 21, CRANK, [66, 66, 66, 66]),
  slab(2, [-76, 158], 21, STAIR, [74, 74, 74, 74]),
  slab(3, [30, 155], 20, ARCH, [70, 70, 70, 70]),
  tower(4, [163, 150], [69, 69, 68, 68]),
  slab(5, [-188, 78], 21, ARCH, [71, 71, 70, 70]),
  slab(6, [-84, 80], 21, CRANK, [74, 74, 73, 74]),
  slab(7, [20, 78], 20, STAIR, [70, 70, 70, 68]),
  tower(8, [166, 74], [64, 64, 64, 64]),
  slab(9, [-184, 2], 21, CRANK, [72, 72, 71, 71]),
  slab(10, [-80, 4], 21, STAIR, [68, 68, 68, 68]),
  tower(11, [164, 0], [71, 71, 70, 70]),
  slab(12, [-188, -74], 22, CRANK, [67, 68, 68, 67]),
  slab(13, [-80, -76], 20, VALLEY, [66, 66, 67, 66]),
  slab(14, [22, -74], 21, CRANK, [72, 70, 70, 72]),
  tower(15, [165, -78], [63, 63, 63, 63]),
  slab(16, [-186, -152], 20, ARCH, [69, 70, 69, 69]),
  slab(17, [-88, -153], 20, STAIR, [60, 60, 60, 60]),
  slab(18, [11, -152], 20, VALLEY, [71, 71, 71, 70]),
  slab(19, [106, -154], 20, CRANK, [75, 75, 75, 74]),
];
