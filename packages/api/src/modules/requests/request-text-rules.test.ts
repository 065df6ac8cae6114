// Checks the catalogue of bad texts: each with its code, and the good ones that must pass untouched.
import { describe, expect, it } from 'vitest';
import { checkPhone, checkRequestText } from './request-text-rules.ts';

const codes = (text: string) => checkRequestText(text).refusals.map((finding) => finding.code);
const family = '👨‍👩‍👧‍👦';

describe('free text', () => {
  it.each([
    ['NUL', '污水\0返溢', ['INVALID_TEXT_NUL']],
    ['a lone high surrogate', '污水\ud83d', ['INVALID_TEXT_SURROGATE']],
    ['a lone low surrogate', '\udc00污水', ['INVALID_TEXT_SURROGATE']],
    ['nothing', '', ['INVALID_TEXT_BLANK']],
    ['only spaces, in several widths', ' \u3000\t\n\u00a0', ['INVALID_TEXT_BLANK']],
    ['only zero-width characters', '\u200b\u200d\ufeff', ['INVALID_TEXT_BLANK']],
    ['only direction marks', '\u202e\u2066', ['INVALID_TEXT_BLANK']],
    ['only fillers', '\u3164\u2800', ['INVALID_TEXT_BLANK']],
    ['2,001 characters', '水'.repeat(2001), ['TOO_LONG']],
    ['2,001 families', family.repeat(1001) + '水'.repeat(1000), ['TOO_LONG']],
    ['10,001 code points on one character', `e${'\u0301'.repeat(10_001)}`, ['TOO_LONG']],
    ['a resident id', '证件号11010519491231002X', ['PERSONAL_ID_IN_TEXT']],
    ['two faults at once', '\0 11010519491231002X', ['INVALID_TEXT_NUL', 'PERSONAL_ID_IN_TEXT']],
  ])('%s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    ['2,000 characters', '水'.repeat(2000)],
    ['1,000 families, which are 11,000 units', family.repeat(1000)],
    ['1,000 marks on one character', `e${'\u0301'.repeat(1000)}`],
    ['rare Han outside the first plane', '𠮷𡈽口漏水'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a formula', '=cmd|calc'],
    ['quotes and wildcards', "' or 1=1-- % _ \\"],
    ['lines', '漏水\r\n在厨房'],
    ['a number of 18 digits that is no id', '订单110105194912310021'],
  ])('lets %s pass untouched', (_name, text) => {
    expect(checkRequestText(text)).toEqual({ text, refusals: [], notes: [] });
  });

  it('takes direction marks out and tells how many', () => {
    const checked = checkRequestText('漏\u202e水\u2069了\u200f');
    expect(checked).toEqual({
      text: '漏水了',
      refusals: [],
      notes: [{ code: 'DIRECTION_MARKS_REMOVED', params: { count: 3 } }],
    });
  });

  it('finds an id that direction marks were to hide, and gives its place in the cleaned text', () => {
    const { refusals } = checkRequestText('证件110105\u202d19491231002X');
    expect(refusals).toEqual([{ code: 'PERSONAL_ID_IN_TEXT', params: { start: 2, end: 20 } }]);
  });

  it('gives length and maximum', () => {
    expect(checkRequestText('水'.repeat(2345)).refusals).toEqual([
      { code: 'TOO_LONG', params: { length: 2345, max: 2000 } },
    ]);
  });
});

describe('a telephone field', () => {
  it('gives digits or a code', () => {
    expect(checkPhone('138-0013-8000')).toEqual({ number: '13800138000' });
    for (const field of ['1380013800a', '138001380001', ''])
      expect(checkPhone(field)).toEqual({ refused: 'PHONE_INVALID' });
  });
});
