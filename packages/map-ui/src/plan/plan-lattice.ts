// Owns a small ground for tests: cells of 100 m side by side in rows, one unit each. Refuses use outside tests.
import type { PlanGroundQuery, PlanPartsFragment } from '#api/gql/graphql';

type Ground = NonNullable<PlanGroundQuery['planGround']>;

/** How large, and what is in it. */
export interface LatticeShape {
  readonly columns: number;
  readonly rows: number;
  readonly grids: number;
  /** By unit, row by row from the south-west. */
  readonly households?: readonly number[];
}

const ANCHOR = [114.3, 30.6] as const;
const CELL_METRES = 100;
const METRES_PER_DEGREE = 111_000;

/** Entrances are e0, e1, …; grids are numbered from 1. */
export function latticeGround({ columns, rows, grids, households = [] }: LatticeShape): Ground {
  const arcs = latticeArcs(columns, rows);
  const cells = Array.from({ length: columns * rows }, (_, unit) => ({
    x: unit % columns,
    y: Math.floor(unit / columns),
  }));
  const units = cells.map(({ x, y }, unit) => ({
    entrance: `e${unit}`,
    mapId: 1000 + unit,
    building: `b${y}`,
    buildingMapId: 100 + y,
    buildingName: `B${y + 1}`,
    name: `B${y + 1}-${x + 1}`,
    point: [
      ANCHOR[0] + ((x + 0.5) * CELL_METRES) / (METRES_PER_DEGREE * 0.861),
      ANCHOR[1] + ((y + 0.5) * CELL_METRES) / METRES_PER_DEGREE,
    ],
    households: households[unit] ?? 100,
    residents: 250,
    dailyCareDoors: unit % 3,
    openRequests: 1,
    requestsPerWeek: 2,
    doorsDuePerWeek: 10,
    floorsPerWeek: 30,
  }));
  return {
    geographyVersion: 1,
    arcs: JSON.stringify({ anchor: ANCHOR, ...arcs }),
    borders: arcs.left.flatMap((left, arc) => {
      const right = arcs.right[arc] ?? -1;
      return left >= 0 && right >= 0 ? [[left, right, 1000, 1000]] : [];
    }),
    barrierCrossings: [],
    grids: Array.from({ length: grids }, (_, grid) => ({
      grid: `g${grid}`,
      mapId: grid + 1,
      number: grid + 1,
      worker: `W${grid + 1}`,
      drafted: false,
    })),
    units,
  };
}

/** A plan on it, at version 1. Numbers of grids, null for none. */
export function latticePlan(
  assignment: readonly (number | null)[],
  patch: Partial<PlanPartsFragment> = {},
): PlanPartsFragment {
  return {
    id: 'plan',
    name: 'Draft',
    stage: 'DRAFT',
    acts: ['EDIT', 'SUBMIT'],
    version: 1,
    savedAt: '2026-07-07T10:00:00Z',
    basedOn: '2026-07-07T09:00:00Z',
    outdated: false,
    present: ['A'],
    grids: [...new Set(assignment)].flatMap((number) => number ?? []).toSorted((one, other) => one - other),
    assignment: [...assignment],
    before: [...assignment],
    rules: {
      minHouseholds: 150,
      targetHouseholds: 300,
      maxHouseholds: 450,
      maxResidents: 2000,
      maxSpanMetres: 1000,
      minutesPerRequest: 10,
      minutesPerDoor: 5,
      minutesPerFloor: 1,
    },
    locks: [],
    exemptions: [],
    history: [],
    ...patch,
  };
}

function latticeArcs(columns: number, rows: number) {
  const list: { from: [number, number]; to: [number, number]; left: number; right: number }[] = [];
  const cell = (x: number, y: number) => (x < 0 || y < 0 || x >= columns || y >= rows ? -1 : y * columns + x);
  for (let y = 0; y <= rows; y += 1)
    for (let x = 0; x < columns; x += 1)
      list.push({ from: [x, y], to: [x + 1, y], left: cell(x, y), right: cell(x, y - 1) });
  for (let x = 0; x <= columns; x += 1)
    for (let y = 0; y < rows; y += 1)
      list.push({ from: [x, y], to: [x, y + 1], left: cell(x - 1, y), right: cell(x, y) });
  const node = ([x, y]: readonly [number, number]) => y * (columns + 1) + x;
  return {
    offsets: [...list.keys(), list.length].map((arc) => 2 * arc),
    points: list.flatMap(({ from, to }) => [...from, ...to].map((at) => at * CELL_METRES)),
    left: list.map(({ left }) => left),
    right: list.map(({ right }) => right),
    start: list.map(({ from }) => node(from)),
    end: list.map(({ to }) => node(to)),
  };
}
