// Owns the rows of demo 2 in which the engine answers: suggestions, comparing, replay, and a second planner.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { signIn } from '../kit/browser.ts';
import { keepPicture } from '../kit/picture.ts';
import { type Cast, pick, planNow, rowOf, saved } from './cast.ts';

/**
 * Grid 10 is locked and too small: that is said, and one key opens what it takes. With all grids open there are three to five plans on
 * balance and disruption, each with what is certain about it; hovering previews one.
 */
export async function plansSuggested({ planner: { page } }: Cast): Promise<void> {
  const section = page.getByTestId('suggestions');
  await page.getByTestId('suggest').click();
  const whyNot = page.getByTestId('why-not');
  await whyNot.waitFor();
  expect(await whyNot.innerText()).toContain('10网格整格锁定');
  await keepPicture(page, 'demo-2-220-why-not');
  await whyNot.getByRole('button', { name: /^解除/ }).click();
  const plans = section.locator('.qh-suggestions > li');
  await plans.first().waitFor();
  await page.getByTestId('suggest').waitFor();
  await openAllGrids(page);
  await page.getByTestId('suggest').click();
  await plans.first().waitFor({ state: 'detached' });
  const askedAt = performance.now();
  await plans.first().waitFor();
  const firstMs = performance.now() - askedAt;
  await page.getByTestId('suggest').waitFor();
  process.stdout.write(
    `demo 2: first plan ${Math.round(firstMs)} ms, all ${Math.round(performance.now() - askedAt)} ms after asking\n`,
  );
  const count = await plans.count();
  expect(count).toBeGreaterThanOrEqual(3);
  expect(count).toBeLessThanOrEqual(5);
  for (const plan of await plans.all())
    expect(await plan.innerText()).toMatch(/\d+户.*CV 0\.\d{3}.*(已证最优|至多差|无下界)/s);
  await plans.last().hover();
  await page.waitForTimeout(600);
  await keepPicture(page, 'demo-2-220-suggestions');
}

/** All grids are open again; building 19 stays with its worker. */
async function openAllGrids(page: Page): Promise<void> {
  await rowOf(page, 1).getByRole('button').click();
  await rowOf(page, 15).click({ modifiers: ['Shift'] });
  const picked = page.getByRole('toolbar', { name: '对选中的网格' });
  // Locked whole, then opened whole: the key says what it does to the rows picked.
  if (await picked.getByRole('button', { name: '锁定' }).isVisible())
    await picked.getByRole('button', { name: '锁定' }).click();
  await picked.getByRole('button', { name: '解锁' }).click();
  await saved(page);
  await picked.getByRole('button', { name: '取消选取' }).click();
}

/** two compared by a swipe; the doors that change worker, in order, with what is open there */
export async function plansCompared(cast: Cast): Promise<void> {
  const { page } = cast.planner;
  const plans = page.getByTestId('suggestions').locator('.qh-suggestions > li');
  await plans.first().getByRole('button').click();
  await page.getByRole('button', { name: /^对比 A 与 B/ }).click();
  const divider = page.getByRole('slider');
  await divider.waitFor();
  const at = Number(await divider.getAttribute('aria-valuenow'));
  await divider.press('ArrowLeft');
  expect(Number(await divider.getAttribute('aria-valuenow'))).toBeLessThan(at);
  await page.waitForTimeout(600);
  await keepPicture(page, 'demo-2-300-swipe');
  await page.keyboard.press('Escape');
  await divider.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '整体采用 A' }).click();
  await saved(page);
  await page.getByText('15个网格都在 300–500 户').waitFor();
}

/** 90 days replayed on the draft: the totals are equal */
export async function quarterReplayed({ planner: { page } }: Cast): Promise<void> {
  const replay = page.getByTestId('replay');
  await replay.getByRole('button', { name: '回放' }).click();
  const total = replay.getByRole('row', { name: /诉求合计/ });
  await total.waitFor();
  const [before, after] = await total.getByRole('cell').allInnerTexts();
  expect(before).toMatch(/^[\d,]+$/);
  expect(after).toBe(before);
  await replay.scrollIntoViewIfNeeded();
  await keepPicture(page, 'demo-2-330-replay');
}

/** a second planner: seen, merged without a dialog; the same entrance moved by both names both */
export async function colleagueJoins(cast: Cast): Promise<void> {
  const { planner, colleague, planId } = cast;
  await signIn(colleague, 'planner2');
  await colleague.page.goto(`/?panel=plan&plan=${planId}`);
  await rowOf(colleague.page, 15).waitFor();
  await planner.page.getByTestId('plan-present').getByText('2').waitFor();
  const { grids, locks } = await planNow(cast);
  expect(locks).toEqual([{ kind: 'WORKER', grid: 15, entrances: 4 }]);
  const own = [...grids].filter(([, grid]) => grid === 5).map(([name]) => name);
  const [first = '', second = ''] = own;
  await giveTo(cast, 'colleague', 5, first, '04');
  await expect.poll(async () => (await planNow(cast)).grids.get(first)).toBe(4);
  await expect.poll(() => rowOf(planner.page, 4).innerText()).toContain(await households(cast, 4));
  expect(await planner.page.getByRole('dialog').count()).toBe(0);

  await colleague.context.setOffline(true);
  await giveTo(cast, 'colleague', 5, second, '04');
  await giveTo(cast, 'planner', 5, second, '06');
  await saved(planner.page);
  await colleague.context.setOffline(false);
  const conflict = colleague.page.getByTestId('conflict');
  await conflict.waitFor({ timeout: 60_000 });
  const said = await conflict.innerText();
  expect(said).toContain('吴珩');
  expect(said).toContain('林之遥');
  expect(said).toContain(second);
  await keepPicture(colleague.page, 'demo-2-400-conflict');
  await conflict.getByRole('button', { name: '按所选的办' }).click();
  expect((await planNow(cast)).grids.get(second)).toBe(6);
  for (const { page } of [planner, colleague]) {
    await page.getByRole('button', { name: '撤销 Ctrl+Z' }).click();
    await saved(page);
  }
  await expect.poll(async () => (await planNow(cast)).grids).toEqual(grids);
}

async function giveTo(cast: Cast, who: 'planner' | 'colleague', from: number, name: string, to: string): Promise<void> {
  const { page } = cast[who];
  const list = page.locator('.qh-plan-list');
  if (!(await list.isVisible())) await page.getByRole('button', { name: /清单/ }).click();
  await pick(page, list.getByRole('combobox', { name: '列出哪个网格' }), String(from).padStart(2, '0'));
  await pick(page, list.getByRole('combobox', { name: `${name}归入的网格`, exact: true }), to);
}

async function households({ server, planId }: Cast, grid: number): Promise<string> {
  const { plan, planGround } = await server.ask<{
    plan: { assignment: (number | null)[] };
    planGround: { units: { households: number }[] };
  }>(
    'query($id: ID!) { plan(id: $id) { assignment } planGround(community: "420107005008") { units { households } } }',
    { id: planId },
  );
  return String(
    planGround.units.reduce((sum, unit, at) => sum + (plan.assignment[at] === grid ? unit.households : 0), 0),
  );
}
