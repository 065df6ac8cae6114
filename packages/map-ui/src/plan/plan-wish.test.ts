// Checks what a draft asks the engine beyond its own rules, and that each lock knows where it comes from.
import { unitGraph } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { askedQuestion, NO_WISH, type QuestionGround } from './plan-wish.ts';
import type { PlanUnitModel } from './plan-session.types.ts';

const unit = (
  building: string,
  households: number,
  dailyCareDoors = 0,
  residents: number | null = 100,
): PlanUnitModel => ({
  entrance: `${building}-${households}`,
  mapId: 1,
  building,
  buildingMapId: 1,
  buildingName: `${building}栋`,
  name: `${building}栋${households}`,
  point: [0, 0],
  households,
  residents,
  dailyCareDoors,
  openRequests: 0,
  requestsPerWeek: 1,
  doorsDuePerWeek: 1,
  floorsPerWeek: 1,
});

const GROUND: QuestionGround = {
  units: [unit('13', 72, 4), unit('13', 60), unit('14', 50)],
  grids: [1, 2].map((number) => ({ grid: `g${number}`, number, mapId: number, worker: null, drafted: false })),
  openGrids: [0, 1],
  graph: unitGraph(3, [
    [0, 1],
    [1, 2],
  ]),
  rules: {
    minHouseholds: 50,
    targetHouseholds: 90,
    maxHouseholds: 140,
    maxResidents: 2500,
    maxSpanMetres: 400,
    minutesPerRequest: 25,
    minutesPerDoor: 8,
    minutesPerFloor: 1,
  },
  locks: [
    { id: 'l1', kind: 'WORKER', units: [2], grid: 1, by: '吴珩' },
    { id: 'l2', kind: 'GRID', units: [], grid: 0, by: '吴珩' },
  ],
  before: Int32Array.of(0, 0, 1),
};

describe('askedQuestion', () => {
  it('of no wish has the locks of the draft', () => {
    const { question, origins } = askedQuestion(GROUND, NO_WISH);
    expect(question.disruption).toEqual(Int32Array.of(72 + 9 * 4, 60, 50));
    expect(question.locks).toEqual([
      { kind: 'stay', units: [2], grid: 1 },
      { kind: 'grid', grid: 0 },
    ]);
    expect(origins.map((origin) => origin.kind === 'lock' && origin.lock.id)).toEqual(['l1', 'l2']);
  });

  it('keeps whole buildings together but for those that may be split', () => {
    const whole = askedQuestion(GROUND, { wholeBuildings: true, splitAllowed: [] });
    expect(whole.question.locks[2]).toEqual({ kind: 'together', units: [0, 1] });
    expect(whole.origins[2]).toEqual({ kind: 'building', building: '13', name: '13栋' });
    expect(askedQuestion(GROUND, { wholeBuildings: true, splitAllowed: ['13'] }).question.locks).toHaveLength(2);
  });
});
