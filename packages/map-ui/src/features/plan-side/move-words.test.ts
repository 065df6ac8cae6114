// Checks the sentence that explains a move, from the engine's numbers to words.
import { type PlanQuestion, unitGraph } from '@qinghe/rebalance';
import { describe, expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { createI18n } from '#i18n/i18n';
import { moveReason } from './move-reason.ts';
import { moveWords, type Naming } from './move-words.ts';

/** Four units in a row; the second moved from grid 0 to grid 1. */
const QUESTION: PlanQuestion = {
  graph: unitGraph(4, [
    [0, 1],
    [1, 2],
    [2, 3],
  ]),
  measures: [{ weights: Int32Array.of(61, 61, 43, 43), lower: 50, upper: 130 }],
  gridCount: 2,
  current: Int32Array.of(0, 0, 1, 1),
  disruption: Int32Array.of(61, 61, 43, 43),
  locks: [],
  target: 100,
};
const PLANNED = Int32Array.of(0, 1, 1, 1);

const naming = (language: 'zh' | 'en'): Naming => {
  const { t } = createI18n(language);
  return {
    t,
    formats: createFormats(language, 'Asia/Shanghai'),
    unitName: (unit) => `8栋${unit + 1}单元`,
    gridName: (grid) => t('map.gridNumber', { number: grid === 0 ? '03' : '05' }),
  };
};

describe('moveReason', () => {
  it('says how both grids stood, and how they would stand', () => {
    expect(moveReason(QUESTION, PLANNED, 1)).toMatchObject({
      from: 0,
      to: 1,
      fromBefore: expect.closeTo(0.22) as number,
      toBefore: expect.closeTo(-0.14) as number,
      fromWithout: expect.closeTo(0.22) as number,
      breaks: [],
      spared: 61,
    });
  });

  it('has nothing to say of what stays', () => {
    expect(moveReason(QUESTION, PLANNED, 2)).toBeNull();
  });
});

describe('moveWords', () => {
  const words = (question: PlanQuestion, language: 'zh' | 'en' = 'zh') => {
    const reason = moveReason(question, PLANNED, 1);
    return reason && moveWords(reason, naming(language));
  };

  it('names both grids and what staying would leave', () => {
    expect(words(QUESTION)).toBe('8栋2单元:03网格超 22%,05网格缺 14%;不动则 03网格仍超 22%');
  });

  it('names the limit that staying would break', () => {
    const tight = { ...QUESTION, measures: [{ ...QUESTION.measures[0], upper: 120 }] } as const;
    expect(words(tight)).toBe('8栋2单元:03网格超 22%,05网格缺 14%;不动则 03网格有 122 户,高于 120');
  });

  it('speaks English', () => {
    expect(words(QUESTION, 'en')).toBe(
      '8栋2单元: Grid 03 was 22% over, Grid 05 14% short; left as it was, Grid 03 stays 22% over',
    );
  });
});
