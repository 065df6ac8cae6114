// Pasted messages against the small world's buildings: number, alias, single entrances, and what is left open.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestQueries } from './request.queries.ts';
import { type RequestsFixture, requestsFixture } from './requests-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

let f: RequestsFixture;
beforeAll(async () => {
  f = await requestsFixture();
});
afterAll(() => f.close());
const read = (text: string) =>
  new RequestQueries(f.access.guard, f.deps).readMessage(f.as('GRID_WORKER'), f.world.code, text);
const placed = async (text: string) => {
  const { buildingId, entranceId, door } = await read(text);
  const nameOf = (ids: Readonly<Record<string, string>>, id: string | null) =>
    Object.entries(ids).find(([, each]) => each === id)?.[0] ?? null;
  return [nameOf(f.world.buildingIds, buildingId), nameOf(f.world.entranceIds, entranceId), door];
};

describe('a pasted message', () => {
  it('proposes place, category, kind and phone, with the words it was read from', async () => {
    expect(await read('1栋2单元201 隔壁返污水到厨房了,快来人 13800000000')).toMatchObject({
      buildingId: f.world.buildingIds[1],
      entranceId: f.world.entranceIds['1-2'],
      door: '201',
      category: { code: 'SEWAGE', name: '排水返污' },
      kind: 'URGENT',
      phone: '13800000000',
      text: '1栋2单元201 隔壁返污水到厨房了,快来人 […]',
    });
    expect((await read('1栋2单元201 污水')).evidence).toEqual(expect.arrayContaining(['1栋', '2单元', '201', '污水']));
  });

  it.each([
    ['二栋一单元101漏水', ['2', '2-1', '101']],
    ['3栋楼道灯坏了', ['3', null, null]],
    ['南一栋2单元门口有垃圾', ['1', '1-2', null]],
    ['99栋漏水', [null, null, null]],
    ['我家漏水', [null, null, null]],
    ['1栋9单元', ['1', null, null]],
    ["'; drop table buildings; --%_", [null, null, null]],
  ])('%s', async (text, place) => {
    expect(await placed(text)).toEqual(place);
  });

  it('is refused when it is a flood, and to roles that do not report', async () => {
    expect(await refusalOf(read('水'.repeat(4_001)))).toBe('TOO_LONG text');
    expect(
      await refusalOf(new RequestQueries(f.access.guard, f.deps).readMessage(f.as('PLANNER'), f.world.code, '1栋')),
    ).toBe('FORBIDDEN');
  });
});
