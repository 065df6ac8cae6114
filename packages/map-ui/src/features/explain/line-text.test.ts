// Holds instants to the community's zone and figures to two digits.
import { describe, expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { lineText } from './line-text.ts';

const zh = createFormats('zh', 'Asia/Shanghai');

describe('lineText', () => {
  it.each([
    ['2026-07-07T10:02:11.000Z', '7月7日 18:02:11'],
    ['2026-06-30T16:00:00.000Z – 2026-07-07T10:02:11Z', '7月1日 00:00:00 – 7月7日 18:02:11'],
    ['1.86666667', '1.87'],
    ['5235', '5,235'],
    ['0.27 · 0.553333 · 0.8', '0.27 · 0.55 · 0.8'],
    ['每百户 = 件数 × 100 ÷ 376 户', '每百户 = 件数 × 100 ÷ 376 户'],
    ['—', '—'],
    ['', ''],
  ])('%s is written %s', (value, text) => {
    expect(lineText(value, zh)).toBe(text);
  });
});
