// Reading a contact: who may, what comes back, and that each reading leaves its record and each refusal none.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Permission } from '#modules/access';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { callerOf } from './caller.ts';
import { contactSubject, revealContact } from './contact.service.ts';
import type { RequestView } from './request-view.ts';
import { type RequestsFixture, requestsFixture } from './requests-fixture.ts';
import { refusalOf } from '../../../test/testkit/refusals.ts';

let f: RequestsFixture;
let request: RequestView;
beforeAll(async () => {
  f = await requestsFixture();
  request = (await f.service.create(f.as('GRID_WORKER'), f.sewage()))!;
  await f.service.join(f.as('GRID_WORKER', 1), {
    request: request.id,
    callerName: '后来的',
    callerPhone: '13900000009',
    clientEventId: newId(),
  });
});
afterAll(() => f.close());

/** As the resolver does it. */
async function reveal(context: RequestContext, dwelling: string | null, ofRequest: string | null) {
  const subject = contactSubject(dwelling, ofRequest);
  const access = await f.access.guard.byId(context, subject.communityId, Permission.ReadPersonal);
  return revealContact(f.database, callerOf(context, access), subject);
}
const door = (key: string) => encodeId('Door', f.world.communityId, f.world.dwellingIds[key]!);
const records = () =>
  f.database.read<{ kind: string; subject: string; fields: string[] }>(
    SYSTEM,
    sql`
  select subject_kind as kind, subject_id as subject, fields from contact_reads where community_id = ${f.world.communityId}::uuid order by at, id`,
  );

describe('the caller of a request', () => {
  it('is the first one, with a record in the same unit of work', async () => {
    expect(await reveal(f.as('GRID_WORKER', 5), null, request.id)).toEqual({
      name: '陶师傅',
      phone: '13800000000',
      residents: 1,
      careLevel: null,
    });
    expect(await records()).toEqual([{ kind: 'REQUEST', subject: request.requestId, fields: ['name', 'phone'] }]);
  });

  it('is absent for other grids, firms without the order, screens and planners; nothing is recorded', async () => {
    const before = (await records()).length;
    expect(await refusalOf(reveal(f.as('GRID_WORKER', 5, { grid: 3 }), null, request.id))).toBe('NOT_FOUND request');
    expect(await refusalOf(reveal(f.as('PROPERTY_MANAGER', 5), null, request.id))).toBe('NOT_FOUND request');
    expect(await refusalOf(reveal(f.as('PLANNER', 5), null, request.id))).toBe('FORBIDDEN');
    expect(await refusalOf(reveal(f.as('SECRETARY', 5, { screen: true }), null, request.id))).toBe('SCREEN_READ_ONLY');
    expect(
      await refusalOf(reveal(f.as('SECRETARY', 5), null, encodeId('ServiceRequest', f.world.communityId, newId()))),
    ).toBe('NOT_FOUND request');
    expect((await records()).length).toBe(before);
  });

  it('becomes known to the firm with the work order', async () => {
    await f.service.dispatch(f.as('SECRETARY', 6), {
      request: request.id,
      organization: f.organization,
      clientEventId: newId(),
    });
    expect((await reveal(f.as('PROPERTY_MANAGER', 7), null, request.id)).phone).toBe('13800000000');
  });
});

describe('the household behind a door', () => {
  it('is known to the secretary and its own grid, with its care level; not to firms', async () => {
    const known = { name: '住户1-1-1-1', phone: '13900000000', residents: 3, careLevel: 'DAILY' };
    expect(await reveal(f.as('SECRETARY', 8), door('1-1-1-1'), null)).toEqual(known);
    expect(await reveal(f.as('BRANCH_SECRETARY', 8), door('1-1-1-1'), null)).toEqual(known);
    expect((await reveal(f.as('GRID_WORKER', 8), door('1-2-1-1'), null)).careLevel).toBe('NONE');
    expect(await refusalOf(reveal(f.as('GRID_WORKER', 8, { grid: 2 }), door('1-1-1-1'), null))).toBe(
      'NOT_FOUND dwelling',
    );
    expect(await refusalOf(reveal(f.as('PROPERTY_MANAGER', 8), door('1-1-1-1'), null))).toBe('NOT_FOUND dwelling');
    expect(await refusalOf(reveal(f.as('SECRETARY', 8), door('4-2-2-2'), null))).toBe('NOT_FOUND dwelling');
    expect((await records()).at(-1)).toMatchObject({ kind: 'HOUSEHOLD', subject: f.world.dwellingIds['1-2-1-1'] });
  });

  it('follows the plan in force: entrance 4-2 went from grid 3 to grid 2', async () => {
    expect(await refusalOf(reveal(f.as('GRID_WORKER', 9, { grid: 3 }), door('4-2-1-1'), null))).toBe(
      'NOT_FOUND dwelling',
    );
    expect((await reveal(f.as('GRID_WORKER', 9, { grid: 2 }), door('4-2-1-1'), null)).name).toBe('住户4-2-1-1');
  });

  it('needs exactly one subject', async () => {
    expect(await refusalOf(reveal(f.as('SECRETARY', 9), null, null))).toBe('BAD_USER_INPUT request');
    expect(await refusalOf(reveal(f.as('SECRETARY', 9), door('1-1-1-1'), request.id))).toBe('BAD_USER_INPUT dwelling');
    expect(await refusalOf(reveal(f.as('SECRETARY', 9), request.id, null))).toBe('BAD_ID dwelling');
  });
});
