// Suggestions on the demo and the small world: found, repeated, cancelled, refused, impossible with its reasons and ways out.
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId, newId } from '#platform/ids';
import { decideFixture, type DecideFixture } from '../../../../test/testkit/decide-fixture.ts';
import type { PlanOp } from '../../../../test/testkit/plans-fixture.ts';
import { refusalOf } from '../../../../test/testkit/refusals.ts';
import type { PlanSuggestionsView } from './suggest-view.ts';

let f: DecideFixture;
beforeAll(async () => {
  f = await decideFixture();
}, 180_000);
afterAll(async () => {
  await f.plans.parts.stop?.();
  await f.close();
});

const RULES = {
  minHouseholds: 8,
  targetHouseholds: 10,
  maxHouseholds: 12,
  maxResidents: 900,
  maxSpanMetres: 350,
  minutesPerRequest: 45,
  minutesPerDoor: 8,
  minutesPerFloor: 0.5,
};
const draftWith = async (rules: Partial<typeof RULES>, ops: readonly PlanOp[] = []) => {
  const { id: plan } = await f.plans.service.create(f.as('PLANNER'), {
    community: f.world.code,
    name: '求解',
    clientEventId: newId(),
  });
  await f.plans.service.apply(f.as('PLANNER'), {
    plan,
    baseVersion: 1,
    ops: [{ kind: 'SET_RULES', rules: { ...RULES, ...rules } }, ...ops],
    source: 'HAND',
    clientEventId: newId(),
  });
  return plan;
};
const ask = (plan: string, more: object = {}) => ({
  plan,
  seed: 1,
  wholeBuildings: false,
  clientEventId: newId(),
  ...more,
});
const ended = async (job: string): Promise<PlanSuggestionsView> => {
  for (;;) {
    const view = await f.plans.suggesting.find(f.as('STREET_REVIEWER'), job);
    if (view && view.state !== 'RUNNING') return view;
    await setTimeout(50);
  }
};

describe('a search', () => {
  it('finds plans within the rules, each with its bound, and says how it got on', async () => {
    const plan = await draftWith({});
    const started = await f.plans.suggesting.suggest(f.as('PLANNER'), ask(plan));
    expect(started).toMatchObject({ plan, version: 2, state: 'RUNNING', infeasible: null });
    const seen: PlanSuggestionsView[] = [];
    for await (const view of await f.plans.suggesting.watch(f.as('SECRETARY'), started.job)) seen.push(view);
    const last = seen.at(-1)!;
    expect(last).toMatchObject({ state: 'DONE', progress: 1 });
    expect(last.suggestions.length).toBeGreaterThan(0);
    for (const suggestion of last.suggestions) {
      expect(suggestion.assignment).toHaveLength(8);
      expect(new Set(suggestion.assignment)).toEqual(new Set([1, 2, 3]));
      expect(suggestion.disruptionBound).toBeLessThanOrEqual(suggestion.disruption);
      expect(suggestion.movedHouseholds >= suggestion.movedUnits).toBe(true);
      expect(suggestion.borderMetres).toBeGreaterThan(0);
    }
    // Today's grids keep the rules: the least change is none, and that is certain.
    expect(last.suggestions[0]).toMatchObject({ movedUnits: 0, disruption: 0, proof: 'proved', within: 0 });
    expect(last.suggestions[0]!.roles).toContain('least-change');
    const balanced = last.suggestions.find(({ roles }) => roles.includes('best-balance'))!;
    expect(balanced.maxDeviation).toBe(Math.min(...last.suggestions.map(({ maxDeviation }) => maxDeviation)));
  });

  it('fills a grid that the draft added, and uses none that it closed', async () => {
    const entrances = ['2-1', '2-2', '4-2'].map((key) =>
      encodeId('Entrance', f.world.communityId, f.world.entranceIds[key]!),
    );
    const rules = { minHouseholds: 4, targetHouseholds: 8, maxHouseholds: 12 };
    const plan = await draftWith(rules, [
      { kind: 'ADD_GRID', grid: 4 },
      { kind: 'ADD_GRID', grid: 5 },
      { kind: 'MOVE', entrances, grid: null },
      { kind: 'CLOSE_GRID', grid: 2 },
      { kind: 'LOCK', lock: 'UNIT', entrances: entrances.slice(0, 1), grid: 4 },
    ]);
    const { job } = await f.plans.suggesting.suggest(f.as('PLANNER'), ask(plan));
    const { suggestions, infeasible } = await ended(job);
    expect(infeasible).toBeNull();
    expect(suggestions.length).toBeGreaterThan(0);
    for (const suggestion of suggestions) {
      expect(new Set(suggestion.assignment)).toEqual(new Set([1, 3, 4, 5]));
      // The units of the closed grid move in every plan: they are counted, and the bound knows it.
      expect(suggestion.movedUnits).toBeGreaterThanOrEqual(3);
      expect(suggestion.movedHouseholds).toBeGreaterThanOrEqual(11);
      expect(suggestion.disruptionBound).toBeGreaterThanOrEqual(11);
    }
  });

  it('finds the same for the same seed, and is one search for one clientEventId', async () => {
    const plan = await draftWith({});
    const input = ask(plan, { seed: 7 });
    const one = await f.plans.suggesting.suggest(f.as('PLANNER'), input);
    expect((await f.plans.suggesting.suggest(f.as('PLANNER'), input)).job).toBe(one.job);
    const first = await ended(one.job);
    const again = await ended((await f.plans.suggesting.suggest(f.as('PLANNER'), ask(plan, { seed: 7 }))).job);
    expect(again.job).not.toBe(first.job);
    expect(again.suggestions).toEqual(first.suggestions);
    expect(await refusalOf(f.plans.suggesting.suggest(f.as('PLANNER'), { ...input, seed: 8 }))).toBe(
      'IDEMPOTENCY_MISMATCH input.clientEventId',
    );
  });

  it('says which few rules conflict and what it would take, in words', async () => {
    const plan = await draftWith({ minHouseholds: 11, targetHouseholds: 11, maxHouseholds: 12 });
    const { job } = await f.plans.suggesting.suggest(f.as('PLANNER'), ask(plan));
    const { infeasible, suggestions, state } = await ended(job);
    expect({ state, suggestions }).toEqual({ state: 'DONE', suggestions: [] });
    expect(infeasible!.core.map(({ text }) => text)).toContain('每个网格至少 11 户');
    expect(infeasible!.relaxations.length).toBeGreaterThan(0);
    const eased = infeasible!.relaxations.flatMap(({ ops }) => ops).find(({ kind }) => kind === 'SET_RULES')!;
    expect(eased.rules!.minHouseholds).toBeLessThan(11);
    expect(eased.rules).toMatchObject({ targetHouseholds: 11, minutesPerDoor: 8 });
    const english = await f.plans.suggesting.find({ ...f.as('PLANNER'), language: 'EN' }, job);
    expect(english!.infeasible!.core.map(({ text }) => text)).toContain('Every grid has at least 11 households');
  });

  it('keeps buildings whole where asked, and says which to split where that is what stands in the way', async () => {
    const plan = await draftWith({ minHouseholds: 10, maxHouseholds: 11 });
    const { job } = await f.plans.suggesting.suggest(f.as('PLANNER'), ask(plan, { wholeBuildings: true }));
    const { infeasible } = await ended(job);
    expect(infeasible).not.toBeNull();
    expect(infeasible!.core.map(({ text }) => text).join()).toMatch(/不拆分|至少 10 户/);
  });

  it('ends when cancelled, keeping what it has; ending twice is the same', async () => {
    const plan = await draftWith({});
    const { job } = await f.plans.suggesting.suggest(f.as('PLANNER'), ask(plan));
    await f.plans.suggesting.cancel(f.as('PLANNER'), job);
    expect(await f.plans.suggesting.find(f.as('PLANNER'), job)).toMatchObject({ state: 'CANCELLED' });
    await f.plans.suggesting.cancel(f.as('PLANNER'), job);
    expect(await ended(job)).toMatchObject({ state: 'CANCELLED', infeasible: null });
  });

  it('is refused to others, beyond two at once, and unknown ones are nothing', async () => {
    const plan = await draftWith({});
    const { suggesting } = f.plans;
    expect(await refusalOf(suggesting.suggest(f.as('STREET_REVIEWER'), ask(plan)))).toBe('FORBIDDEN');
    expect(await refusalOf(suggesting.suggest(f.as('GRID_WORKER'), ask(plan)))).toBe('FORBIDDEN');
    const absent = encodeId('Plan', f.world.communityId, newId());
    expect(await refusalOf(suggesting.suggest(f.as('PLANNER'), ask(absent)))).toBe('NOT_FOUND input.plan');
    const jobs = [
      await suggesting.suggest(f.as('PLANNER'), ask(plan)),
      await suggesting.suggest(f.as('PLANNER'), ask(plan, { seed: 2 })),
    ];
    expect(await refusalOf(suggesting.suggest(f.as('PLANNER'), ask(plan, { seed: 3 })))).toBe(
      'PLAN_SEARCHES_BUSY input.plan',
    );
    for (const { job } of jobs) await suggesting.cancel(f.as('PLANNER'), job);
    expect(await refusalOf(suggesting.cancel(f.as('STREET_REVIEWER'), jobs[0]!.job))).toBe('FORBIDDEN');
    const unknown = encodeId('PlanSuggestions', f.world.communityId, newId());
    expect(await suggesting.find(f.as('PLANNER'), unknown)).toBeNull();
    expect(await refusalOf(suggesting.watch(f.as('PLANNER'), unknown))).toBe('NOT_FOUND job');
  });
});
