// Checks messages as residents write them: place, category, urgency, evidence, and that no number stays in the text.
import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORY_CODES, DEFAULT_NORMS } from '#modules/geography';
import { CATEGORY_WORDS } from './chat-keywords.ts';
import { readChatMessage } from './chat-message.ts';
import { readNumber } from './chat-place.ts';

const read = (message: string) => readChatMessage(message, DEFAULT_NORMS);
const place = (message: string) => {
  const { building, entrance, door } = read(message);
  return [building, entrance, door];
};

describe('the message of the sewage story', () => {
  const message = '9栋2单元602 隔壁返污水到厨房了,快来人';
  const proposal = read(message);

  it('proposes everything the form asks for', () => {
    expect(proposal).toMatchObject({
      building: 9,
      entrance: 2,
      door: 602,
      category: 'SEWAGE',
      kind: 'URGENT',
      severity: 'USUAL',
      otherBuildings: [],
      phones: [],
      text: message,
      flags: [],
    });
  });

  it('shows its evidence', () => {
    const quoted = proposal.evidence.map(({ field, start, end }) => [field, message.slice(start, end)]);
    expect(quoted).toEqual([
      ['building', '9栋'],
      ['entrance', '2单元'],
      ['door', '602'],
      ['category', '返污'],
      ['category', '污水'],
      ['kind', '快来'],
    ]);
  });
});

describe('places', () => {
  it.each([
    ['九栋二单元六零二漏水', [9, 2, 602]],
    ['十九栋四单元一〇一室', [19, 4, 101]],
    ['第十二栋', [12, null, null]],
    ['9-2-602 没水', [9, 2, 602]],
    ['9-602 没水', [9, null, 602]],
    ['9号楼2单元', [9, 2, null]],
    ['9号楼2单元602室', [9, 2, 602]],
    ['12#楼 3单元 1101', [12, 3, 1101]],
    ['9栋2-602', [9, 2, 602]],
    ['9幢602', [9, null, 602]],
    ['\uff19栋\uff12单元\uff16\uff10\uff12', [9, 2, 602]],
    ['2单元602室漏水', [null, 2, 602]],
    ['Building 9, entrance 2, flat 602: leak', [9, 2, 602]],
    ['bldg 12 unit 3 lift is stuck', [12, 3, null]],
    ['等了300分钟没人来', [null, null, null]],
    ['2026-7-07停水', [null, null, null]],
    ['9栋等了300分钟', [9, null, null]],
    ['楼道灯坏了', [null, null, null]],
    ['', [null, null, null]],
  ])('%s', (message, expected) => {
    expect(place(message)).toEqual(expected);
  });

  it('names further buildings instead of choosing silently', () => {
    expect(read('9栋和10栋都停电了,9栋更早').otherBuildings).toEqual([10]);
  });

  it.each([
    ['十', 10],
    ['十九', 19],
    ['二十', 20],
    ['一百零二', 102],
    ['六零二', 602],
    ['一〇一', 101],
    ['两', 2],
    ['007', 7],
    ['栋', null],
    ['', null],
  ])('reads %s as %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

describe('categories', () => {
  it.each([
    ['厨房下水道堵了', 'SEWAGE'],
    ['楼上漏水到我家', 'WATER_LEAK'],
    ['我们单元停电了', 'UTILITIES'],
    ['电梯又坏了', 'LIFT'],
    ['楼道灯不亮', 'LIGHTING'],
    ['垃圾没人清运', 'SANITATION'],
    ['半夜装修太吵', 'NOISE'],
    ['有人乱停占了车位', 'PARKING'],
    ['楼上楼下又吵架,请来调解', 'NEIGHBOURS'],
    ['想请人给老人送药', 'CARE_HELP'],
    ['有人飞线给电动车充电', 'SAFETY'],
    ['单元门门禁刷不开', 'PUBLIC_FACILITY'],
    ['公租房续租怎么办理', 'POLICY_ADVICE'],
    ['您好', 'OTHER'],
    ['the elevator is stuck', 'LIFT'],
    ['please uplift us', 'OTHER'],
  ])('%s: %s', (message, category) => {
    expect(read(message).category).toBe(category);
  });

  it('are all covered by words and by the cases above', () => {
    expect([...Object.keys(CATEGORY_WORDS), 'OTHER']).toEqual([...CATEGORY_CODES]);
  });

  it('give scores, highest first, counting a word once', () => {
    expect(read('垃圾垃圾垃圾,还有点吵').scores).toEqual([
      { category: 'SANITATION', score: 3 },
      { category: 'NOISE', score: 1 },
    ]);
  });

  it.each([
    ['楼道灯不亮', 'WORRY', 'USUAL'],
    ['楼道灯不亮,赶紧来', 'URGENT', 'USUAL'],
    ['有人困在电梯里', 'URGENT', 'THREAT'],
    ['楼上冒烟', 'URGENT', 'THREAT'],
    ['邻里纠纷', 'HARD', 'USUAL'],
  ])('%s is %s, %s', (message, kind, severity) => {
    expect(read(message)).toMatchObject({ kind, severity });
  });
});

describe('personal numbers', () => {
  it('move out of the text', () => {
    const proposal = read('9栋2单元602漏水,电话138-0013-8000,证件11010519491231002X');
    expect(proposal.phones).toEqual(['13800138000']);
    expect(proposal.flags).toEqual(['PERSONAL_ID_IN_TEXT']);
    expect(proposal.text).toBe('9栋2单元602漏水,电话[…],证件[…]');
  });

  it('are never read as a place', () => {
    expect(place('回电027-86001234')).toEqual([null, null, null]);
    expect(place('13800138000栋')).toEqual([null, null, null]);
    expect(place('138001380009栋2单元')).toEqual([9, 2, null]);
  });

  it('never remain, whatever stands around them', () => {
    const around = fc.string({ unit: fc.constantFrom('水', '9栋', ' ', ',', '-', '急!'), maxLength: 8 });
    fc.assert(
      fc.property(around, around, fc.integer({ min: 0, max: 99_999_999 }), (before, after, tail) => {
        const number = `138${String(tail).padStart(8, '0')}`;
        const proposal = read(`${before}${number}${after}`);
        expect(proposal.phones).toEqual([number]);
        expect(proposal.text).not.toContain(number);
      }),
    );
  });

  it('evidence always lies inside the message', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('九', '栋', '2', '单元', '602', '-', '污水', '快来', '\uff19', 'x') }),
        (message) => {
          for (const { start, end } of read(message).evidence) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(message.length);
          }
        },
      ),
    );
  });
});
