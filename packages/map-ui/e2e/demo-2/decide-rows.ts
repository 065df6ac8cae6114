// Owns the rows of demo 2 in which the plan is agreed on and lands: doors, reviews, midnight, hand-over, exports.
import { expect } from 'vitest';
import { COMMUNITY, moveClockTo, signedIn } from '../kit/api.ts';
import { signIn } from '../kit/browser.ts';
import { keepPicture } from '../kit/picture.ts';
import { type Cast, planNow } from './cast.ts';

/** Who agrees, in turn. */
const REVIEWERS = ['secretary', 'street', 'district'] as const;
const EVENING = '2026-07-07T19:00:00+08:00';
const MORNING = '2026-07-08T08:30:00+08:00';

/** every unit that changes worker stands in door order with its daily-care doors and open requests */
export async function doorsListed(cast: Cast): Promise<void> {
  const { page } = cast.planner;
  await page.locator('[data-finding]').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '看名册' }).click();
  const { server, planId } = cast;
  const { planDiff } = await server.ask<{ planDiff: { moves: { name: string; dailyCareDoors: number }[] } }>(
    'query($id: ID!) { planDiff(plan: $id) { moves { name dailyCareDoors openRequests } } }',
    { id: planId },
  );
  expect(planDiff.moves.length).toBeGreaterThan(1);
  for (const { name } of planDiff.moves) await page.getByText(name, { exact: true }).first().waitFor();
  await page.waitForTimeout(600);
  await keepPicture(page, 'demo-2-310-doors');
}

/** submitted, then agreed by the community, the street and the district, then given its day */
export async function reviewed(cast: Cast): Promise<void> {
  const { planner, reviewer, planId } = cast;
  await planner.page.goto(`/?panel=plan&plan=${planId}`);
  await planner.page.getByTestId('submit-plan').click();
  await expect.poll(async () => (await planNow(cast)).stage).toBe('SUBMITTED');
  for (const who of REVIEWERS) {
    await reviewer.context.clearCookies();
    await signIn(reviewer, who);
    await reviewer.page.goto('/?panel=plans');
    await reviewer.page
      .getByRole('button', { name: /2026年秋季调整/ })
      .first()
      .click();
    await reviewer.page.getByTestId('approve-plan').click();
    await reviewer.page.getByTestId('approve-plan').waitFor({ state: 'detached' });
  }
  expect((await planNow(cast)).stage).toBe('APPROVED');
  await planner.page.goto('/?panel=plans');
  await planner.page
    .getByRole('button', { name: /2026年秋季调整/ })
    .first()
    .click();
  await planner.page.getByTestId('activate-plan').click();
  await expect.poll(async () => (await planNow(cast)).stage).toBe('SCHEDULED');
  await planner.page.waitForTimeout(600);
  await keepPicture(planner.page, 'demo-2-430-course');
}

/** past midnight the plan is in force; a worker accepts; until then the old one answers; the old grids are still there by date */
export async function newPlanHolds(cast: Cast): Promise<void> {
  const { phone, planner, server, url, planId } = cast;
  const waiting = async () => {
    const { handovers } = await server.ask<{ handovers: { toGrid: number; acceptedAt: string | null }[] }>(
      'query($c: String!, $p: ID!) { handovers(community: $c, plan: $p) { toGrid acceptedAt } }',
      { c: COMMUNITY, p: planId },
    );
    return handovers.filter(({ acceptedAt }) => acceptedAt === null);
  };
  const [first] = await waiting();
  expect(first).toBeDefined();
  const grid = first?.toGrid ?? 0;
  await moveClockTo(await signedIn(url, 'administrator'), MORNING);
  await expect.poll(async () => (await planNow(cast)).stage, { timeout: 20_000 }).toBe('IN_FORCE');

  await signIn(phone, `worker${grid}`);
  await phone.page.goto('/?panel=handovers');
  await phone.page.getByTestId('handovers').waitFor();
  await phone.page.getByRole('button', { name: /接收/ }).first().waitFor();
  await keepPicture(phone.page, 'demo-2-440-handover-waiting');
  await phone.page.getByRole('button', { name: /接收/ }).first().tap();
  await phone.page
    .getByText(/全部已接收|已于/)
    .first()
    .waitFor();
  expect((await waiting()).filter(({ toGrid }) => toGrid === grid)).toEqual([]);
  await keepPicture(phone.page, 'demo-2-440-handover');

  const at = async (instant: string) => {
    const { grids } = await server.ask<{ grids: { number: number; households: number; entranceCount: number }[] }>(
      'query($c: String!, $at: DateTime!) { grids(community: $c, validAt: $at) { number households entranceCount } }',
      { c: COMMUNITY, at: instant },
    );
    return grids;
  };
  const [before, after] = [await at(EVENING), await at(MORNING)];
  expect(after).not.toEqual(before);
  expect(after.length).toBe(15);
  const sum = (grids: typeof before) => grids.reduce((total, { households }) => total + households, 0);
  expect([sum(before), sum(after)]).toEqual([5235, 5235]);
  for (const kind of ['geojson', 'xlsx']) {
    const answer = await planner.page.request.get(`/files/plans/${planId}.${kind}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).length).toBeGreaterThan(2_000);
  }
  await planner.page.goto('/?panel=plans');
  await planner.page.getByText('现行').first().waitFor();
  await keepPicture(planner.page, 'demo-2-450-in-force');
}
