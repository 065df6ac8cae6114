// Holds dates to the community's zone and lengths of time to one way of writing.
import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

const zh = createFormats('zh', 'Asia/Shanghai');
const en = createFormats('en', 'Asia/Shanghai');
const AT = '2026-07-07T10:02:11Z';

describe('numbers', () => {
  it('group thousands and cut digits', () => {
    expect(zh.number(5235)).toBe('5,235');
    expect(en.decimal(1.94)).toBe('1.9');
    expect(zh.decimal(2)).toBe('2');
    expect(zh.percent(0.953)).toBe('95%');
    expect(zh.metres(100)).toBe('100 m');
  });
});

describe('instants', () => {
  it('are written in the zone of the community', () => {
    expect(zh.clock(AT)).toBe('18:02:11');
    expect(createFormats('zh', 'UTC').clock(AT)).toBe('10:02:11');
    expect(zh.clock('2026-07-06T16:00:05Z')).toBe('00:00:05');
    expect(zh.time(AT)).toBe('18:02');
  });

  it('follow the language', () => {
    expect(zh.day(AT)).toBe('7月7日');
    expect(en.day(AT)).toBe('7 Jul');
    expect(zh.fullDay(AT)).toBe('2026年7月7日 周二');
    expect(en.fullDay(AT)).toBe('Tue, 7 July 2026');
    expect(zh.dayTime(AT)).toBe('7月7日 18:02');
    expect(en.dayTime(AT)).toBe('7 Jul, 18:02');
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '00:00', '00:00'],
    [13 * 60_000 + 43_000, '13:43', '13:43'],
    [59 * 60_000 + 59_999, '59:59', '59:59'],
    [130 * 60_000, '2小时10分', '2 h 10 min'],
    [120 * 60_000, '2小时', '2 h'],
    [76 * 3_600_000, '3天4小时', '3 d 4 h'],
    [-27_000, '00:27', '00:27'],
  ])('%s ms', (durationMs, chinese, english) => {
    expect(zh.duration(durationMs)).toBe(chinese);
    expect(en.duration(durationMs)).toBe(english);
  });

  it('run as a stopwatch past the hour', () => {
    expect(zh.stopwatch(27_000)).toBe('00:27');
    expect(zh.stopwatch(3_627_000)).toBe('1:00:27');
  });
});
