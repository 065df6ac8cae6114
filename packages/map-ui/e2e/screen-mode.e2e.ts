// A session that is a big screen: a hall sees figures, never people; it ends from the phone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Api, COMMUNITY, entranceId, registerRequest, signedIn } from './kit/api.ts';
import { goWithin, mapStands, openBrowser, openWindow, PHONE, signIn, type Window } from './kit/browser.ts';
import { namesOfStaff, personalOn } from './kit/personal.ts';
import { keepPicture } from './kit/picture.ts';

const CALL = '我家门口有积水,请打电话给我';

let browser: Browser;
let hall: Window;
let server: Api;
let names: readonly string[];
let request: string;

beforeAll(async () => {
  const url = inject('serverUrl');
  browser = await openBrowser();
  server = await signedIn(url, 'secretary');
  names = await namesOfStaff(server);
  request = await registerRequest(server, await entranceId(server, '4栋2单元'), 'WATER_LEAK', CALL);
  hall = await openWindow(browser, url);
});
afterAll(() => browser.close());

async function signInAsScreen({ page }: Window): Promise<void> {
  await page.goto('/');
  await page.getByLabel('作为大屏登录').check();
  await page.locator('[data-login="secretary"]').click();
  await mapStands({ page });
}

/** Every address a screen could be sent to. */
async function addresses(): Promise<readonly string[]> {
  const entrance = await entranceId(server, '19栋2单元');
  const { grids } = await server.ask<{ grids: { id: string; entrances: { building: { id: string } }[] }[] }>(
    'query($c: String!) { grids(community: $c) { id entrances { building { id } } } }',
    { c: COMMUNITY },
  );
  const grid = grids.at(-1);
  return [
    '',
    'panel=list',
    `panel=grid&select=grid:${grid?.id}`,
    `panel=building&select=building:${grid?.entrances.at(-1)?.building.id}`,
    `panel=floors&select=entrance:${entrance}`,
    `panel=request&select=request:${request}`,
    'panel=new-request',
    'panel=orders',
    'panel=print',
    'panel=import',
    'panel=playback',
    `panel=explain&select=grid:${grid?.id}`,
  ];
}

const settled = async (page: Page) => {
  await mapStands({ page });
  await expect.poll(() => page.getByRole('status', { name: '正在载入' }).count()).toBe(0);
  await page.waitForTimeout(300);
};

describe('投屏', () => {
  test('shows nothing personal at any address, and no floors', async () => {
    const { page } = hall;
    await signInAsScreen(hall);
    await keepPicture(page, 'screen-mode-hall');
    const found: string[] = [];
    for (const address of await addresses()) {
      await goWithin(hall, address);
      await settled(page);
      found.push(...(await personalOn(page, names, [CALL])).map((each) => `${address}: ${each}`));
      expect(await page.getByRole('gridcell').count()).toBe(0);
      expect(await page.getByRole('button', { name: /登记|催办|改派|打开楼层表/ }).count()).toBe(0);
    }
    expect(names.length).toBeGreaterThan(25);
    expect(found).toEqual([]);
  });

  test('pointing at the map names nobody', async () => {
    const { page } = hall;
    await goWithin(hall, '');
    await settled(page);
    for (const [x, y] of [
      [760, 500],
      [900, 700],
      [600, 400],
    ] as const) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(300);
      expect(await personalOn(page, names, [CALL])).toEqual([]);
    }
    await keepPicture(page, 'screen-mode-pointed');
  });

  test('is ended from the phone', async () => {
    const phone = await openWindow(browser, inject('serverUrl'), { size: PHONE });
    await signIn(phone, 'secretary');
    await phone.page.getByTestId('account').tap();
    await phone.page.getByRole('menuitem', { name: '我的登录' }).tap();
    const dialog = phone.page.getByRole('dialog');
    const screens = dialog.getByRole('listitem').filter({ hasText: '大屏浏览器' });
    await screens.first().waitFor();
    await keepPicture(phone.page, 'screen-mode-sessions');
    await screens.first().getByRole('button', { name: '结束' }).tap();
    await hall.page.getByLabel('用户名').waitFor();
    expect(await hall.page.getByTestId('legend').count()).toBe(0);
    expect(hall.faults.filter((fault) => !fault.includes('401'))).toEqual([]);
    expect(phone.faults).toEqual([]);
  });

  test('by one click, and one click back', async () => {
    const desk = await openWindow(browser, inject('serverUrl'));
    const { page } = desk;
    await signIn(desk, 'secretary');
    await page.getByRole('button', { name: '投屏', exact: true }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-display')).toBe('screen');
    await expect.poll(() => personalOn(page, names, [CALL])).toEqual([]);
    await page.getByRole('button', { name: '退出投屏' }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-display')).toBe('desk');
    expect(desk.faults).toEqual([]);
  });
});
