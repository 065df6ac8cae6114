// Checks the sentence that says what a repair does.
import { type PlanQuestion, unitGraph } from '@qinghe/rebalance';
import { expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { createI18n } from '#i18n/i18n';
import { repairWords } from './repair-words.ts';

const QUESTION: PlanQuestion = {
  graph: unitGraph(3, [
    [0, 1],
    [1, 2],
  ]),
  measures: [{ weights: Int32Array.of(288, 66, 324), lower: 300, upper: 500 }],
  gridCount: 2,
  current: Int32Array.of(0, 1, 1),
  disruption: Int32Array.of(288, 66, 324),
  locks: [],
};

it('says who moves, what that leaves, and what it costs', () => {
  const repair = {
    moves: [{ unit: 1, from: 1, to: 0 }],
    assignment: Int32Array.of(0, 0, 1),
    disruption: 66,
  };
  const { t } = createI18n('zh');
  const naming = {
    t,
    formats: createFormats('zh', 'Asia/Shanghai'),
    unitName: () => '17栋4单元',
    gridName: (grid: number) => (grid === 0 ? '11网格' : '14网格'),
  };
  expect(repairWords(repair, QUESTION, naming)).toBe(
    '17栋4单元由14网格并入11网格:11网格为 354 户,14网格为 324 户,都在限内,扰动再多 66。',
  );
});
