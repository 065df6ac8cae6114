// Checks what is said when no plan exists, and what a relaxation's button would do.
import { type PlanQuestion, unitGraph } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { createI18n } from '#i18n/i18n';
import type { PlanRulesModel } from '#plan/plan-session.types';
import type { LockOrigin } from '#plan/plan-wish';
import { relaxationSteps } from './apply-relaxation.ts';
import { coreWords, type Infeasible, relaxationWords, shortfallWords, type WhyNotContext } from './why-not-words.ts';

const QUESTION: PlanQuestion = {
  graph: unitGraph(4, [
    [0, 1],
    [1, 2],
    [2, 3],
  ]),
  measures: [{ weights: Int32Array.of(140, 140, 130, 135), lower: 300, upper: 500 }],
  gridCount: 2,
  current: Int32Array.of(0, 0, 1, 1),
  disruption: Int32Array.of(1, 1, 1, 1),
  locks: [],
};
const ORIGINS: LockOrigin[] = [
  { kind: 'lock', lock: { id: 'l1', kind: 'WORKER', units: [2], grid: 1, by: '吴珩' } },
  { kind: 'lock', lock: { id: 'l2', kind: 'GRID', units: [], grid: 0, by: '吴珩' } },
  { kind: 'building', building: 'b13', name: '13栋' },
  { kind: 'building', building: 'b14', name: '14栋' },
];
const ANSWER: Infeasible = {
  status: 'infeasible',
  core: [
    { kind: 'limit', measure: 0, side: 'lower' },
    { kind: 'grid-count' },
    { kind: 'lock', lock: 2 },
    { kind: 'lock', lock: 3 },
    { kind: 'lock', lock: 0 },
  ],
  provedMinimal: true,
  leastGridsOut: {
    count: 2,
    measure: 0,
    side: 'lower',
    groups: [[0, 1], [2]],
    assignment: null,
    grids: [],
  },
  relaxations: [],
};
const { t } = createI18n('zh');
const CONTEXT: WhyNotContext = {
  naming: {
    t,
    formats: createFormats('zh', 'Asia/Shanghai'),
    unitName: (unit) => `14栋${unit}单元`,
    gridName: (grid) => `0${grid + 1}网格`,
  },
  question: QUESTION,
  origins: ORIGINS,
  buildingName: () => '13栋',
};

it('says how many grids fall short, and which places with how much', () => {
  expect(shortfallWords(ANSWER, CONTEXT)).toBe('至少 2 个网格不足 300 户:单独不够的有 13栋(280)、14栋2单元(130)');
  expect(shortfallWords({ ...ANSWER, leastGridsOut: null }, CONTEXT)).toBeNull();
});

it('names the rules that conflict, buildings in one breath', () => {
  expect(coreWords(ANSWER.core, CONTEXT)).toEqual([
    '每个网格不少于 300 户',
    '正好 2 个网格',
    '14栋2单元 随02网格的网格员',
    '13栋、14栋 整栋不拆',
  ]);
});

describe('a relaxation', () => {
  const relaxation = (changes: Infeasible['relaxations'][number]['changes']) => ({
    changes,
    assignment: QUESTION.current,
    provedLeast: true,
    count: 1,
    disruption: 0,
  });
  const rules: PlanRulesModel = {
    minHouseholds: 300,
    targetHouseholds: 350,
    maxHouseholds: 500,
    maxResidents: 2500,
    maxSpanMetres: 350,
    minutesPerRequest: 45,
    minutesPerDoor: 8,
    minutesPerFloor: 0.5,
  };
  const given = { wish: { wholeBuildings: true, splitAllowed: ['b1'] }, rules, origins: ORIGINS };

  it('splits buildings and takes locks off', () => {
    const both = relaxation([
      { kind: 'free-lock', lock: 2 },
      { kind: 'free-lock', lock: 1 },
    ]);
    expect(relaxationWords(both, CONTEXT)).toBe('允许按单元拆分 13栋,解除“01网格整格锁定”');
    expect(relaxationSteps(both, given)).toEqual({
      wish: { wholeBuildings: true, splitAllowed: ['b1', 'b13'] },
      unlock: ['l2'],
      rules: null,
    });
  });

  it('eases limits', () => {
    const limits = relaxation([
      { kind: 'limit', measure: 0, side: 'lower', value: 264 },
      { kind: 'limit', measure: 0, side: 'upper', value: 536 },
    ]);
    expect(relaxationWords(limits, CONTEXT)).toBe('下限放宽到 264 户,上限放宽到 536 户');
    expect(relaxationSteps(limits, given)?.rules).toEqual({ ...rules, minHouseholds: 264, maxHouseholds: 536 });
  });

  it('of another number of grids is no button', () => {
    const count = relaxation([{ kind: 'grid-count', value: 16 }]);
    expect(relaxationWords(count, CONTEXT)).toBe('改为 16 个网格(须先增减网格)');
    expect(relaxationSteps(count, given)).toBeNull();
  });
});
