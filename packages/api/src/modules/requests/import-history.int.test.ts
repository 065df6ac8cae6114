// Whole histories written in bulk: the same rows, clocks and events as live moves would leave, and all or nothing.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { importHistory } from './import-history.ts';
import type { RequestHistory } from './request-history.ts';
import { EVENING, type RequestsFixture, requestsFixture } from './requests-fixture.ts';

let f: RequestsFixture;
beforeAll(async () => {
  f = await requestsFixture();
});
afterAll(() => f.close());

const DAY = 86_400_000;
const at = (daysAgo: number, minutes = 0) => new Date(EVENING.getTime() - daysAgo * DAY + minutes * 60_000);
const by = () => ({ accountId: f.world.accountIds['GRID_WORKER']!, personId: f.world.personIds['worker1']! });
const history = (daysAgo: number, rest: Partial<RequestHistory> = {}): RequestHistory => ({
  id: newId(),
  entranceId: f.world.entranceIds['1-2']!,
  gridId: f.world.gridIds[1]!,
  category: 'SEWAGE',
  kind: 'URGENT',
  createdAt: at(daysAgo),
  by: by(),
  text: '厨房返水',
  caller: { name: '陶师傅', phone: '13800000000', door: '201' },
  responsibleId: f.world.personIds['worker1']!,
  onCallId: null,
  offDuty: true,
  routing: [{ code: 'BY_GRID', params: {} }],
  moves: [],
  ...rest,
});
/** Dispatched, done and closed within two hours. */
const finished = (daysAgo: number): RequestHistory =>
  history(daysAgo, {
    moves: [
      { action: 'ACCEPT', at: at(daysAgo, 5), by: by() },
      { action: 'DISPATCH', at: at(daysAgo, 8), by: by(), organizationId: f.world.organizationId },
      { action: 'TAKE', at: at(daysAgo, 12), by: by() },
      { action: 'ARRIVE', at: at(daysAgo, 40), by: by(), crew: 2 },
      { action: 'FINISH', at: at(daysAgo, 90), by: by(), note: '已疏通' },
      { action: 'VERIFY', at: at(daysAgo, 100), by: by() },
      { action: 'CLOSE', at: at(daysAgo, 110), by: by(), outcome: 'FULL' },
    ],
  });
const write = async (histories: readonly RequestHistory[], defer = false) => {
  const rules = await f.neighbours.clockRules(
    await f.callerFor(f.as('SECRETARY')).then(({ access }) => access),
    EVENING,
  );
  return f.database.write({ scope: SYSTEM, communityId: f.world.communityId, actorId: null, now: EVENING }, (tx) =>
    importHistory(tx, histories, rules, { defer }),
  );
};

describe('histories', () => {
  it('give finished and open requests as if they had been lived', async () => {
    const [open, done] = [history(1, { category: 'LIGHTING' }), finished(20)];
    await write([open, done]);
    const views = await f.reader.byIds(await f.callerFor(f.as('SECRETARY')), [done.id, open.id]);
    expect(views.map((view) => [view.number, view.stage, view.outcome, view.overdue, view.text, view.door])).toEqual([
      [1, 'CLOSED', 'FULL', false, '厨房返水', '201'],
      [2, 'REPORTED', null, false, '厨房返水', '201'],
    ]);
    expect(views[0]!.steps.map((step) => [step.action, step.to])).toEqual([
      [null, 'REPORTED'],
      ['ACCEPT', 'ACCEPTED'],
      ['DISPATCH', 'FILED'],
      ['DISPATCH', 'DISPATCHED'],
      ['TAKE', 'DISPATCHED'],
      ['TAKE', 'IN_PROGRESS'],
      ['ARRIVE', 'IN_PROGRESS'],
      ['FINISH', 'IN_PROGRESS'],
      ['FINISH', 'REPORTED_BACK'],
      ['VERIFY', 'VERIFIED'],
      ['CLOSE', 'CLOSED'],
    ]);
    expect(views[0]!.workOrders[0]).toMatchObject({
      crew: 2,
      organizationId: f.world.organizationId,
      acceptedAt: at(20, 12),
      finishedAt: at(20, 90),
    });
    expect((await f.events(done.id)).map(({ kind, at: ms }) => [kind, ms - at(20).getTime()])).toEqual([
      ['request.created', 0],
      ...[5, 8, 12, 40, 90, 100].map((minutes) => ['request.advanced', minutes * 60_000]),
      ['request.closed', 110 * 60_000],
    ]);
  });

  it('go on live where they were left, with the next number', async () => {
    const open = history(0.5);
    await write([open]);
    const caller = await f.callerFor(f.as('GRID_WORKER', 1));
    const [view] = await f.reader.byIds(caller, [open.id]);
    const accepted = await f.service.advance(f.as('GRID_WORKER', 1), {
      request: view!.id,
      action: 'ACCEPT',
      expectedSteps: 1,
      clientEventId: newId(),
    });
    expect(accepted!.stage).toBe('ACCEPTED');
    expect((await f.service.create(f.as('GRID_WORKER', 2), f.sewage()))!.number).toBe(view!.number + 1);
  });

  it('log their events in order of time over all requests, or hand them over', async () => {
    const before = await f.count('events');
    const events = await write([finished(9), finished(9.01), finished(30)], true);
    expect([events.length, await f.count('events')]).toEqual([24, before]);
    const times = events.map((event) => event.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('that could not have happened are refused as a whole', async () => {
    const before = await f.count('service_requests');
    const impossible = history(3, { moves: [{ action: 'TAKE', at: at(3, 1), by: by() }] });
    await expect(write([finished(4), impossible])).rejects.toThrow(
      'TAKE at 2026-07-04T10:02:00.000Z is refused: ACTION_NOT_AT_STAGE',
    );
    expect(await f.count('service_requests')).toBe(before);
  });

  it('of 90 days stay one statement a table and batch', async () => {
    const before = await f.count('service_requests');
    await write(Array.from({ length: 1_100 }, (_, index) => finished(1 + index / 13)));
    expect(await f.count('service_requests')).toBe(before + 1_100);
    const [spans] = await f.database.read<{ closed: number }>(
      SYSTEM,
      sql`
      select count(*)::int as closed from request_spans where community_id = ${f.world.communityId}::uuid and closed_at - opened_at = interval '110 minutes'`,
    );
    expect(spans!.closed).toBe(1_100 + 1 + 3);
  });
});
