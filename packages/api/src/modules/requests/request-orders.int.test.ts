// Orders, extensions, further callers and reopenings on the engine under test: allowed, denied, conflicting and repeated.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import type { AdvanceRequest } from './advance-request.ts';
import type { CreateRequest } from './create-request.ts';
import type { RequestView } from './request-view.ts';
import { EVENING, type RequestsFixture, requestsFixture } from './requests-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

let f: RequestsFixture;
beforeAll(async () => {
  f = await requestsFixture();
});
afterAll(() => f.close());

const create = async (overrides: Partial<CreateRequest> = {}): Promise<RequestView> =>
  (await f.service.create(f.as('GRID_WORKER'), f.sewage(overrides)))!;
const step = (
  request: RequestView,
  action: AdvanceRequest['action'],
  rest: Partial<AdvanceRequest> = {},
): AdvanceRequest => ({
  request: request.id,
  action,
  clientEventId: newId(),
  ...rest,
});
const closing = { outcome: 'FULL', residentsWord: true } as const;

describe('dispatchRequest and the order', () => {
  it('needs a known organization and leave; a second dispatch to the same one is refused', async () => {
    const request = await create();
    const to = (organization: string) => ({ request: request.id, organization, clientEventId: newId() });
    expect(
      await refusalOf(
        f.service.dispatch(f.as('SECRETARY', 1), to(encodeId('Organization', f.world.communityId, newId()))),
      ),
    ).toBe('NOT_FOUND input.organization');
    expect(await refusalOf(f.service.dispatch(f.as('BRANCH_SECRETARY', 1), to(f.organization)))).toBe('FORBIDDEN');
    expect(await refusalOf(f.service.dispatch(f.as('GRID_WORKER', 1, { grid: 2 }), to(f.organization)))).toBe(
      'ACTOR_NOT_ALLOWED input.action',
    );
    const input = to(f.organization);
    await f.service.dispatch(f.as('SECRETARY', 1), input);
    await f.service.dispatch(f.as('SECRETARY', 1), input);
    expect(await f.count('work_orders', request.requestId)).toBe(1);
    expect(await refusalOf(f.service.dispatch(f.as('SECRETARY', 2), to(f.organization)))).toBe(
      'SAME_ORGANIZATION input.organization',
    );
  });

  it('is sent back with a reason: the firm arrives again, photos or a reason are asked again', async () => {
    const request = await create();
    await f.service.dispatch(f.as('SECRETARY', 1), {
      request: request.id,
      organization: f.organization,
      clientEventId: newId(),
    });
    const firm = (minutes: number, action: AdvanceRequest['action'], rest: Partial<AdvanceRequest> = {}) =>
      f.service.advance(f.as('PROPERTY_MANAGER', minutes), step(request, action, rest));
    await firm(2, 'TAKE');
    expect(await refusalOf(firm(3, 'ARRIVE'))).toBe('CREW_REQUIRED input.crew');
    await firm(3, 'ARRIVE', { crew: 1 });
    expect(await refusalOf(firm(4, 'FINISH'))).toBe('PHOTOS_REQUIRED input.photos');
    await firm(4, 'FINISH', { note: '居民不便拍照' });
    expect(await refusalOf(f.service.advance(f.as('GRID_WORKER', 5), step(request, 'START')))).toBe(
      'REASON_REQUIRED input.note',
    );
    const back = (await f.service.advance(f.as('GRID_WORKER', 5), step(request, 'START', { note: '还在渗水' })))!;
    expect(back.workOrders[0]).toMatchObject({ arrivedAt: null, crew: null, finishedAt: null });
    expect(back.stage).toBe('IN_PROGRESS');
    expect((await firm(9, 'ARRIVE', { crew: 3 }))!.workOrders[0]!.crew).toBe(3);
  });

  it('refuses a photo that is none, or another account’s', async () => {
    const request = await create();
    const worker = f.as('GRID_WORKER', 1);
    const text = await f.upload(worker, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    const photos = (upload: string) => ({ photos: [{ upload, phase: 'BEFORE' as const }] });
    expect(await refusalOf(f.service.advance(worker, step(request, 'ACCEPT', photos(text))))).toBe(
      'NOT_AN_IMAGE input.photos[0].upload',
    );
    const foreign = await f.upload(f.as('PLANNER'), Buffer.from('x'));
    expect(await refusalOf(f.service.advance(worker, step(request, 'ACCEPT', photos(foreign))))).toBe(
      'UPLOAD_NOT_FOUND input.photos[0].upload',
    );
    expect(await f.count('request_steps', request.requestId)).toBe(1);
  });
});

describe('an extension', () => {
  it('is asked for with a reason, decided by a secretary, and starts a new clock', async () => {
    const request = await create();
    await f.service.advance(f.as('GRID_WORKER', 1), step(request, 'ACCEPT'));
    const until = new Date('2026-07-10T04:30:00Z');
    const ask = (rest: Partial<AdvanceRequest>) =>
      f.service.advance(f.as('GRID_WORKER', 2), step(request, 'REQUEST_EXTENSION', rest));
    expect(await refusalOf(ask({ until }))).toBe('REASON_REQUIRED input.note');
    expect(await refusalOf(ask({ until: new Date(EVENING), note: '等配件' }))).toBe('EXTENSION_NOT_LATER input.until');
    expect((await ask({ until, note: '等配件' }))?.extension).toMatchObject({
      until,
      reason: '等配件',
      decidedAt: null,
      approved: null,
    });
    expect(await refusalOf(ask({ until, note: '再等' }))).toBe('EXTENSION_PENDING input.action');
    expect(await refusalOf(f.service.advance(f.as('GRID_WORKER', 3), step(request, 'APPROVE_EXTENSION')))).toBe(
      'ACTOR_NOT_ALLOWED input.action',
    );
    const approved = (await f.service.advance(f.as('SECRETARY', 3), step(request, 'APPROVE_EXTENSION')))!;
    expect(approved).toMatchObject({ dueAt: until, extension: { approved: true } });
    expect((await f.events(request.requestId)).at(-1)).toMatchObject({
      kind: 'request.extended',
      data: { dueAt: until.getTime() },
    });
    const spans = await f.database.read<{ minutes: number | null }>(
      SYSTEM,
      sql`
      select (ms(closed_at) - ms(opened_at)) / 60000 as minutes from request_spans
      where community_id = ${f.world.communityId}::uuid and request_id = ${request.requestId}::uuid order by opened_at`,
    );
    expect(spans.map(({ minutes }) => minutes)).toEqual([3, null]);
    expect(
      await refusalOf(f.service.advance(f.as('SECRETARY', 4), step(request, 'REFUSE_EXTENSION', { note: '不行' }))),
    ).toBe('NO_EXTENSION_PENDING input.action');
  });

  it('is not decided by who asked', async () => {
    const request = await create();
    const secretary = f.as('SECRETARY', 1);
    // On call, so that the secretary speaks as a responsible person too.
    await f.service.advance(secretary, step(request, 'ACCEPT'));
    await f.service.advance(
      secretary,
      step(request, 'REQUEST_EXTENSION', { until: new Date('2026-07-10T04:30:00Z'), note: '等配件' }),
    );
    expect(await refusalOf(f.service.advance(secretary, step(request, 'APPROVE_EXTENSION')))).toBe(
      'OWN_EXTENSION input.action',
    );
  });
});

describe('joinRequest and reopenRequest', () => {
  it('adds callers to an open request, counts them once each, and not to a closed one', async () => {
    const request = await create();
    const input = {
      request: request.id,
      callerName: '周阿姨',
      callerPhone: '13900000001',
      door: '302',
      clientEventId: newId(),
    };
    await f.service.join(f.as('GRID_WORKER', 1), input);
    const joined = (await f.service.join(f.as('GRID_WORKER', 1), input))!;
    expect(joined).toMatchObject({ callerCount: 2, stage: 'REPORTED', door: '201' });
    expect(joined.steps.map(({ action }) => action)).toEqual([null, 'JOIN']);
    expect([
      await f.count('request_callers', request.requestId),
      (await f.events(request.requestId)).map(({ kind }) => kind),
    ]).toEqual([2, ['request.created', 'request.joined']]);
    expect(await refusalOf(f.service.join(f.as('PROPERTY_MANAGER', 1), { ...input, clientEventId: newId() }))).toBe(
      'FORBIDDEN',
    );
    await f.service.advance(f.as('GRID_WORKER', 2), step(request, 'SOLVE_IN_GRID'));
    await f.service.advance(f.as('GRID_WORKER', 3), step(request, 'CLOSE', closing));
    expect(await refusalOf(f.service.join(f.as('GRID_WORKER', 4), { ...input, clientEventId: newId() }))).toBe(
      'ACTION_NOT_AT_STAGE input.request',
    );
  });

  it('reopens only what is closed, with a reason, by the grid, once', async () => {
    const request = await create();
    const reopen = (reason: string, clientEventId = newId()) =>
      f.service.reopen(f.as('GRID_WORKER', 9), { request: request.id, reason, clientEventId });
    expect(await refusalOf(reopen('又来了'))).toBe('ACTION_NOT_AT_STAGE input.action');
    await f.service.advance(
      f.as('GRID_WORKER', 2),
      step(request, 'CLOSE', { outcome: 'REFERRED', residentsWord: true }),
    );
    expect(await refusalOf(reopen(' '))).toBe('INVALID_TEXT_BLANK input.reason');
    expect(
      await refusalOf(
        f.service.reopen(f.as('GRID_WORKER', 9, { grid: 3 }), {
          request: request.id,
          reason: '又来了',
          clientEventId: newId(),
        }),
      ),
    ).toBe('ACTOR_NOT_ALLOWED input.action');
    const once = newId();
    await reopen('又来了', once);
    expect((await reopen('又来了', once))?.reopenedCount).toBe(1);
    expect(await refusalOf(reopen('再来'))).toBe('ACTION_NOT_AT_STAGE input.action');
  });
});
