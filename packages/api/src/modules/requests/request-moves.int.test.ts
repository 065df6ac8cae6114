// Reporting and advancing a request on the engine under test: denied, conflicting and repeated; the story shows what is allowed.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

describe('createRequest', () => {
  it('counts numbers up without gaps, also after a refusal', async () => {
    const first = await create();
    expect(await refusalOf(create({ callerPhone: '1380000' }))).toBe('PHONE_INVALID input.callerPhone');
    expect((await create()).number).toBe(first.number + 1);
  });

  it('takes the kind given over the usual one and leaves the clock alone', async () => {
    const worry = await create({ kind: 'WORRY', callerName: null, callerPhone: ' ', door: null });
    expect(worry).toMatchObject({ kind: 'WORRY', door: null });
    expect(worry.dueAt.toISOString()).toBe('2026-07-08T04:30:00.000Z');
  });

  it.each([
    ['a resident id in the text', { text: '身份证11010519491231002X请查' }, 'PERSONAL_ID_IN_TEXT input.text'],
    ['blank text', { text: ' \u200b ' }, 'INVALID_TEXT_BLANK input.text'],
    ['NUL', { text: 'a\0b' }, 'INVALID_TEXT_NUL input.text'],
    ['a flood', { text: '水'.repeat(2_001) }, 'TOO_LONG input.text'],
    ['a long name', { callerName: '陶'.repeat(41) }, 'TOO_LONG input.callerName'],
    ['an unknown category', { category: 'METEOR' }, 'BAD_USER_INPUT input.category'],
    ['a stray entrance', { entrance: 'e123' }, 'BAD_ID input.entrance'],
    [
      'a device 6 minutes ahead',
      { clientTime: new Date(EVENING.getTime() + 6 * 60_000) },
      'CLOCK_SKEW input.clientTime',
    ],
    ['an id that is no UUID', { clientEventId: 'x' }, 'BAD_ID input.clientEventId'],
  ])('refuses %s and writes nothing', async (_name, overrides, refusal) => {
    const before = await f.count('service_requests');
    expect(await refusalOf(create(overrides))).toBe(refusal);
    expect(await f.count('service_requests')).toBe(before);
  });

  it('refuses an entrance that is not there, another community, and roles without leave', async () => {
    expect(await refusalOf(create({ entrance: encodeId('Entrance', f.world.communityId, newId()) }))).toBe(
      'NOT_FOUND input.entrance',
    );
    expect(await refusalOf(create({ entrance: encodeId('Entrance', newId(), newId()) }))).toBe(
      'NOT_FOUND input.entrance',
    );
    expect(await refusalOf(create({ community: '420100000009' }))).toBe('NOT_FOUND');
    for (const role of [
      'PLANNER',
      'PROPERTY_MANAGER',
      'STREET_REVIEWER',
      'POLICE',
      'ADMINISTRATOR',
      'VOLUNTEER',
    ] as const) {
      expect(await refusalOf(f.service.create(f.as(role), f.sewage()))).toBe('FORBIDDEN');
    }
    expect(await refusalOf(f.service.create(f.as('SECRETARY', 0, { screen: true }), f.sewage()))).toBe(
      'SCREEN_READ_ONLY',
    );
    expect(await refusalOf(f.service.create({ ...f.as('SECRETARY'), actor: null }, f.sewage()))).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('answers a repetition with the same request, and refuses another body under the same id', async () => {
    const input = f.sewage({ clientTime: EVENING });
    const [first, again] = [
      (await f.service.create(f.as('GRID_WORKER'), input))!,
      (await f.service.create(f.as('GRID_WORKER', 3), { ...input }))!,
    ];
    expect(again.requestId).toBe(first.requestId);
    expect([
      await f.count('service_requests', first.requestId),
      await f.count('request_callers', first.requestId),
      (await f.events(first.requestId)).length,
    ]).toEqual([1, 1, 1]);
    expect(await refusalOf(f.service.create(f.as('GRID_WORKER'), { ...input, text: '别的事' }))).toBe(
      'IDEMPOTENCY_MISMATCH input.clientEventId',
    );
  });
});

describe('advanceRequest', () => {
  it('is refused to other grids, branch secretaries of them, planners; other firms’ orders look absent', async () => {
    const request = await create();
    expect(await refusalOf(f.service.advance(f.as('GRID_WORKER', 1, { grid: 3 }), step(request, 'ACCEPT')))).toBe(
      'ACTOR_NOT_ALLOWED input.action',
    );
    expect(await refusalOf(f.service.advance(f.as('PLANNER', 1), step(request, 'ACCEPT')))).toBe('FORBIDDEN');
    expect(await refusalOf(f.service.advance(f.as('PROPERTY_MANAGER', 1), step(request, 'TAKE')))).toBe(
      'NOT_FOUND input.request',
    );
    const absent = { ...step(request, 'TAKE'), request: encodeId('ServiceRequest', f.world.communityId, newId()) };
    expect(await refusalOf(f.service.advance(f.as('PROPERTY_MANAGER', 1), absent))).toBe('NOT_FOUND input.request');
    expect(await refusalOf(f.service.advance(f.as('SECRETARY', 1, { screen: true }), step(request, 'ACCEPT')))).toBe(
      'SCREEN_READ_ONLY',
    );
    expect(await f.count('request_steps', request.requestId)).toBe(1);
  });

  it('refuses what the stage does not allow and what is not given, and says where', async () => {
    const request = await create();
    const worker = f.as('GRID_WORKER', 1);
    expect(await refusalOf(f.service.advance(worker, step(request, 'VERIFY')))).toBe(
      'ACTION_NOT_AT_STAGE input.action',
    );
    expect(await refusalOf(f.service.advance(worker, step(request, 'CLOSE', { residentsWord: true })))).toBe(
      'OUTCOME_REQUIRED input.outcome',
    );
    expect(await refusalOf(f.service.advance(worker, step(request, 'CLOSE', closing)))).toBe(
      'OUTCOME_NOT_AT_STAGE input.outcome',
    );
    expect(await refusalOf(f.service.advance(worker, step(request, 'DISPATCH')))).toBe(
      'ORGANIZATION_REQUIRED input.organization',
    );
    expect(await refusalOf(f.service.advance(worker, step(request, 'JOIN')))).toBe('BAD_USER_INPUT input.action');
    await f.service.advance(worker, step(request, 'SOLVE_IN_GRID'));
    expect(await refusalOf(f.service.advance(worker, step(request, 'CLOSE', { outcome: 'FULL' })))).toBe(
      'VERIFICATION_REQUIRED input.residentsWord',
    );
  });

  it('refuses who saw fewer steps as STALE', async () => {
    const request = await create();
    await f.service.advance(f.as('SECRETARY', 1), step(request, 'ACCEPT', { expectedSteps: 1 }));
    expect(
      await refusalOf(f.service.advance(f.as('GRID_WORKER', 2), step(request, 'FILE', { expectedSteps: 1 }))),
    ).toBe('STALE input.expectedSteps');
    expect(
      await refusalOf(f.service.advance(f.as('GRID_WORKER', 2), step(request, 'FILE', { expectedSteps: 2 }))),
    ).toBe('done');
  });

  it('lets one of two closings at the same moment through', async () => {
    const request = await create();
    await f.service.advance(f.as('GRID_WORKER', 1), step(request, 'SOLVE_IN_GRID'));
    const both = await Promise.all([
      refusalOf(f.service.advance(f.as('GRID_WORKER', 5), step(request, 'CLOSE', closing))),
      refusalOf(f.service.advance(f.as('SECRETARY', 5), step(request, 'CLOSE', closing))),
    ]);
    expect(both.toSorted()).toEqual(['ACTION_NOT_AT_STAGE input.action', 'done']);
    expect((await f.events(request.requestId)).map(({ kind }) => kind)).toEqual([
      'request.created',
      'request.advanced',
      'request.closed',
    ]);
  });

  it('answers a repetition with one row and one event, also when sent twice at the same moment', async () => {
    const request = await create();
    const input = step(request, 'ACCEPT');
    const answers = await Promise.all([
      f.service.advance(f.as('GRID_WORKER', 1), input),
      f.service.advance(f.as('GRID_WORKER', 1), input),
    ]);
    expect(answers.map((view) => [view!.stage, view!.steps.length])).toEqual([
      ['ACCEPTED', 2],
      ['ACCEPTED', 2],
    ]);
    expect([(await f.events(request.requestId)).length, await f.count('request_steps', request.requestId)]).toEqual([
      2, 2,
    ]);
    expect(await refusalOf(f.service.advance(f.as('GRID_WORKER', 2), { ...input, action: 'FILE' }))).toBe(
      'IDEMPOTENCY_MISMATCH input.clientEventId',
    );
  });

  it('never writes a history that runs backwards, whatever a server’s clock says', async () => {
    const request = await create();
    await f.service.advance(f.as('GRID_WORKER', 10), step(request, 'SOLVE_IN_GRID'));
    const closed = (await f.service.advance(f.as('GRID_WORKER', 8), step(request, 'CLOSE', closing)))!;
    const [view] = await f.reader.byIds(await f.callerFor(f.as('SECRETARY', 30)), [closed.requestId]);
    expect(view!.steps.map((each) => (each.at.getTime() - EVENING.getTime()) / 60_000)).toEqual([0, 10, 10, 10]);
  });

  it('closes a duplicate only with the request it repeats', async () => {
    const [original, request] = [await create(), await create()];
    const duplicate = { outcome: 'DUPLICATE' } as const;
    expect(await refusalOf(f.service.advance(f.as('GRID_WORKER', 1), step(request, 'CLOSE', duplicate)))).toBe(
      'DUPLICATE_OF_REQUIRED input.duplicateOf',
    );
    expect(
      await refusalOf(
        f.service.advance(f.as('GRID_WORKER', 1), step(request, 'CLOSE', { ...duplicate, duplicateOf: request.id })),
      ),
    ).toBe('DUPLICATE_OF_REQUIRED input.duplicateOf');
    const absent = encodeId('ServiceRequest', f.world.communityId, newId());
    expect(
      await refusalOf(
        f.service.advance(f.as('GRID_WORKER', 1), step(request, 'CLOSE', { ...duplicate, duplicateOf: absent })),
      ),
    ).toBe('NOT_FOUND input.duplicateOf');
    const closed = await f.service.advance(
      f.as('GRID_WORKER', 1),
      step(request, 'CLOSE', { ...duplicate, duplicateOf: original.id }),
    );
    expect(closed).toMatchObject({ stage: 'CLOSED', outcome: 'DUPLICATE', duplicateOfId: original.requestId });
    const ring = step(original, 'CLOSE', { ...duplicate, duplicateOf: request.id });
    expect(await refusalOf(f.service.advance(f.as('GRID_WORKER', 2), ring))).toBe(
      'DUPLICATE_OF_REQUIRED input.duplicateOf',
    );
  });

  it('tells what a duplicate repeats, until it is reopened', async () => {
    const [original, request] = [await create(), await create()];
    const closing = step(request, 'CLOSE', { outcome: 'DUPLICATE', duplicateOf: original.id });
    await f.service.advance(f.as('GRID_WORKER', 1), closing);
    const reopening = { request: request.id, reason: '不是同一件', clientEventId: newId() };
    expect(await f.service.reopen(f.as('GRID_WORKER', 2), reopening)).toMatchObject({ duplicateOfId: null });
  });
});
