// A bed for tests of imports: a migrated database, the modules up to imports, an administrator, and short ways to ask.
// Refuses to judge: it returns what the API answered, and throws what the services threw.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccess } from '#modules/access';
import { createGeography, surveyor } from '#modules/geography';
import { createImports } from '#modules/imports';
import type { Actor, Membership, Role } from '../../src/platform/actor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { SYSTEM } from '../../src/platform/database/scope.ts';
import { type Sql, sql } from '../../src/platform/database/sql.ts';
import { createFileStore } from '../../src/platform/files/file-store.ts';
import type { RequestContext } from '../../src/platform/graphql/context.ts';
import { encodeId, newId } from '../../src/platform/ids.ts';
import { askSchema } from './ask-schema.ts';
import { openTestDatabase } from './test-database.ts';

export type Json = Record<string, unknown>;
export type ImportBed = Awaited<ReturnType<typeof openImportBed>>;

const PREVIEW = `... on ImportPreview { fingerprint needs ready buildings entrances households attribution datumProposed datumReason outline outlineProposed
  faultCount faults { code severity path message } shapes shapesLeftOut
  tables { name role count fields sample encoding encodingReason mapping needs } }`;
const DONE = `... on ImportDone { buildingsNew buildingsChanged buildingsSame entrances households grids exceptions
  community { id code gridCount households residents outlineDerived geographyVersion attribution synthetic } }`;
const SELECTIONS: Readonly<Record<string, string>> = {
  previewImport: PREVIEW,
  importBuildings: DONE,
  createCommunity: '... on Community { id code name }',
};

export async function openImportBed() {
  const { database, close } = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'qinghe-import-'));
  const files = createFileStore(join(folder, 'data'));
  const access = createAccess({ database, clock: systemClock, files, secure: true });
  const geography = createGeography({ database, clock: systemClock, guard: access.guard });
  const imports = createImports({ database, access, geography, files });
  const call = await askSchema([access.parts, geography.parts, imports.parts]);
  const accountId = await access.accounts.create({ username: 'keeper', name: '管理员', administrator: true });
  const administrator: Actor = {
    accountId,
    username: 'keeper',
    name: '管理员',
    sessionId: newId(),
    screen: false,
    readOnly: false,
    administrator: true,
    memberships: [],
  };

  const one = async <Row extends object>(query: Sql): Promise<Row> => {
    const row = await database.readOne<Row>(SYSTEM, query);
    if (!row) throw new Error('no row');
    return row;
  };

  /** The answer of one mutation, Refusal or success. @throws what the service threw */
  async function ask(actor: Actor | null, field: string, input: Json): Promise<Json> {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const context: RequestContext = {
      actor,
      language: 'ZH',
      requestId: newId(),
      clock: systemClock,
      address: '127.0.0.1',
      setSessionCookie: () => undefined,
    };
    const source = `mutation($input: ${type}!) { ${field}(input: $input) { __typename ... on Refusal { code message path } ${SELECTIONS[field]} } }`;
    const { data, errors, cause } = await call(source, context, { input });
    if (errors.length > 0) throw cause ?? new Error(errors[0]?.message);
    return data?.[field] as Json;
  }

  const idOf = async (code: string): Promise<string> =>
    (await one<{ id: string }>(sql`select id from communities where code = ${code}`)).id;

  async function membership(code: string, role: Role): Promise<Membership> {
    return {
      communityId: await idOf(code),
      communityCode: code,
      role,
      personId: null,
      gridId: null,
      organizationId: null,
    };
  }

  /** A new community, and its administrator. */
  async function member(code: string, name: string): Promise<Actor> {
    await ask(administrator, 'createCommunity', { code, name, timeZone: 'Asia/Shanghai', clientEventId: randomUUID() });
    return { ...administrator, administrator: false, memberships: [await membership(code, 'ADMINISTRATOR')] };
  }

  async function upload(
    actor: Actor,
    inputs: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<string[]> {
    return Promise.all(
      inputs.map(async ({ name, bytes }) => {
        const stored = await files.putBytes(bytes);
        const id = newId();
        await database.writeGlobal((em) =>
          em.execute(
            'insert into uploads (id, account_id, name, bytes, sha256, created_at) values (?, ?, ?, ?, ?, now())',
            [id, actor.accountId, name, stored.bytes, stored.sha256],
          ),
        );
        return encodeId('Upload', null, id);
      }),
    );
  }

  /** Previews and, with the fingerprint that was seen, imports. */
  async function bring(actor: Actor, code: string, uploads: readonly string[], answers: Json = {}, more: Json = {}) {
    const seen = await ask(actor, 'previewImport', { community: code, uploads, answers });
    const input: Json = {
      community: code,
      uploads,
      answers,
      fingerprint: seen['fingerprint'],
      acceptOutline: true,
      clientEventId: randomUUID(),
      ...more,
    };
    return { seen, input, done: await ask(actor, 'importBuildings', input) };
  }

  /** Everything an import may touch, as one value that can be compared. */
  const state = (code: string) =>
    one<{ version: number; seq: string; buildings: number; content: string }>(sql`
    select geography_version as version, k.event_seq::text as seq, (select count(*)::int from buildings b where b.community_id = c.id) as buildings,
      (select md5(coalesce(string_agg(b::text, '|' order by b.id), '')) from buildings b where b.community_id = c.id)
        || (select md5(coalesce(string_agg(e::text, '|' order by e.id), '')) from entrances e where e.community_id = c.id)
        || (select md5(coalesce(string_agg(f::text, '|' order by f.id), '')) from base_features f where f.community_id = c.id)
        || (select md5(coalesce(string_agg(v::text, '|' order by v.id), '')) from grid_versions v where v.community_id = c.id) as content
    from communities c join community_counters k on k.community_id = c.id where c.code = ${code}`);

  /** The plan in force once more, from a later instant: as if it had been agreed on. */
  async function schedule(code: string, name: string, validFrom: Date): Promise<void> {
    const unit = { scope: SYSTEM, communityId: await idOf(code), actorId: null, now: systemClock.now() };
    await database.write(unit, async (tx) => {
      const rows = await tx.execute<{ entrance: string; number: number }>(sql`
        select a.entrance_id as entrance, g.number from grid_assignments a
        join grids g on g.community_id = a.community_id and g.id = a.grid_id where a.community_id = ${tx.communityId}::uuid`);
      const assignment = new Map(rows.map(({ entrance, number }) => [entrance, number]));
      await surveyor.putPlanInForce(tx, { name, validFrom, assignment });
    });
  }

  return {
    administrator,
    one,
    ask,
    idOf,
    membership,
    member,
    upload,
    bring,
    state,
    schedule,
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
