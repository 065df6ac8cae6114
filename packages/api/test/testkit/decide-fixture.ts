// Test support: a draft on the small world, with every role's call at any instant.
// Refuses to be used outside tests.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import { createPeople } from '#modules/people';
import { createRequests } from '#modules/requests';
import { createVisits } from '#modules/visits';
import type { Role } from '#platform/actor';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { createFileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { smallWorld } from './small-world.ts';
import { openTestDatabase, type TestDatabase } from './test-database.ts';
import { createPlans } from '#modules/plans';
import type { PlanRules } from '../../src/modules/plans/drafts/plan-ops.ts';

/** Tuesday 2026-07-07 10:00 in Shanghai; the midnight after it; the morning after that. */
export const TUESDAY = new Date('2026-07-07T02:00:00Z');
export const MIDNIGHT = new Date('2026-07-07T16:00:00Z');
export const WEDNESDAY = new Date('2026-07-08T01:00:00Z');

/** Rules that the few doors of the small world keep. */
export const LENIENT: PlanRules = {
  minHouseholds: 0,
  targetHouseholds: 400,
  maxHouseholds: 500,
  maxResidents: 2_000,
  maxSpanMetres: 5_000,
  minutesPerRequest: 30,
  minutesPerDoor: 15,
  minutesPerFloor: 0.5,
};

/** @param shared a database that the caller closes; then the world is a further community in it, of that code */
export async function decideFixture(shared?: { readonly test: TestDatabase; readonly code: string }) {
  const test = shared?.test ?? (await openTestDatabase());
  const { database } = test;
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-files-'));
  const files = createFileStore(join(folder, 'data'));
  const clock = { now: () => TUESDAY };
  const access = createAccess({ database, clock, files, secure: true });
  const world = await smallWorld(database, { now: TUESDAY, ...(shared && { code: shared.code }) });
  const { communityId } = world;
  const geography = createGeography({ database, clock, guard: access.guard });
  const people = createPeople({ database, clock, guard: access.guard, geography });
  const requests = createRequests({ database, clock, access, geography, people, files });
  const visits = createVisits({ database, clock, access, geography, people });
  const plans = createPlans({ database, clock, access, files, geography, people });
  const service = plans.deciding;

  const as = (role: Role, now: Date = TUESDAY, grid = 1): RequestContext => world.access(role, { now, grid });
  const write = (statement: ReturnType<typeof sql>) =>
    database.write({ scope: SYSTEM, communityId, actorId: null, now: TUESDAY }, (tx) => tx.execute(statement));
  /** A draft from the plan in force at `now` with some entrances elsewhere; null: in no grid. */
  const draft = async (
    moves: Readonly<Record<string, number | null>>,
    stage = 'DRAFT',
    now = TUESDAY,
    rules: Partial<PlanRules> = {},
  ) => {
    const id = newId();
    const at = now.toISOString();
    await write(sql`
      insert into plan_drafts (community_id, id, name, stage, version, rules, based_on, created_by, created_by_name, created_at, saved_at,
        grid_ids)
      values (${communityId}::uuid, ${id}::uuid, ${`方案${id.slice(-4)}`}, ${stage}, 3, ${JSON.stringify({ ...LENIENT, ...rules })}::jsonb, ${at}::timestamptz, ${world.accountIds['PLANNER']}::uuid,
        '小样PLANNER', ${at}::timestamptz, ${at}::timestamptz, ${Object.values(world.gridIds)}::uuid[])`);
    const rows = Object.entries(moves).map(([key, grid]) => ({
      entrance: world.entranceIds[key],
      grid: grid === null ? null : world.gridIds[grid],
      moved: true,
    }));
    await write(sql`
      insert into plan_draft_units (community_id, draft_id, entrance_id, grid_id, before_grid_id)
      select a.community_id, ${id}::uuid, a.entrance_id, case when r.moved then r.grid else a.grid_id end, a.grid_id
      from grid_plans p join grid_assignments a on a.community_id = p.community_id and a.plan_id = p.id
      left join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entrance uuid, grid uuid, moved boolean) on r.entrance = a.entrance_id
      where p.community_id = ${communityId}::uuid and upper_inf(p.recorded) and p.valid @> ${at}::timestamptz`);
    return { id, plan: encodeId('Plan', communityId, id), version: 3 };
  };
  /** Key in the small world of whoever answers for an entrance at an instant. */
  const responsible = async (entrance: string, at: Date): Promise<string | undefined> => {
    const route = await people.route(SYSTEM, communityId, world.entranceIds[entrance]!, at);
    return keyOf(route?.responsibleId ?? null);
  };
  const keyOf = (personId: string | null) => Object.entries(world.personIds).find(([, id]) => id === personId)?.[0];
  const report = async (entrance: string, now = TUESDAY) => {
    const { requestId } = await requests.service.create(as('GRID_WORKER', now), {
      community: world.code,
      entrance: encodeId('Entrance', communityId, world.entranceIds[entrance]!),
      category: 'SEWAGE',
      text: '隔壁污水返到我家厨房来了',
      clientEventId: newId(),
    });
    return requestId;
  };
  /** Who answers for a stored request, and the number of its grid. */
  const requestAt = async (requestId: string) => {
    const row = await database.readOne<{ person: string | null; grid: number }>(
      SYSTEM,
      sql`select q.responsible_id as person, g.number as grid from service_requests q
        join grids g on g.community_id = q.community_id and g.id = q.grid_id
        where q.community_id = ${communityId}::uuid and q.id = ${requestId}::uuid`,
    );
    return `${keyOf(row?.person ?? null)} ${row?.grid}`;
  };
  return {
    database,
    world,
    access,
    geography,
    people,
    requests,
    visits,
    plans,
    service,
    as,
    write,
    draft,
    responsible,
    report,
    requestAt,
    async close() {
      if (!shared) await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type DecideFixture = Awaited<ReturnType<typeof decideFixture>>;
