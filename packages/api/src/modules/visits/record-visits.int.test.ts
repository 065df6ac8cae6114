// Recording visits on the engine under test: allowed, denied, refused, repeated; many doors; nothing half-written.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#platform/actor';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import { storeDoors } from '../../../test/testkit/many-doors.ts';
import { visitsFixture, type VisitsFixture } from '../../../test/testkit/visits-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

let fixture: VisitsFixture;
beforeAll(async () => {
  fixture = await visitsFixture();
}, 180_000);
afterAll(() => fixture.close());
beforeEach(async () => {
  for (const table of ['visit_notes', 'visit_visitors', 'visits'])
    await fixture.database.engine.asOwner(sql([`truncate ${table} cascade`]));
});

/** Rows written by a call. */
async function written(call: () => Promise<unknown>) {
  const before = (await fixture.counts())!;
  const result = await refusalOf(call());
  const after = (await fixture.counts())!;
  return {
    result,
    visits: after.visits - before.visits,
    visitors: after.visitors - before.visitors,
    notes: after.notes - before.notes,
    events: after.events - before.events,
  };
}
const NOTHING = { visits: 0, visitors: 0, notes: 0, events: 0 };

describe('recording', () => {
  it('writes visit, visitor, note and one event a door, and answers visits, doors and the next one due', async () => {
    const { service, as, input, door, world } = fixture;
    const context = as('GRID_WORKER');
    const given = input(
      {},
      {
        visits: [
          { dwelling: door('1-1-1-2'), outcome: 'MET', note: ' 下周再来 ' },
          { dwelling: door('1-1-2-1'), outcome: 'NOT_HOME' },
        ],
      },
    );
    const recorded = await service.record(context, given);

    expect(await fixture.counts()).toMatchObject({ visits: 2, visitors: 2, notes: 1 });
    const visits = await service.recordedVisits(context, recorded);
    expect(visits.map(({ outcome, door: label, at, visitorIds }) => ({ outcome, label, at, visitorIds }))).toEqual([
      { outcome: 'MET', label: '102', at: context.clock.now(), visitorIds: [world.personIds['worker1']] },
      { outcome: 'NOT_HOME', label: '201', at: context.clock.now(), visitorIds: [world.personIds['worker1']] },
    ]);
    const doors = await service.recordedDoors(context, recorded);
    expect(doors.map(({ id, look, duty }) => ({ id, look, duty }))).toEqual([
      { id: door('1-1-1-2'), look: 'MET', duty: 'DONE' },
      { id: door('1-1-2-1'), look: 'NOT_HOME', duty: 'NOT_DUE' },
    ]);
    expect(await service.nextDue(context, recorded)).toBe(door('1-1-1-1'));

    const events = await fixture.database.read(
      SYSTEM,
      sql`
      select entrance_id as "entranceId", household_id as "householdId", data, ms(at) as at from events
      where community_id = ${world.communityId}::uuid and kind = 'visit.recorded' order by seq desc limit 2`,
    );
    expect(events.toReversed()).toEqual([
      {
        entranceId: world.entranceIds['1-1'],
        householdId: world.householdIds['1-1-1-2'],
        data: { outcome: 'MET' },
        at: context.clock.now().getTime(),
      },
      {
        entranceId: world.entranceIds['1-1'],
        householdId: world.householdIds['1-1-2-1'],
        data: { outcome: 'NOT_HOME' },
        at: context.clock.now().getTime(),
      },
    ]);
    const [note] = await fixture.database.read<{ note: string }>(
      SYSTEM,
      sql`select note from visit_notes where community_id = ${world.communityId}::uuid`,
    );
    expect(note).toEqual({ note: '下周再来' });
  });

  it('keeps the device’s time beside the server’s, and every visitor once', async () => {
    const { service, as, input, world } = fixture;
    const person = (key: string) => encodeId('Person', world.communityId, world.personIds[key]!);
    const clientTime = new Date(as('SECRETARY').clock.now().getTime() - 3_600_000);
    const recorded = await service.record(
      as('SECRETARY'),
      input({ '3-2-2-1': 'MET' }, { clientTime, visitors: [person('worker2'), person('branch2'), person('worker2')] }),
    );
    const [visit] = await service.recordedVisits(as('SECRETARY'), recorded);
    expect(visit).toMatchObject({ clientTime, at: as('SECRETARY').clock.now() });
    expect(new Set(visit?.visitorIds)).toEqual(new Set([world.personIds['worker2'], world.personIds['branch2']]));
  });

  it('notes a knock at a vacant door without a household', async () => {
    const { service, as, input, world } = fixture;
    await service.record(as('SECRETARY'), input({ '4-2-2-2': 'NOT_HOME' }));
    const [event] = await fixture.database.read(
      SYSTEM,
      sql`
      select household_id as "householdId", entrance_id as "entranceId" from events where community_id = ${world.communityId}::uuid order by seq desc limit 1`,
    );
    expect(event).toEqual({ householdId: null, entranceId: world.entranceIds['4-2'] });
  });

  it('takes 60 doors in one call', async () => {
    const { database, service, as, world } = fixture;
    const dwellings = await storeDoors(database, world, world.entranceIds['1-2']!, 60);
    const visits = dwellings.map(
      (id, index) =>
        ({ dwelling: encodeId('Door', world.communityId, id), outcome: index % 3 === 0 ? 'NOT_HOME' : 'MET' }) as const,
    );
    const call = { community: world.code, clientEventId: newId(), visits };
    expect(await written(() => service.record(as('GRID_WORKER'), call))).toEqual({
      result: 'done',
      visits: 60,
      visitors: 60,
      notes: 0,
      events: 60,
    });
  });
});

describe('who may', () => {
  it.each([
    ['SECRETARY', '3-2-2-1', 'done'],
    ['GRID_WORKER', '1-1-1-1', 'done'],
    ['BRANCH_SECRETARY', '1-2-1-1', 'done'],
    ['GRID_WORKER', '2-1-1-1', 'NOT_FOUND input.visits[0].dwelling'],
    ['BRANCH_SECRETARY', '4-2-1-1', 'NOT_FOUND input.visits[0].dwelling'],
    ['PLANNER', '1-1-1-1', 'FORBIDDEN'],
    ['STREET_REVIEWER', '1-1-1-1', 'FORBIDDEN'],
    ['PROPERTY_MANAGER', '1-1-1-1', 'FORBIDDEN'],
    ['POLICE', '1-1-1-1', 'FORBIDDEN'],
    ['ADMINISTRATOR', '1-1-1-1', 'FORBIDDEN'],
  ] as const)('%s at %s: %s', async (role: Role, key, expected) => {
    const rows = await written(() => fixture.service.record(fixture.as(role), fixture.input({ [key]: 'MET' })));
    expect(rows).toMatchObject(
      expected === 'done' ? { result: 'done', visits: 1, events: 1 } : { result: expected, ...NOTHING },
    );
  });

  it('nobody from a big screen, and nobody signed out', async () => {
    const { service, as, input } = fixture;
    expect(
      await written(() => service.record(as('SECRETARY', '07T10:00', { screen: true }), input({ '1-1-1-1': 'MET' }))),
    ).toEqual({ result: 'SCREEN_READ_ONLY', ...NOTHING });
    expect(
      await written(() => service.record({ ...as('SECRETARY'), actor: null }, input({ '1-1-1-1': 'MET' }))),
    ).toEqual({ result: 'UNAUTHENTICATED', ...NOTHING });
  });

  it('the worker of the grid in force now, not of the one before', async () => {
    const call = () => fixture.input({ '4-2-1-1': 'MET' });
    expect(await refusalOf(fixture.service.record(fixture.as('GRID_WORKER', '07T10:00', { grid: 2 }), call()))).toBe(
      'done',
    );
    expect(await refusalOf(fixture.service.record(fixture.as('GRID_WORKER', '07T10:00', { grid: 3 }), call()))).toBe(
      'NOT_FOUND input.visits[0].dwelling',
    );
  });
});

describe('refusals write nothing', () => {
  const foreign = newId();
  const cases: Record<string, [() => Parameters<VisitsFixture['input']>[1], string]> = {
    'no visits': [() => ({ visits: [] }), 'BAD_USER_INPUT input.visits'],
    'too many': [
      () => ({
        visits: Array.from({ length: 201 }, () => ({ dwelling: fixture.door('1-1-1-1'), outcome: 'MET' as const })),
      }),
      'TOO_MANY_VISITS input.visits',
    ],
    'a door twice': [
      () => ({ visits: [0, 1].map(() => ({ dwelling: fixture.door('1-1-1-1'), outcome: 'MET' as const })) }),
      'DUPLICATE_DOOR input.visits[1].dwelling',
    ],
    'an id of another kind': [
      () => ({ visits: [{ dwelling: fixture.entrance('1-1'), outcome: 'MET' }] }),
      'BAD_ID input.visits[0].dwelling',
    ],
    'a door that is not': [
      () => ({
        visits: [
          { dwelling: fixture.door('1-1-1-1'), outcome: 'MET' },
          { dwelling: encodeId('Door', fixture.world.communityId, foreign), outcome: 'MET' },
        ],
      }),
      'NOT_FOUND input.visits[1].dwelling',
    ],
    'a door of another community': [
      () => ({ visits: [{ dwelling: encodeId('Door', foreign, foreign), outcome: 'MET' }] }),
      'NOT_FOUND input.visits[0].dwelling',
    ],
    'a visitor that is not': [
      () => ({ visitors: [encodeId('Person', fixture.world.communityId, foreign)] }),
      'NOT_FOUND input.visitors[0]',
    ],
    'a clock ahead': [
      () => ({ clientTime: new Date(fixture.world.now.getTime() + 5 * 60_000 + 1) }),
      'CLOCK_SKEW input.clientTime',
    ],
    'a long note': [
      () => ({ visits: [{ dwelling: fixture.door('1-1-1-1'), outcome: 'MET', note: '长'.repeat(501) }] }),
      'TOO_LONG input.visits[0].note',
    ],
    'a NUL': [
      () => ({ visits: [{ dwelling: fixture.door('1-1-1-1'), outcome: 'MET', note: 'a\0b' }] }),
      'INVALID_TEXT_NUL input.visits[0].note',
    ],
    'half a character': [
      () => ({ visits: [{ dwelling: fixture.door('1-1-1-1'), outcome: 'MET', note: '\ud800' }] }),
      'INVALID_TEXT_SURROGATE input.visits[0].note',
    ],
    'a stray clientEventId': [() => ({ clientEventId: 'x' }), 'BAD_ID input.clientEventId'],
  };

  it.each(Object.keys(cases))('%s', async (name) => {
    const [overrides, expected] = cases[name]!;
    expect(
      await written(() =>
        fixture.service.record(fixture.as('SECRETARY'), fixture.input({ '1-1-1-1': 'MET' }, overrides())),
      ),
    ).toEqual({ result: expected, ...NOTHING });
  });

  it('a device five minutes ahead, or days behind, is taken', async () => {
    const { service, as, input, world } = fixture;
    for (const aheadMs of [5 * 60_000, -3 * 86_400_000]) {
      const clientTime = new Date(world.now.getTime() + aheadMs);
      expect(await refusalOf(service.record(as('SECRETARY'), input({ '1-1-1-1': 'MET' }, { clientTime })))).toBe(
        'done',
      );
    }
  });
});

describe('repetition', () => {
  it('answers the first result and writes nothing; another body is refused', async () => {
    const { service, as, input } = fixture;
    const call = input({ '1-1-1-1': 'MET', '1-1-1-2': 'NOT_HOME' });
    const first = await service.record(as('GRID_WORKER'), call);
    expect(
      await written(async () => expect(await service.record(as('GRID_WORKER', '07T10:05'), call)).toEqual(first)),
    ).toEqual({ result: 'done', ...NOTHING });
    const other = { ...call, visits: call.visits.slice(0, 1) };
    expect(await written(() => service.record(as('GRID_WORKER'), other))).toEqual({
      result: 'IDEMPOTENCY_MISMATCH input.clientEventId',
      ...NOTHING,
    });
  });

  it('two at the same instant write once', async () => {
    const { service, as, input } = fixture;
    const call = input({ '1-1-1-1': 'MET' });
    let answers: unknown[] = [];
    const rows = await written(async () => {
      answers = await Promise.all([service.record(as('GRID_WORKER'), call), service.record(as('GRID_WORKER'), call)]);
    });
    expect(rows).toEqual({ result: 'done', visits: 1, visitors: 1, notes: 0, events: 1 });
    expect(answers[0]).toEqual(answers[1]);
  });
});
