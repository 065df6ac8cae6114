// Checks that encodings are told by their bytes, and that a declaration which the bytes refute is noticed.
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { detectEncoding, encodingNamed } from './encoding.ts';

const names = ['教工宿舍6栋', '学生公寓9栋', '商务公寓', '武汉工程大学图书馆'];
const traditional = ['臺北市政府', '國立大學圖書館', '學生宿舍'];
const bytes = (texts: readonly string[], encoding: string) => texts.map((text) => iconv.encode(text, encoding));

describe('without a declaration', () => {
  test.each([
    ['UTF-8', names, 'UTF-8'],
    ['gbk', names, 'GB18030'],
    ['gb18030', ['教工宿舍', '㐀𠀀号楼'], 'GB18030'],
    ['big5', traditional, 'Big5'],
    ['gbk', ['简体国语'], 'GB18030'],
    ['big5', ['簡體國語'], 'Big5'],
  ])('%s of %j is read as %s', (encoding, texts, expected) => {
    const finding = detectEncoding(bytes(texts, encoding), null);
    expect(finding.detected).toBe(expected);
    expect(finding.certain).toBe(true);
    expect(finding.samples).toEqual(texts.filter((text) => finding.samples.includes(text)));
    expect(finding.samples.length).toBe(texts.length);
  });

  test('ASCII needs no choice', () => {
    expect(detectEncoding([Buffer.from('Building 6')], null)).toMatchObject({
      detected: 'UTF-8',
      reason: 'ASCII_ONLY',
      certain: true,
    });
  });
});

describe('with a declaration', () => {
  test('a .cpg that says UTF-8 over GBK bytes lies: the places are counted', () => {
    const finding = detectEncoding(bytes(names, 'gbk'), 'UTF-8');
    expect(finding).toMatchObject({
      declared: 'UTF-8',
      detected: 'GB18030',
      reason: 'COMMON_CHARACTERS',
      certain: true,
      samples: names,
    });
    expect(finding.invalidUnderDeclared).toBeGreaterThan(10);
  });

  test('a .cpg that says GBK over UTF-8 bytes lies although GBK can read most of them', () => {
    expect(detectEncoding(bytes(names, 'utf-8'), 'GBK')).toMatchObject({
      declared: 'GB18030',
      detected: 'UTF-8',
      reason: 'VALID_UTF8',
      samples: names,
    });
  });

  test('a .cpg that says ISO-8859-1 over GBK bytes lies although Latin-1 can read any byte', () => {
    expect(detectEncoding(bytes(names, 'gbk'), 'ISO-8859-1')).toMatchObject({
      declared: 'windows-1252',
      detected: 'GB18030',
      invalidUnderDeclared: 0,
    });
  });

  test('true Latin-1 stays what it says', () => {
    expect(detectEncoding(bytes(['Façade', 'Straße'], 'latin1'), 'ISO-8859-1')).toMatchObject({
      detected: 'windows-1252',
      reason: 'DECLARED',
    });
  });

  test('an answer wins over everything', () => {
    expect(detectEncoding(bytes(names, 'gbk'), 'UTF-8', 'big5')).toMatchObject({
      detected: 'Big5',
      reason: 'ANSWERED',
      certain: true,
    });
  });
});

test('labels of code pages', () => {
  expect(
    ['936', 'GBK', 'gb2312', 'CP936', 'utf8', '65001', 'ANSI 1252', '950', 'shift_jis', 'klingon', ''].map(
      encodingNamed,
    ),
  ).toEqual([
    'GB18030',
    'GB18030',
    'GB18030',
    'GB18030',
    'UTF-8',
    'UTF-8',
    'windows-1252',
    'Big5',
    'shift-jis',
    null,
    null,
  ]);
});
