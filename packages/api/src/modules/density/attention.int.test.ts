// What waited at an instant of the past: stages and orders as they stood then, whatever came later.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommunityDirectory, Guard, Permission } from '#modules/access';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { smallWorld, type SmallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { readWaitingRequests } from './attention.read.ts';

const OPENED = Date.parse('2026-07-07T01:00:00Z');
const minute = (minutes: number) => new Date(OPENED + minutes * 60_000);

let test: TestDatabase;
let world: SmallWorld;

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
  await solvedWithinTheHour();
}, 180_000);

afterAll(() => test.close());

it.each([
  [10, [{ stage: 'REPORTED', answerDueAt: null }]],
  [25, [{ stage: 'DISPATCHED', answerDueAt: minute(35).getTime() }]],
  [59, []],
])('%i minutes after the call', async (minutes, expected) => {
  const guard = new Guard(new CommunityDirectory(test.database));
  const access = await guard.byCode(world.access('SECRETARY'), world.code, Permission.ViewMap);
  const waiting = await readWaitingRequests(test.database, access, minute(minutes));
  expect(waiting.map(({ stage, answerDueAt }) => ({ stage, answerDueAt }))).toEqual(expected);
});

/** Dispatched after 20 minutes, finished without a word of acceptance after 40, closed after 50. */
async function solvedWithinTheHour(): Promise<void> {
  const { communityId, organizationId } = world;
  const id = newId();
  const at = (minutes: number) => minute(minutes).toISOString();
  await test.database.write({ scope: SYSTEM, communityId, actorId: null, now: minute(60) }, async (tx) => {
    await tx.execute(sql`insert into service_requests (community_id, id, number, entrance_id, category, kind, stage, norms_version, created_at, due_at)
      values (${communityId}, ${id}, 1, ${world.entranceIds['1-1']}, 'OTHER', 'WORRY', 'CLOSED', 1, ${at(0)}, ${at(1_440)})`);
    await tx.execute(sql`insert into request_spans (community_id, request_id, entrance_id, opened_at, closed_at, due_at)
      values (${communityId}, ${id}, ${world.entranceIds['1-1']}, ${at(0)}, ${at(50)}, ${at(1_440)})`);
    await tx.execute(sql`insert into work_orders (community_id, id, request_id, organization_id, dispatched_at, answer_due_at, finish_due_at, finished_at)
      values (${communityId}, ${newId()}, ${id}, ${organizationId}, ${at(20)}, ${at(35)}, ${at(1_440)}, ${at(40)})`);
    const steps = [
      [20, 'DISPATCH', 'DISPATCHED'],
      [40, 'FINISH', 'REPORTED_BACK'],
      [50, 'CLOSE', 'CLOSED'],
    ] as const;
    for (const [position, [minutes, action, stage]] of steps.entries())
      await tx.execute(sql`insert into request_steps (community_id, id, request_id, position, action, to_stage, at)
        values (${communityId}, ${newId()}, ${id}, ${position + 1}, ${action}, ${stage}, ${at(minutes)})`);
  });
}
