// Holds names of places to the viewer's language: numbers are said, proper names are kept.
import { describe, expect, it } from 'vitest';
import { creditOf, placeName } from './place-name.ts';

describe('placeName', () => {
  it.each([
    ['9栋', 'Building 9'],
    ['12号楼', 'Building 12'],
    ['9栋2单元', 'Building 9, entrance 2'],
    ['和平楼', '和平楼'],
    ['和平楼3单元', '和平楼, entrance 3'],
    ['社区食堂', '社区食堂'],
    ['9栋A座', '9栋A座'],
  ])('says %s', (stored, english) => {
    expect(placeName(stored, 'EN')).toBe(english);
    expect(placeName(stored, 'ZH')).toBe(stored);
  });
});

describe('creditOf', () => {
  it('says first that an invented community is invented', () => {
    expect(creditOf({ synthetic: true, attribution: '© OpenStreetMap contributors' }, 'EN')).toMatch(
      /^Demo data \(invented\).*; © OpenStreetMap contributors$/,
    );
    expect(creditOf({ synthetic: true, attribution: null }, 'ZH')).toMatch(/^演示数据\(虚构\)/);
  });

  it('names a real source, or nobody', () => {
    expect(creditOf({ synthetic: false, attribution: '© A' }, 'EN')).toBe('© A');
    expect(creditOf({ synthetic: false, attribution: null }, 'ZH')).toBeNull();
  });
});
