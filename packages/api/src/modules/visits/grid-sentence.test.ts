// Checks every variant of the generated sentence in both languages.
import { describe, expect, it } from 'vitest';
import { gridSentence, type GridFigures } from './grid-sentence.ts';

const figures = (
  due: number,
  met: number,
  late: number,
  requests: number,
  open: number,
  lateRequests: number,
): GridFigures => ({
  gridNumber: 15,
  doorsDue: due,
  doorsMet: met,
  doorsOverdue: late,
  requests,
  requestsOpen: open,
  requestsOverdue: lateRequests,
});

describe('the sentence of a grid', () => {
  it.each([
    [
      figures(42, 40, 2, 3, 0, 0),
      '15网格:应访42,已访40,2户超期;诉求3,均已办结',
      'Grid 15: 42 doors due, 40 met, 2 overdue; 3 requests, all closed',
    ],
    [
      figures(42, 40, 0, 3, 1, 0),
      '15网格:应访42,已访40,无超期;诉求3,已办结2,在办1',
      'Grid 15: 42 doors due, 40 met, none overdue; 3 requests, 2 closed, 1 open',
    ],
    [
      figures(42, 42, 0, 3, 2, 1),
      '15网格:应访42,均已访;诉求3,已办结1,在办2,1件超时',
      'Grid 15: 42 doors due, all met; 3 requests, 1 closed, 2 open, 1 overdue',
    ],
    [figures(0, 0, 0, 0, 0, 0), '15网格:无应访户;无诉求', 'Grid 15: no doors due; no requests'],
    [
      figures(1, 0, 1, 1, 1, 1),
      '15网格:应访1,已访0,1户超期;诉求1,均在办,1件超时',
      'Grid 15: 1 door due, 0 met, 1 overdue; 1 request, 0 closed, 1 open, 1 overdue',
    ],
    [
      figures(1, 1, 0, 1, 0, 0),
      '15网格:应访1,均已访;诉求1,均已办结',
      'Grid 15: 1 door due, all met; 1 request, closed',
    ],
    [figures(0, 0, 0, 2, 2, 0), '15网格:无应访户;诉求2,均在办', 'Grid 15: no doors due; 2 requests, 0 closed, 2 open'],
  ])('%#', (given, zh, en) => {
    expect(gridSentence(given, 'zh')).toBe(zh);
    expect(gridSentence(given, 'en')).toBe(en);
  });

  it('writes the number as the map does', () => {
    expect(gridSentence({ ...figures(0, 0, 0, 0, 0, 0), gridNumber: 7 }, 'zh')).toBe('07网格:无应访户;无诉求');
    expect(gridSentence({ ...figures(0, 0, 0, 0, 0, 0), gridNumber: 7 }, 'en')).toMatch(/^Grid 07: /);
  });

  it.each([
    ['more met than due', figures(1, 2, 0, 0, 0, 0)],
    ['met and overdue beyond due', figures(3, 2, 2, 0, 0, 0)],
    ['more open than there are', figures(0, 0, 0, 1, 2, 0)],
    ['more late than open', figures(0, 0, 0, 3, 1, 2)],
    ['a negative figure', figures(-1, 0, 0, 0, 0, 0)],
    ['a fraction', figures(1.5, 1, 0, 0, 0, 0)],
  ])('refuses %s', (_name, given) => {
    expect(() => gridSentence(given, 'zh')).toThrow(RangeError);
  });
});
