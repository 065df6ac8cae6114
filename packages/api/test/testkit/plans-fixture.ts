// What tests of plans stand on: the small world, the module on its database, and short ways to branch and to change.
import { afterAll } from 'vitest';
import { createAccess } from '#modules/access';
import { createGeography } from '#modules/geography';
import { createPeople } from '#modules/people';
import { createPlans } from '#modules/plans';
import { createFileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId, newId } from '#platform/ids';
import type { PlanOp } from '../../src/modules/plans/drafts/plan-ops.ts';
import type { PlanApplied } from '../../src/modules/plans/drafts/plan.service.ts';
import { smallWorld } from './small-world.ts';
import { openTestDatabase } from './test-database.ts';

export type { PlanOp } from '../../src/modules/plans/drafts/plan-ops.ts';
export type { PlanView } from '../../src/modules/plans/drafts/plan.read.ts';
export type PlansBed = Awaited<ReturnType<typeof plansBed>>;

export async function plansBed() {
  const test = await openTestDatabase();
  const { database } = test;
  const world = await smallWorld(database);
  const clock = { now: () => world.now };
  const files = createFileStore(test.location.dataDirectory);
  const access = createAccess({ database, clock, files, secure: false });
  const geography = createGeography({ database, clock, guard: access.guard });
  const people = createPeople({ database, clock, guard: access.guard, geography });
  const plans = createPlans({ database, clock, access, files, geography, people });
  /** By `building-entrance`, in the order of the ground. */
  const keys = await unitKeys();
  async function unitKeys() {
    const { ground } = await geography.groundOf(
      { communities: [world.communityId], personal: false },
      world.communityId,
    );
    const keyOf = new Map(Object.entries(world.entranceIds).map(([key, id]) => [id, key]));
    return ground!.units.map(({ id }) => keyOf.get(id)!);
  }
  const apply = (
    context: RequestContext,
    plan: { readonly id: string; readonly version: number },
    ops: readonly PlanOp[],
  ) =>
    plans.service.apply(context, {
      plan: plan.id,
      baseVersion: plan.version,
      ops,
      source: 'HAND',
      clientEventId: newId(),
    });
  return {
    database,
    world,
    plans,
    people,
    geography,
    access,
    files,
    keys,
    draft: (context: RequestContext, name: string, from?: string) =>
      plans.service.create(context, {
        community: world.code,
        name,
        ...(from && { from }),
        clientEventId: newId(),
      }),
    apply,
    async applied(...args: Parameters<typeof apply>): Promise<PlanApplied> {
      const answer = await apply(...args);
      if (!('merged' in answer)) throw new Error('a conflict');
      return answer;
    },
    /** A list by unit as an object by `building-entrance`. */
    byKey: <Value>(list: readonly Value[]): Record<string, Value> =>
      Object.fromEntries(list.map((value, index) => [keys[index]!, value])),
    /** As if the account had put the bytes to /uploads. @returns the upload's opaque id */
    async upload(context: RequestContext, bytes: Uint8Array): Promise<string> {
      const id = newId();
      const stored = await files.putBytes(bytes);
      await database.write({ scope: SYSTEM, communityId: world.communityId, actorId: null, now: world.now }, (tx) =>
        tx.execute(sql`
            insert into uploads (id, account_id, name, bytes, sha256, created_at)
            values (${id}::uuid, ${context.actor!.accountId}::uuid, 'plan', ${bytes.length}::int, ${stored.sha256}, ${world.now.toISOString()}::timestamptz)`),
      );
      return encodeId('Upload', null, id);
    },
    close: test.close,
  };
}

/** What tests of drafts begin with: a bed that closes itself after them, its two planners, and short ways to name units. */
export async function draftsBed() {
  const bed = await plansBed();
  afterAll(() => bed.close());
  const { communityId, entranceIds } = bed.world;
  const unit = (key: string): string => encodeId('Entrance', communityId, entranceIds[key]!);
  return {
    bed,
    planner: bed.world.access('PLANNER'),
    secretary: bed.world.access('SECRETARY'),
    unit,
    move: (grid: number | null, ...keys: string[]): PlanOp => ({ kind: 'MOVE', entrances: keys.map(unit), grid }),
  };
}
