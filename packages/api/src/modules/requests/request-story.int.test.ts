// Plays the sewage evening through the service on the engine under test: stamps in order, clocks, photos, events, the reply.
import 'reflect-metadata';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import type { RequestView } from './request-view.ts';
import { EVENING, type RequestsFixture, requestsFixture } from './requests-fixture.ts';

let fixture: RequestsFixture;
beforeAll(async () => {
  fixture = await requestsFixture();
});
afterAll(() => fixture.close());

const minutesAfter = (at: Date | null) => (at === null ? null : (at.getTime() - EVENING.getTime()) / 60_000);

describe('the sewage evening', () => {
  let request: RequestView;

  it('is reported after hours: urgent, 15 minutes to answer, four working hours to finish, the worker named though off duty', async () => {
    request = (await fixture.service.create(fixture.as('GRID_WORKER'), fixture.sewage()))!;
    expect(request).toMatchObject({
      number: 1,
      kind: 'URGENT',
      title: '排水返污',
      stage: 'REPORTED',
      text: '隔壁污水返到我家厨房来了',
      door: '201',
      offDuty: true,
      callerCount: 1,
      overdue: false,
      reply: null,
      routing: ['由所在网格的网格员负责。', '责任人已下班,责任不变。', '同时通知值班人员。'],
      actions: ['ACCEPT', 'DISPATCH', 'CLOSE', 'SOLVE_IN_GRID', 'JOIN'],
    });
    expect(request.responsibleId).toBe(fixture.world.personIds['worker1']);
    expect(minutesAfter(request.respondDueAt)).toBe(15);
    expect(request.dueAt.toISOString()).toBe('2026-07-08T04:30:00.000Z');
    expect(await fixture.events(request.requestId)).toEqual([
      {
        kind: 'request.created',
        at: EVENING.getTime(),
        data: {
          category: 'SEWAGE',
          kind: 'URGENT',
          stage: 'REPORTED',
          openedAt: EVENING.getTime(),
          dueAt: Date.parse('2026-07-08T04:30:00Z'),
        },
      },
    ]);
  });

  it('is dispatched, taken, reached by two, finished with photos and closed on the resident’s word', async () => {
    const { service, as, organization } = fixture;
    const id = request.id;
    const dispatched = await service.dispatch(as('GRID_WORKER', 2), {
      request: id,
      organization,
      note: '请尽快上门',
      clientEventId: newId(),
    });
    expect(minutesAfter(dispatched!.workOrders[0]!.answerDueAt)).toBe(17);
    const move = (minutes: number, input: object) =>
      service.advance(as('PROPERTY_MANAGER', minutes), { request: id, clientEventId: newId(), ...input } as Parameters<
        typeof service.advance
      >[1]);
    expect((await move(6, { action: 'TAKE' }))?.actions).toEqual(['ARRIVE', 'REQUEST_EXTENSION']);
    await move(31, {
      action: 'ARRIVE',
      crew: 2,
      photos: [{ upload: await fixture.upload(as('PROPERTY_MANAGER'), await photo('red')), phase: 'BEFORE' }],
    });
    const upload = await fixture.upload(as('PROPERTY_MANAGER'), await photo('green'));
    await move(96, { action: 'FINISH', photos: [{ upload, phase: 'AFTER' }], note: '主管堵塞,已疏通' });
    const closed = await service.advance(as('GRID_WORKER', 112), {
      request: id,
      action: 'CLOSE',
      outcome: 'FULL',
      residentsWord: true,
      note: '居民说水退了',
      clientEventId: newId(),
    });
    expect(closed!.steps.map((step) => [step.action, step.to, minutesAfter(step.at)])).toEqual([
      [null, 'REPORTED', 0],
      ['DISPATCH', 'ACCEPTED', 2],
      ['DISPATCH', 'FILED', 2],
      ['DISPATCH', 'DISPATCHED', 2],
      ['TAKE', 'DISPATCHED', 6],
      ['TAKE', 'IN_PROGRESS', 6],
      ['ARRIVE', 'IN_PROGRESS', 31],
      ['FINISH', 'IN_PROGRESS', 96],
      ['FINISH', 'REPORTED_BACK', 96],
      ['CLOSE', 'REPORTED_BACK', 112],
      ['CLOSE', 'CLOSED', 112],
    ]);
    expect(closed!.steps.flatMap((step) => step.note ?? [])).toEqual(['请尽快上门', '主管堵塞,已疏通', '居民说水退了']);
    expect(closed!.steps[4]!.actor).toBe('小样property');
    expect(closed).toMatchObject({
      stage: 'CLOSED',
      outcome: 'FULL',
      overdue: false,
      actions: ['REOPEN'],
      reply:
        '您好!您7月7日18:01反映的排水返污问题,已处理完毕(7月7日19:53结案)。如再次出现,请随时联系我们。感谢您的反映!',
    });
    expect(minutesAfter(closed!.respondedAt)).toBe(2);
    const [order] = closed!.workOrders;
    expect([order!.acceptedAt, order!.arrivedAt, order!.finishedAt].map(minutesAfter)).toEqual([6, 31, 96]);
    expect(order!.crew).toBe(2);
    expect(
      (await fixture.events(request.requestId)).map(
        ({ kind, data }) => `${kind} ${'action' in data ? String(data.action) : ''}`,
      ),
    ).toEqual([
      'request.created ',
      'request.advanced DISPATCH',
      'request.advanced TAKE',
      'request.advanced ARRIVE',
      'request.advanced FINISH',
      'request.closed ',
    ]);
  });

  it('keeps photos upright, within 2048 px, without EXIF', async () => {
    const [view] = await fixture.reader.byIds(await fixture.callerFor(fixture.as('SECRETARY', 120)), [
      request.requestId,
    ]);
    expect(view!.photos.map(({ phase }) => phase)).toEqual(['BEFORE', 'AFTER']);
    const kept = await sharp(await fixture.files.read(view!.photos[0]!.url.replace('/files/', ''))).metadata();
    // 3000 × 1000 as taken, lying on its side.
    expect(kept).toMatchObject({ format: 'jpeg', width: 683, height: 2048 });
    expect([kept.exif, kept.icc, kept.xmp, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('reads as it was at any earlier instant, whatever came later', async () => {
    const caller = await fixture.callerFor(fixture.as('SECRETARY', 200));
    const at = async (minutes: number) => {
      const [view] = await fixture.reader.byIds(
        caller,
        [request.requestId],
        new Date(EVENING.getTime() + minutes * 60_000),
      );
      return [
        view!.stage,
        view!.steps.length,
        view!.photos.length,
        view!.workOrders[0]?.crew ?? null,
        view!.closedAt !== null,
      ];
    };
    expect([await at(0), await at(2), await at(31), await at(111), await at(112)]).toEqual([
      ['REPORTED', 1, 0, null, false],
      ['DISPATCHED', 4, 0, null, false],
      ['IN_PROGRESS', 7, 1, 2, false],
      ['REPORTED_BACK', 9, 2, 2, false],
      ['CLOSED', 11, 2, 2, true],
    ]);
  });

  it('is reopened in one action with a reason: history kept, clock and responsibility new, reply gone', async () => {
    const reopened = await fixture.service.reopen(fixture.as('GRID_WORKER', 24 * 60), {
      request: request.id,
      reason: '又返水了',
      clientEventId: newId(),
    });
    expect(reopened).toMatchObject({ stage: 'ACCEPTED', outcome: null, closedAt: null, reopenedCount: 1, reply: null });
    expect(reopened!.steps.slice(11).map(({ action, to, note }) => [action, to, note])).toEqual([
      ['REOPEN', 'ACCEPTED', null],
      ['REOPEN', 'ACCEPTED', '又返水了'],
    ]);
    expect(reopened!.steps.filter(({ to }) => to === 'CLOSED')).toHaveLength(1);
    expect(reopened!.dueAt.toISOString()).toBe('2026-07-09T04:30:00.000Z');
    expect(await fixture.events(request.requestId).then((all) => all.at(-1))).toMatchObject({
      kind: 'request.reopened',
      data: { stage: 'ACCEPTED', dueAt: Date.parse('2026-07-09T04:30:00Z') },
    });
  });
});

/** A photo that lies on its side and says where it was taken. */
function photo(background: string): Promise<Buffer> {
  return sharp({ create: { width: 3000, height: 1000, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'Phone', Copyright: 'somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 37/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
