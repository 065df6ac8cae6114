// Owns building the demo community in an empty database, in one unit of work: it is there whole or not at all.
// Refuses history: what happened in it is filled afterwards, by the same way as a gap since the last run.
import type { AccountService } from '#modules/access';
import { surveyor } from '#modules/geography';
import type { Database, Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { newId } from '#platform/ids';
import type { InstallationState } from './installation.ts';
import { markFilled } from './installation.ts';
import { seedAccounts, seedMemberships } from './seed-accounts.ts';
import { dayAfter, seedCommunity } from './seed-community.ts';
import { seedPeople } from './seed-people.ts';
import { seedPlace, seedPlan } from './seed-place.ts';
import { localDay } from './world/local-day.ts';
import { buildWorld } from './world/world.ts';
import type { World } from './world/world-types.ts';

/** Days before the first start: when the compound was founded, when the plan in force took over, when the history begins. */
const DAYS_AGO = { founded: 400, planInForce: 45, history: 90 } as const;

/** Told once per phase, for whoever waits in front of the terminal. */
export type Progress = (phase: string) => void;

const midnightBefore = (createdAt: Date, daysAgo: number) => new Date(localDay(dayAfter(createdAt, -daysAgo)).startMs);

/** The demo's world as plain data; equal for the same installation. */
export function worldOf({ seed, createdAt }: Pick<InstallationState, 'seed' | 'createdAt'>): World {
  return buildWorld(seed, dayAfter(createdAt, -DAYS_AGO.planInForce));
}

/** The local midnight at which the history begins. */
export function historyStart(createdAt: Date): Date {
  return midnightBefore(createdAt, DAYS_AGO.history);
}

/** Builds everything but the history. Bulk statements only; most of the time goes into deriving cells and boundaries. */
export async function seedWorld(
  { database, accounts }: { readonly database: Database; readonly accounts: AccountService },
  { seed, createdAt }: InstallationState,
  progress: Progress,
): Promise<void> {
  progress('演示登录名 · demo logins');
  const accountIds = await seedAccounts(database, accounts);
  const world = worldOf({ seed, createdAt });
  const foundedAt = midnightBefore(createdAt, DAYS_AGO.founded);
  const careSince = historyStart(createdAt);
  progress('楼栋、单元、住户 · buildings, entrances, households');
  await database.write({ scope: SYSTEM, communityId: newId(), actorId: null, now: foundedAt }, async (tx) => {
    await seedCommunity(tx, dayAfter(careSince, 0));
    await seedPlace(tx, world, { foundedAt, careSince });
    progress('网格方案 · grid plans');
    await seedPlan(tx, world.plans.earlier, dayAfter(createdAt, -DAYS_AGO.founded), world);
    // Known a day before it took over, so that what was asked in between still has its answer.
    await seedPlan(
      knownAt(tx, midnightBefore(createdAt, DAYS_AGO.planInForce + 1)),
      world.plans.inForce,
      world.plans.inForceSince,
      world,
    );
    // Once, at the founding: the log that follows stays in order of time.
    await surveyor.touchGeography(tx);
    await seedMemberships(tx, accounts, accountIds, await seedPeople(tx, createdAt));
    await markFilled(tx, careSince, careSince);
  });
}

/** The same unit of work at another instant of knowledge. */
function knownAt(tx: Transaction, now: Date): Transaction {
  return { ...tx, now };
}
