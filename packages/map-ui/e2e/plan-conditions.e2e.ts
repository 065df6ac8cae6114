// What stands around a draft, tried by machine: a suggestion taken by grid, what a lock set meanwhile does to what was found, units locked
// together, and a finding exempted and held against the draft again. Beside demo 2, whose five minutes have no room for it.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pick, planNow, rowOf, saved } from './demo-2/cast.ts';
import { type Api, COMMUNITY, signedIn } from './kit/api.ts';
import { openBrowser, openWindow, signIn, type Window } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';

let browser: Browser;
let planner: Window;
let page: Page;
let section: Locator;
let server: Api;
let planId: string;
const now = () => planNow({ server, planId });

beforeAll(async () => {
  const url = inject('serverUrl');
  browser = await openBrowser();
  planner = await openWindow(browser, url);
  page = planner.page;
  section = page.getByTestId('suggestions');
  server = await signedIn(url, 'planner');
  const input = { community: COMMUNITY, name: '条件试验', clientEventId: crypto.randomUUID() };
  const { createPlan } = await server.ask<{ createPlan: { id: string } }>(
    'mutation($i: CreatePlanInput!) { createPlan(input: $i) { __typename ... on Plan { id } } }',
    { i: input },
  );
  planId = createPlan.id;
  await signIn(planner, 'planner');
  await page.goto(`/?panel=plan&plan=${planId}`);
  await rowOf(page, 15).waitFor();
});
afterAll(async () => {
  await server.ask('mutation($i: AbandonPlanInput!) { abandonPlan(input: $i) { __typename } }', {
    i: { plan: planId, version: (await now()).version, clientEventId: crypto.randomUUID() },
  });
  await browser.close();
});

const undo = async () => {
  await page.getByRole('button', { name: '撤销 Ctrl+Z' }).click();
  await saved(page);
};
const firstPlan = () => section.locator('.qh-suggestions > li').first().getByRole('button');

/** Units that another grid has than before, each with both. */
async function movedSince(before: ReadonlyMap<string, number | null>) {
  const { grids } = await now();
  return [...grids].flatMap(([name, grid]) =>
    before.get(name) === grid ? [] : [{ name, from: before.get(name), to: grid }],
  );
}

describe('conditions of a draft', () => {
  test('a suggestion is previewed and taken by grid: what goes to it or leaves it, no more; one undo takes it back', async () => {
    await page.getByTestId('suggest').click();
    await firstPlan().waitFor();
    await page.getByTestId('suggest').waitFor();
    const before = (await now()).grids;
    await firstPlan().click();
    await pick(page, section.getByRole('combobox', { name: '只采用这些网格' }), '04网格', 'Escape');
    const take = section.getByRole('button', { name: '采用', exact: true });
    await take.hover();
    await page.waitForTimeout(400);
    await keepPicture(page, 'plan-conditions-by-grid');
    await take.click();
    await saved(page);
    await expect.poll(async () => (await movedSince(before)).length).toBeGreaterThan(0);
    expect((await movedSince(before)).filter(({ from, to }) => from !== 4 && to !== 4)).toEqual([]);
    expect(await page.getByTestId('suggestions-stale').count()).toBe(0);
    await undo();
    expect(await movedSince(before)).toEqual([]);
  });

  test('a lock set meanwhile is said; what breaks it is looked at, not taken; the rest still is', async () => {
    const stale = page.getByTestId('suggestions-stale');
    const picked = page.getByRole('toolbar', { name: '对选中的网格' });
    await rowOf(page, 4).getByRole('button').click();
    await picked.getByRole('button', { name: '锁定' }).click();
    await stale.getByText('锁定已变').waitFor();
    await firstPlan().click();
    expect(await section.getByRole('button', { name: '整体采用 A' }).isDisabled()).toBe(true);
    await section.getByText('会动到锁定的04网格').waitFor();
    await keepPicture(page, 'plan-conditions-stale');
    await pick(page, section.getByRole('combobox', { name: '只采用这些网格' }), '01网格', 'Escape');
    expect(await section.getByRole('button', { name: '采用', exact: true }).isEnabled()).toBe(true);
    await picked.getByRole('button', { name: '解锁' }).click();
    await stale.waitFor({ state: 'detached' });
    await saved(page);
    await picked.getByRole('button', { name: '取消选取' }).click();
    await firstPlan().click();
  });

  test('of units locked together one takes the others along, and the bar says so', async () => {
    await page.getByRole('button', { name: /清单/ }).click();
    const list = page.locator('.qh-plan-list');
    await pick(page, list.getByRole('combobox', { name: '列出哪个网格' }), '02');
    for (const name of ['2栋1单元', '2栋2单元']) await list.getByRole('checkbox', { name }).check();
    const bar = page.getByRole('toolbar', { name: '选中的单元' });
    await bar.getByRole('button', { name: '锁定' }).click();
    await page.getByRole('menuitem', { name: '锁在一起' }).click();
    await saved(page);
    await list.getByRole('checkbox', { name: '2栋2单元' }).uncheck();
    await bar.getByText('与2栋2单元锁在一起,一并移动').waitFor();
    await keepPicture(page, 'plan-conditions-together');
    await pick(page, list.getByRole('combobox', { name: '2栋1单元归入的网格', exact: true }), '01');
    await saved(page);
    const { grids } = await now();
    expect([grids.get('2栋1单元'), grids.get('2栋2单元')]).toEqual([1, 1]);
    await undo();
    await bar.getByRole('button', { name: '取消选择' }).click();
    await list.getByRole('button', { name: '收起' }).click();
  });

  test('an exempted finding stands apart with who and why, and is held against the draft again by keyboard', async () => {
    const finding = page.locator('[data-finding="households"]').filter({ hasText: '04网格' });
    await finding.getByRole('button', { name: '豁免…' }).click();
    await page.getByLabel('写明理由,审核人会看到').fill('明年新楼交付');
    await page.getByRole('button', { name: '豁免', exact: true }).click();
    await finding.waitFor({ state: 'detached' });
    await saved(page);
    const apart = page.getByTestId('exempted');
    await apart.locator('summary').focus();
    await page.keyboard.press('Enter');
    await apart.getByText('吴珩豁免:明年新楼交付').waitFor();
    await keepPicture(page, 'plan-conditions-exempted');
    await apart.getByRole('button', { name: /^取消豁免/ }).focus();
    await page.keyboard.press('Enter');
    await apart.waitFor({ state: 'detached' });
    await finding.waitFor();
    await saved(page);
    await undo();
    await apart.waitFor();
    expect(await apart.locator('summary').innerText()).toBe('已豁免 1项');
  });

  test('and the page complained of nothing', () => {
    expect(planner.faults).toEqual([]);
  });
});
