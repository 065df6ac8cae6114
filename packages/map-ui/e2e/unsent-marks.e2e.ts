// Knocks while the network is away: they stay through a reload, are counted on every page, and arrive once.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Api, COMMUNITY, entranceId, signedIn } from './kit/api.ts';
import { openBrowser, openWindow, PHONE, signIn } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';

const ENTRANCE = '3栋2单元';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const visitsSoFar = async ({ ask }: Api) => {
  const { visits } = await ask<{ visits: { totalCount: number } }>(
    'query($c: String!) { visits(community: $c, first: 1) { totalCount } }',
    { c: COMMUNITY },
  );
  return visits.totalCount;
};

/** Marks the next door that is not due today. @returns its label */
async function mark(page: Page, name: string): Promise<string> {
  const door = page.getByRole('gridcell', { name: /今日不排/ }).first();
  await door.tap();
  const row = page.locator('.qh-due[data-selected="true"]');
  const label = (await row.getAttribute('data-door')) ?? '';
  await row.getByRole('button', { name, exact: true }).tap();
  return label;
}

test('marks outlive a reload without network and arrive once; a door goes along into the form', async () => {
  const url = inject('serverUrl');
  const api = await signedIn(url, 'secretary');
  const entrance = await entranceId(api, ENTRANCE);
  const address = `?community=${COMMUNITY}&panel=floors&select=entrance:${entrance}`;
  const phone = await openWindow(browser, url, { size: PHONE });
  const { page } = phone;
  await signIn(phone, 'secretary', address);
  await page.getByRole('grid').waitFor();
  const before = await visitsSoFar(api);

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation RecordVisits') ? route.abort() : route.fallback(),
  );
  const first = await mark(page, '已见面');
  const second = await mark(page, '已见面');
  expect(second).not.toBe(first);
  const unsent = page.getByTestId('unsent');
  await expect.poll(() => unsent.innerText()).toContain('2');
  await page.reload();
  await expect.poll(() => unsent.innerText()).toContain('2');
  expect(await page.getByRole('gridcell', { name: new RegExp(first) }).getAttribute('data-look')).toBe('MET');
  await keepPicture(page, 'unsent-marks');
  expect(await visitsSoFar(api)).toBe(before);

  await page.unroute('**/graphql');
  await unsent.waitFor({ state: 'detached', timeout: 60_000 });
  expect(await visitsSoFar(api)).toBe(before + 2);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  const third = page.getByRole('gridcell', { name: /今日不排/ }).first();
  await third.tap();
  const row = page.locator('.qh-due[data-selected="true"]');
  const label = (await row.getAttribute('data-door')) ?? '';
  await row.locator('.qh-due-more').tap();
  await page.getByRole('menuitem', { name: /需跟进/ }).tap();
  await page.getByRole('button', { name: '登记诉求' }).tap();
  expect(await page.getByLabel('门牌').inputValue()).toBe(label);
  await phone.context.close();
});
