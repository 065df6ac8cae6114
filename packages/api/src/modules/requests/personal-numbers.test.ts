// Checks recognition of phones and resident ids. Numbers are made up; the resident id is the sample of the standard itself.
import { describe, expect, it } from 'vitest';
import {
  findPhones,
  findResidentIds,
  isResidentId,
  phoneNumber,
  toHalfWidth,
  withoutSpans,
} from './personal-numbers.ts';

describe('resident ids', () => {
  it.each([
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['110105194912310021', false],
    ['11010519491331002X', false],
    ['11010529491231002X', false],
    ['1101051949123100', false],
  ])('%s: %s', (text, is) => {
    expect(isResidentId(text)).toBe(is);
  });

  it('are found inside text, in full width and in groups, with their place', () => {
    expect(findResidentIds('我的证件11010519491231002X,请查')).toEqual([{ start: 4, end: 22 }]);
    expect(findResidentIds('110105 19491231 002X')).toEqual([{ start: 0, end: 20 }]);
    expect(findResidentIds('１１０１０５１９４９１２３１００２Ｘ')).toEqual([{ start: 0, end: 18 }]);
  });

  it('are not seen in longer numbers, or where the check character is wrong', () => {
    expect(findResidentIds('911010519491231002X')).toEqual([]);
    expect(findResidentIds('订单110105194912310021')).toEqual([]);
  });
});

describe('phones', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['+86 13800138000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['027-86001234', '02786001234'],
    ['0713 8600123', '07138600123'],
    ['075586001234', '075586001234'],
    [' 13800138000 ', '13800138000'],
  ])('%s is %s', (field, number) => {
    expect(phoneNumber(field)).toBe(number);
  });

  it.each([
    '1380013800a',
    '138001380001',
    '12800138000',
    '1380013800',
    '110',
    '',
    '13800138000 13900139000',
    '电话13800138000',
  ])('%s is none', (field) => {
    expect(phoneNumber(field)).toBeNull();
  });

  it('end where a building begins', () => {
    expect(findPhones('1380013800012栋')).toEqual([{ number: '13800138000', start: 0, end: 11 }]);
    expect(findPhones('1380013800012345')).toEqual([]);
  });

  it('are found in text with their place, and can be taken out', () => {
    const text = '请回电138 0013 8000或027-86001234';
    const phones = findPhones(text);
    expect(phones).toEqual([
      { number: '13800138000', start: 3, end: 16 },
      { number: '02786001234', start: 17, end: 29 },
    ]);
    expect(withoutSpans(text, phones, () => '[…]')).toBe('请回电[…]或[…]');
  });
});

describe('half width', () => {
  it('keeps every position', () => {
    const text = '９栋—２单元　６０２号';
    expect(toHalfWidth(text)).toBe('9栋-2单元 602号');
    expect(toHalfWidth(text)).toHaveLength(text.length);
  });
});
