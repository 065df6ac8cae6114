// Test support: requests on the small world of the engine under test, with every role's call and short ways to act.
// Refuses to be used outside tests.
import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Role } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { createFileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { createAccess, Permission } from '#modules/access';
import { createGeography } from '#modules/geography';
import { createPeople } from '#modules/people';
import { smallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase } from '../../../test/testkit/test-database.ts';
import { type Caller, callerOf } from './caller.ts';
import type { CreateRequest } from './create-request.ts';
import './index.ts';
import { neighboursOf } from './neighbours.ts';
import { PhotoIntake } from './photo-intake.ts';
import { RequestReader } from './request.read.ts';
import { RequestService } from './request.service.ts';

/** Tuesday 2026-07-07 18:01 in Shanghai: the working day ended a minute ago. */
export const EVENING = new Date('2026-07-07T10:01:00Z');
const MINUTE_MS = 60_000;

export async function requestsFixture() {
  const test = await openTestDatabase();
  const { database } = test;
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-files-'));
  const files = createFileStore(join(folder, 'data'));
  const access = createAccess({ database, clock: { now: () => EVENING }, files, secure: true });
  const world = await smallWorld(database, { now: EVENING });
  const clock = { now: () => EVENING };
  const geography = createGeography({ database, clock, guard: access.guard });
  const people = createPeople({ database, clock, guard: access.guard, geography });
  const neighbours = neighboursOf(geography, people);
  const reader = new RequestReader(database, neighbours);
  const deps = { database, neighbours, photos: new PhotoIntake(access.uploads, files), reader };
  const service = new RequestService(access.guard, deps);

  /** A call by a role, `minutes` after the evening began. */
  const as = (role: Role, minutes = 0, options: { screen?: boolean; grid?: number } = {}): RequestContext =>
    world.access(role, { ...options, now: new Date(EVENING.getTime() + minutes * MINUTE_MS) });
  const callerFor = async (context: RequestContext): Promise<Caller> =>
    callerOf(context, await access.guard.byCode(context, world.code, Permission.ReadRequests));
  const sewage = (overrides: Partial<CreateRequest> = {}): CreateRequest => ({
    community: world.code,
    entrance: encodeId('Entrance', world.communityId, world.entranceIds['1-2']!),
    door: '201',
    category: 'SEWAGE',
    text: '隔壁污水返到我家厨房来了',
    callerName: '陶师傅',
    callerPhone: '13800000000',
    clientEventId: newId(),
    ...overrides,
  });
  const count = async (table: string, requestId?: string): Promise<number> => {
    const rows = await database.read<{ id: string }>(
      SYSTEM,
      sql`
      select coalesce(to_jsonb(t) ->> 'request_id', to_jsonb(t) ->> 'id') as id from ${tableOf(table)} t where t.community_id = ${world.communityId}::uuid`,
    );
    return rows.filter((row) => requestId === undefined || row.id === requestId).length;
  };
  const events = (requestId: string) =>
    database.read<{ kind: string; data: object; at: number }>(
      SYSTEM,
      sql`
    select kind, data, ms(at) as at from events where community_id = ${world.communityId}::uuid and request_id = ${requestId}::uuid order by seq`,
    );
  const upload = async (context: RequestContext, bytes: Uint8Array): Promise<string> => {
    const stored = await files.put(Readable.from([Buffer.from(bytes)]), 32 * 1024 * 1024);
    return registerUpload(database, context.actor!.accountId, stored);
  };
  return {
    database,
    world,
    service,
    reader,
    geography,
    people,
    neighbours,
    files,
    access,
    deps,
    as,
    callerFor,
    sewage,
    count,
    events,
    upload,
    organization: encodeId('Organization', world.communityId, world.organizationId),
    async close() {
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type RequestsFixture = Awaited<ReturnType<typeof requestsFixture>>;

const TABLES = {
  service_requests: sql`service_requests`,
  request_steps: sql`request_steps`,
  request_callers: sql`request_callers`,
  events: sql`events`,
  work_orders: sql`work_orders`,
  request_photos: sql`request_photos`,
  contact_reads: sql`contact_reads`,
};
const tableOf = (name: string) => TABLES[name as keyof typeof TABLES];

async function registerUpload(
  database: Database,
  accountId: string,
  stored: { sha256: string; bytes: number },
): Promise<string> {
  const id = newId();
  await database.writeGlobal(async (em) => {
    await em.execute(
      'insert into uploads (id, account_id, name, bytes, sha256, created_at) values (?, ?, ?, ?, ?, now())',
      [id, accountId, 'photo.jpg', stored.bytes, stored.sha256],
    );
  });
  return encodeId('Upload', null, id);
}
