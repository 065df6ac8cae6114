// Visits on the small world of the engine under test, with every role's call at any time of a day in July.
import 'reflect-metadata';
import type { Role } from '#platform/actor';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { createFileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import { createPeople } from '#modules/people';
import { createVisits, type RecordVisits, type VisitOutcome } from '#modules/visits';
import { smallWorld } from './small-world.ts';
import { openTestDatabase } from './test-database.ts';

/** Tuesday 2026-07-07 10:00 in Shanghai. Care levels began 400 days before. */
export const MORNING = new Date('2026-07-07T02:00:00Z');

export async function visitsFixture() {
  const test = await openTestDatabase();
  const { database } = test;
  const clock = { now: () => MORNING };
  const access = createAccess({ database, clock, files: createFileStore(test.location.dataDirectory), secure: true });
  const geography = createGeography({ database, clock, guard: access.guard });
  const people = createPeople({ database, clock, guard: access.guard, geography });
  const visits = createVisits({ database, clock, access, geography, people });
  const world = await smallWorld(database, { now: MORNING });

  /** A call by a role at a local time of July 2026, e.g. `07T18:00`. */
  const as = (role: Role, local = '07T10:00', options: { screen?: boolean; grid?: number } = {}): RequestContext =>
    world.access(role, { ...options, now: at(local) });
  const door = (key: string): string => encodeId('Door', world.communityId, world.dwellingIds[key]!);
  const entrance = (key: string): string => encodeId('Entrance', world.communityId, world.entranceIds[key]!);
  const grid = (number: number): string => encodeId('Grid', world.communityId, world.gridIds[number]!);
  const input = (
    knocks: Readonly<Record<string, VisitOutcome>>,
    overrides: Partial<RecordVisits> = {},
  ): RecordVisits => ({
    community: world.code,
    clientEventId: newId(),
    ...overrides,
    visits: overrides.visits ?? Object.entries(knocks).map(([key, outcome]) => ({ dwelling: door(key), outcome })),
  });
  const counts = () =>
    database.readOne<{ visits: number; visitors: number; notes: number; events: number }>(
      SYSTEM,
      sql`
    select (select count(*)::int from visits where community_id = ${world.communityId}::uuid) as visits,
      (select count(*)::int from visit_visitors where community_id = ${world.communityId}::uuid) as visitors,
      (select count(*)::int from visit_notes where community_id = ${world.communityId}::uuid) as notes,
      (select count(*)::int from events where community_id = ${world.communityId}::uuid and kind = 'visit.recorded') as events`,
    );
  return {
    ...test,
    access,
    geography,
    people,
    service: visits.service,
    visits,
    world,
    as,
    door,
    entrance,
    grid,
    input,
    counts,
  };
}
export type VisitsFixture = Awaited<ReturnType<typeof visitsFixture>>;

/** A local time of July 2026 in Shanghai. */
export const at = (local: string): Date => new Date(`2026-07-${local}+08:00`);
