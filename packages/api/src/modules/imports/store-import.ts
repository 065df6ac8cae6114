// Owns the one unit of work of an import: buildings, entrances, counts, units, plan, all or nothing. Refuses to write
// anything a second time: what is the same stays the same, and then nothing is said to have changed.
import type { Surveyor } from '#modules/geography';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { ThreadOverrun } from '#platform/one-shot-thread';
import { dayOf, startOfDay } from '#platform/time/zoned-time';
import { joinAttributions } from './attribution.ts';
import { digestGround, planInForce, planToCome } from './community-ground.read.ts';
import type { BarrierDraft, ImportDrafts } from './drafts.ts';
import { type ImportNote, noteOfException } from './import-notes.ts';
import { uniteParts } from './joined-footprints.ts';
import { baseFeatureInput, buildingInput, countInputs, entranceInputs } from './survey-inputs.ts';

export interface ImportOrder {
  readonly drafts: ImportDrafts;
  readonly attribution: string | null;
  /** Asked for; else households ÷ `targetHouseholds`. Ignored when a plan is in force: grids keep their identity. */
  readonly gridCount: number | null;
  readonly targetHouseholds: number;
  readonly timeZone: string;
}

/** Numbers and codes only: it is kept to answer a repetition. */
export interface ImportStored {
  readonly buildingsNew: number;
  readonly buildingsChanged: number;
  readonly buildingsSame: number;
  readonly entrances: number;
  readonly households: number;
  readonly grids: number;
  readonly notes: readonly ImportNote[];
}

/** @throws AppError GRID_COUNT_TOO_LARGE, IMPORT_PLAN_SCHEDULED, IMPORT_GROUND_FAILED, IMPORT_TOO_HEAVY; the caller's transaction rolls back */
export async function storeImport(tx: Transaction, surveyor: Surveyor, order: ImportOrder): Promise<ImportStored> {
  const { drafts } = order;
  const notes: ImportNote[] = [];
  const before = await digestGround(tx);
  if (drafts.outline) await surveyor.storeOutline(tx, drafts.outline);
  await storeBarriers(tx, surveyor, drafts.barriers);
  await creditSource(tx, order.attribution);
  const { buildings, united } = await uniteParts(tx, drafts.buildings);
  notes.push(...united.map((place): ImportNote => ({ code: 'PARTS_UNITED', params: { place } })));
  const stored = await surveyor.storeBuildings(tx, buildings.map(buildingInput));
  await surveyor.storeEntrances(tx, entranceInputs(drafts));
  const groundChanged = (await digestGround(tx)).ground !== before.ground;
  if (groundChanged) notes.push(...(await onGround(() => surveyor.deriveUnits(tx))).exceptions.map(noteOfException));
  const { counts, countedTwice } = countInputs(drafts);
  notes.push(...countedTwice.map((place): ImportNote => ({ code: 'COUNTED_TWICE', params: { place } })));
  if (counts.length > 0) await surveyor.storeCounts(tx, counts);
  notes.push(...(await bringPlanUpToDate(tx, surveyor, order, groundChanged)));
  const after = await digestGround(tx);
  if (JSON.stringify(after) !== JSON.stringify(before)) await surveyor.touchGeography(tx);
  return {
    buildingsNew: stored.created,
    buildingsChanged: stored.changed,
    buildingsSame: stored.same,
    ...(await totals(tx)),
    notes,
  };
}

/** A line that is already there is left alone; one that a file no longer names stays, like a building. */
async function storeBarriers(tx: Transaction, surveyor: Surveyor, barriers: readonly BarrierDraft[]): Promise<void> {
  if (barriers.length === 0) return;
  const present = await tx.execute<{ kind: string; name: string | null; barrier: boolean; geojson: string }>(sql`
    select kind, name, barrier, st_asgeojson(geom, 9, 0) as geojson from base_features where community_id = ${tx.communityId}::uuid order by id`);
  const kept = present.map(({ geojson, ...feature }) => ({
    ...feature,
    geometry: JSON.parse(geojson) as { type: string; coordinates: unknown },
  }));
  const known = new Set(kept.map(({ geometry }) => JSON.stringify(geometry.coordinates)));
  const fresh = barriers.map(rounded).filter(({ geometry }) => !known.has(JSON.stringify(geometry.coordinates)));
  if (fresh.length > 0) await surveyor.storeBaseFeatures(tx, [...kept, ...fresh]);
}

function rounded(draft: BarrierDraft) {
  const coordinates = draft.line.coordinates.map((line) =>
    line.map((position) => position.slice(0, 2).map((degrees) => Number(degrees.toFixed(9)))),
  );
  return baseFeatureInput({ ...draft, line: { type: 'MultiLineString', coordinates } });
}

async function creditSource(tx: Transaction, attribution: string | null): Promise<void> {
  if (attribution === null) return;
  const [community] = await tx.execute<{ attribution: string | null }>(
    sql`select attribution from communities where id = ${tx.communityId}::uuid`,
  );
  const credits = joinAttributions([community?.attribution ?? null, attribution]);
  await tx.execute(sql`
    update communities set attribution = ${credits} where id = ${tx.communityId}::uuid and attribution is distinct from ${credits}`);
}

/** The first plan is grown; later ones keep every grid, and new units join the neighbour with the longest shared border. */
async function bringPlanUpToDate(
  tx: Transaction,
  surveyor: Surveyor,
  order: ImportOrder,
  groundChanged: boolean,
): Promise<ImportNote[]> {
  const current = await planInForce(tx);
  if (current && !groundChanged) return [];
  if (!current) {
    const grown = await onGround(async () => surveyor.growFirstPlan(tx, await gridCountFor(tx, order)));
    return grown.severalParts.map(severalParts);
  }
  await refuseAgreedPlan(tx, order.timeZone);
  const plan = { ...current, validFrom: startOfDay(tx.now, order.timeZone) };
  const { addedEntranceIds, severalParts: split } = await onGround(() => surveyor.putPlanInForce(tx, plan));
  const joined: ImportNote[] =
    addedEntranceIds.length > 0 ? [{ code: 'UNITS_JOINED', params: { count: addedEntranceIds.length } }] : [];
  return [...joined, ...split.map(severalParts)];
}

/** It was agreed on the ground as it is: on another one it would have to be agreed anew, never be lost without a word. */
async function refuseAgreedPlan(tx: Transaction, timeZone: string): Promise<void> {
  const next = await planToCome(tx);
  if (next === null) return;
  const day = dayOf(new Date(next.from), timeZone);
  throw new AppError('IMPORT_PLAN_SCHEDULED', { name: next.name, day }, 'input.uploads');
}

const severalParts = (number: number): ImportNote => ({ code: 'GRID_SEVERAL_PARTS', params: { number } });

async function gridCountFor(tx: Transaction, { gridCount, targetHouseholds }: ImportOrder): Promise<number> {
  const [row] = await tx.execute<{ units: number; households: number }>(sql`
    select count(*)::int as units, coalesce(sum(households), 0)::int as households from entrances where community_id = ${tx.communityId}::uuid`);
  const { units, households } = row ?? { units: 0, households: 0 };
  if (gridCount !== null && gridCount > units)
    throw new AppError('GRID_COUNT_TOO_LARGE', { units, grids: gridCount }, 'input.answers.gridCount');
  return gridCount ?? Math.min(units, Math.max(1, Math.round(households / targetHouseholds)));
}

/** The engine refuses impossible ground with a RangeError; the sender hears of it as a refusal, not as a failure of ours. */
async function onGround<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError)
      throw new AppError('IMPORT_GROUND_FAILED', { detail: error.message }, 'input.uploads');
    if (error instanceof ThreadOverrun)
      throw new AppError('IMPORT_TOO_HEAVY', { seconds: error.limits.timeMs / 1000 }, 'input.uploads');
    throw error;
  }
}

async function totals({
  execute,
  communityId,
  now,
}: Transaction): Promise<Pick<ImportStored, 'entrances' | 'households' | 'grids'>> {
  const [row] = await execute<{ entrances: number; households: number; grids: number }>(sql`
    select count(*)::int as entrances, coalesce(sum(households), 0)::int as households,
      (select count(*)::int from grid_plans p join grid_versions v on v.community_id = p.community_id and v.plan_id = p.id
        where p.community_id = ${communityId}::uuid and p.valid @> ${now.toISOString()}::timestamptz and upper_inf(p.recorded)) as grids
    from entrances where community_id = ${communityId}::uuid`);
  return row ?? { entrances: 0, households: 0, grids: 0 };
}
