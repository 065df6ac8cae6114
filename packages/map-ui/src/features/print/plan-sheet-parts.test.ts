// Checks what the sheet of a plan says against numbers done by hand.
import { describe, expect, it } from 'vitest';
import type { GridRow } from '#plan/plan-session.types';
import { planAreas, sheetMoves, sheetRows, signaturesOf } from './plan-sheet-parts.ts';

const row = (grid: number, households: number, units = 1): GridRow => ({
  grid,
  units,
  households,
  residents: null,
  minutesPerWeek: 100,
  dailyCareDoors: 3,
  compactness: 0.7,
  spreadMetres: 20,
  spanMetres: 40,
});
const figures = (rows: readonly GridRow[]) => ({ rows, cv: 0.1, maxOverMin: 1.2, movedUnits: 1, movedHouseholds: 72 });
const unit = (name: string, households: number) => ({
  entrance: name,
  mapId: 7,
  building: 'b',
  buildingMapId: 1,
  buildingName: 'b',
  name,
  point: [114, 30] as const,
  households,
  residents: null,
  dailyCareDoors: 1,
  openRequests: 0,
  requestsPerWeek: 1,
  doorsDuePerWeek: 1,
  floorsPerWeek: 1,
});
const SQUARE = [
  [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ] as const,
  ],
] as const;
const PLAN = {
  units: [unit('3栋3单元', 72), unit('3栋4单元', 60)],
  grids: [
    { grid: 'x', number: 12, mapId: 12, worker: null, drafted: false },
    { grid: 'y', number: 3, mapId: 3, worker: null, drafted: false },
    { grid: 'z', number: 9, mapId: 9, worker: null, drafted: false },
  ],
  openGrids: [0, 1],
  assignment: Int32Array.of(1, 0),
  before: Int32Array.of(0, 0),
  figures: figures([row(0, 60), row(1, 72), row(2, 0, 0)]),
  figuresBefore: figures([row(0, 132), row(1, 0, 0), row(2, 0, 0)]),
  locks: [{ id: 'l', kind: 'GRID' as const, units: [], grid: 1, by: 'A' }],
  tints: [0, 4, 2],
  boundaries: [SQUARE, SQUARE, []],
};
const text = (number: number) => String(number).padStart(2, '0');

describe('sheetRows', () => {
  it('are by number, with what changed; a grid that the plan has not has none', () => {
    expect(
      sheetRows(PLAN, text).map(({ grid, households, change, tint, locked }) => [
        grid,
        households,
        change,
        tint,
        locked,
      ]),
    ).toEqual([
      ['03', 72, 72, 4, true],
      ['12', 60, -72, 0, false],
    ]);
  });
});

it('moves name both grids', () => {
  expect(sheetMoves(PLAN, text)).toEqual([
    { mapId: 7, name: '3栋3单元', point: [114, 30], households: 72, from: '12', to: '03' },
  ]);
});

it('areas carry the mapIds of their grids; a grid without units has none', () => {
  expect(planAreas(PLAN, text).features.map(({ id, properties }) => [id, properties.label])).toEqual([
    [12, '12'],
    [3, '03'],
  ]);
});

it('signatures are of the round that is on', () => {
  const review = (role: string, decision: string, at: string) => ({ role, decision, at, by: role });
  const decided = {
    createdBy: '吴珩',
    createdAt: '2026-07-07T09:58:00Z',
    reviews: [
      review('STREET_REVIEWER', 'SEND_BACK', '2026-07-07T10:20:00Z'),
      review('SECRETARY', 'APPROVE', '2026-07-07T10:10:00Z'),
      review('SECRETARY', 'APPROVE', '2026-07-07T10:30:00Z'),
    ],
  };
  expect(signaturesOf(decided).map(({ role, by, at }) => [role, by, at])).toEqual([
    ['drafted', '吴珩', '2026-07-07T09:58:00Z'],
    ['community', 'SECRETARY', '2026-07-07T10:30:00Z'],
    ['street', null, null],
    ['district', null, null],
  ]);
});
