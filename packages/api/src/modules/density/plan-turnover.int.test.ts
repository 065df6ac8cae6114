// A plan agreed for a midnight: from that instant the live figures stand on its grids, although nothing happened.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CommunityDirectory } from '#modules/access';
import { DEFAULT_NORMS, surveyor } from '#modules/geography';
import { SYSTEM } from '#platform/database/scope';
import { smallWorld, type SmallWorld } from '../../../test/testkit/small-world.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/testkit/test-database.ts';
import { LiveHub } from './live-hub.ts';

const EVENING = new Date('2026-07-07T15:59:59.999Z');
const MIDNIGHT = new Date('2026-07-07T16:00:00Z');
let test: TestDatabase;
let world: SmallWorld;
let hub: LiveHub;
let now = EVENING;

beforeAll(async () => {
  test = await openTestDatabase();
  world = await smallWorld(test.database);
  const deps = { database: test.database, clock: { now: () => now }, normsInForce: async () => DEFAULT_NORMS };
  hub = new LiveHub(deps, new CommunityDirectory(test.database));
}, 180_000);
afterAll(async () => {
  hub.stop();
  await test.close();
});

const households = async () => {
  const { model } = await hub.current(world.communityId);
  const cells = model.geography.cells('GRID').map((cell) => [cell.gridNumber!, cell.households] as const);
  return { cells: Object.fromEntries(cells), version: model.geography.version };
};

it('changes the cells and the version at the midnight, not before', async () => {
  const before = await households();
  expect(before.cells).toEqual({ 1: 8, 2: 11, 3: 12 });
  const assignment = new Map(Object.entries(world.entranceIds).map(([key, id]) => [id, key.startsWith('1') ? 1 : 2]));
  const unit = { scope: SYSTEM, communityId: world.communityId, actorId: null, now: world.now };
  await test.database.write(unit, async (tx) => {
    await surveyor.putPlanInForce(tx, { name: '新方案', validFrom: MIDNIGHT, assignment });
    await surveyor.touchGeography(tx);
  });
  // The frame that reads of changed ground still stands on the old; the next one is drawn anew.
  await households();
  const scheduled = await households();
  expect(scheduled.cells).toEqual(before.cells);
  expect(scheduled.version).toBeGreaterThan(before.version);
  now = MIDNIGHT;
  const after = await households();
  expect(after.cells).toEqual({ 1: 8, 2: 23 });
  expect(after.version).toBeGreaterThan(scheduled.version);
  expect(await households()).toEqual(after);
});
