// Checks the reading of building and entrance numbers as people write them.
import { expect, test } from 'vitest';
import { chineseNumber, parseBuildingNumber, parseEntranceNumber } from './building-number.ts';

test.each([
  ['6栋', '6', '', null],
  ['12号楼', '12', '', null],
  ['-29栋', '29', '', null],
  ['教工宿舍6栋', '6', '教工宿舍', null],
  ['教工宿舍-29栋', '29', '教工宿舍', null],
  ['工大教工宿舍22栋', '22', '工大教工宿舍', null],
  ['学生公寓9栋', '9', '学生公寓', null],
  ['3#', '3', '', null],
  ['3#楼', '3', '', null],
  ['3幢', '3', '', null],
  ['B座', 'B', '', null],
  ['b座', 'B', '', null],
  ['十二栋', '12', '', null],
  ['二十一号楼', '21', '', null],
  ['五一路十二栋', '12', '五一路', null],
  ['１２号楼', '12', '', null],
  ['第3栋', '3', '', null],
  ['06栋', '6', '', null],
  ['12A栋', '12A', '', null],
  ['6栋2单元', '6', '', '2'],
  ['学生公寓9栋二单元', '9', '学生公寓', '2'],
  ['6栋(东)', '6', '', null],
  ['9.0', '9', '', null],
  ['29', '29', '', null],
  ['Building 6', '6', '', null],
  ['Riverside Block B', 'B', 'Riverside', null],
])('%s is number %s of series "%s", entrance %s', (text, number, series, unit) => {
  expect(parseBuildingNumber(text)).toEqual({ number, series, unit });
});

test.each([
  '无名',
  '',
  '  ',
  '商务公寓',
  '武汉工程大学单身楼',
  '科技孵化器大楼',
  '教学楼1',
  '工程大学-雅苑',
  '2024年',
  'null',
])('%s has no number', (text) => {
  expect(parseBuildingNumber(text)).toEqual({ number: null, series: '', unit: null });
});

test('Chinese numerals', () => {
  expect(['十', '十二', '二十', '九十九', '一百零二', '一百一十', '二〇三', '百', '栋'].map(chineseNumber)).toEqual([
    10,
    12,
    20,
    99,
    102,
    110,
    203,
    null,
    null,
  ]);
});

test('entrance numbers', () => {
  expect(['2单元', '二单元', '2', '2.0', 'B', '第3单元', '无', '东门洞'].map(parseEntranceNumber)).toEqual([
    '2',
    '2',
    '2',
    '2',
    'B',
    '3',
    null,
    '东门洞',
  ]);
});
