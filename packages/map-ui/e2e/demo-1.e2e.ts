// Demo 1, the secretary: "this is what I look at every day". One story in order; every row leaves a picture.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { assemble, type Cast, dismiss } from './demo-1/cast.ts';
import { legendSays, onePicture } from './demo-1/picture-rows.ts';
import { callComes, orderRuns } from './demo-1/request-rows.ts';
import { hallSeesNobody, linkOpens, sheetPrinted } from './demo-1/sheet-rows.ts';
import { lastDaysPlayed, lineIsCut, whyAnswered } from './demo-1/time-rows.ts';
import { floorsWork, whatNeedsDoing } from './demo-1/work-rows.ts';

const ROWS: readonly (readonly [name: string, play: (cast: Cast) => Promise<void>])[] = [
  ['0:00 one picture: 15 grids, 19 buildings, people on hover, six figures and their instant', onePicture],
  ['0:20 the legend says what is counted, by what, and where it breaks', legendSays],
  ['0:45 after 18:00 a call from building 9 is on both screens at once, and its worker still answers', callComes],
  ['1:10 the firm takes it, arrives with two, finishes with photos; the worker takes the resident’s word', orderRuns],
  ['1:45 building 19 by floors: several not home in one tap, a daily door met, the next due door in hand', floorsWork],
  [
    '2:30 what needs doing: overdue requests, untaken orders, doors; each flies and offers the next action',
    whatNeedsDoing,
  ],
  ['3:00 the line is cut for 20 s: grey within 6 s, and equal to the database afterwards', lineIsCut],
  ['3:30 the last 7 days are played; grid 15 says one sentence', lastDaysPlayed],
  ['4:10 why: the rule in words, the numbers, the records', whyAnswered],
  ['4:30 prints one A3 sheet in vectors', sheetPrinted],
  ['4:30 the link opens the same view', linkOpens],
  ['4:30 a hall sees no name, phone or door', hallSeesNobody],
];

describe('the secretary’s five minutes', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await assemble(inject('serverUrl'));
  });
  afterAll(() => dismiss(cast));

  test.for(ROWS)('%s', ([, play]) => play(cast));

  test('and nothing complained on the way', () => {
    // A request begun while the line is cut never arrives whole: the server ends it with 408.
    const ofTheCut = /net::ERR_|WebSocket|status of 408/;
    expect([
      ...cast.desk.faults.filter((fault) => !ofTheCut.test(fault)),
      ...cast.phone.faults,
      ...cast.firm.faults,
    ]).toEqual([]);
  });
});
