// What holds on every page: no error in the console, nothing refused by the content policy, nothing from outside, readable
// by a screen reader, workable by keyboard, in both languages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { COMMUNITY, entranceId, registerRequest, signedIn } from './kit/api.ts';
import { goWithin, mapStands, NARROW, openBrowser, openWindow, PHONE, signIn, type WindowSize } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  const server = await signedIn(inject('serverUrl'), 'secretary');
  browser = await openBrowser();
  const entrance = await entranceId(server, '19栋2单元');
  const request = await registerRequest(server, await entranceId(server, '7栋2单元'), 'SEWAGE', '下水道堵了');
  const { grids } = await server.ask<{ grids: { id: string; entrances: { building: { id: string } }[] }[] }>(
    'query($c: String!) { grids(community: $c) { id entrances { building { id } } } }',
    { c: COMMUNITY },
  );
  const [grid] = grids;
  pages = new Map([
    ['overview', ''],
    ['list', 'panel=list'],
    ['grid', `panel=grid&select=grid:${grid?.id}`],
    ['building', `panel=building&select=building:${grid?.entrances[0]?.building.id}`],
    ['floors', `panel=floors&select=entrance:${entrance}`],
    ['request', `panel=request&select=request:${request}`],
    ['new-request', 'panel=new-request'],
    ['explain', `panel=explain&select=grid:${grid?.id}`],
    ['heat', 'as=heat&measure=visits'],
    ['playback', 'panel=playback'],
    ['print', 'panel=print'],
  ]);
});
afterAll(() => browser.close());

const settled = async (page: Page) => {
  await page.locator('.qh-page').waitFor();
  await expect.poll(() => page.getByRole('status', { name: /正在载入|Loading/ }).count()).toBe(0);
  await page.waitForTimeout(500);
};

describe('no page complains', () => {
  const windows = [
    ['zh', NARROW],
    ['en', NARROW],
    ['zh', PHONE],
    ['en', PHONE],
  ] as const satisfies readonly (readonly ['zh' | 'en', WindowSize])[];
  test.for(windows)('in %s at %o', async ([language, size]) => {
    const window = await openWindow(browser, inject('serverUrl'), {
      size,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    });
    await signIn(window, 'secretary', `?lang=${language}`);
    const found: string[] = [];
    for (const [name, search] of pages) {
      await goWithin(window, `lang=${language}&${search}`);
      await settled(window.page);
      await keepPicture(window.page, `page-${name}-${language}-${size.width}`);
      found.push(...window.faults.splice(0).map((fault) => `${name}: ${fault}`));
      const broken = await window.page.getByText(/这一块没有显示出来|This part could not be shown/).count();
      if (broken > 0) found.push(`${name}: broken`);
      if (language === 'en')
        found.push(...(await hanOutsideData(window.page)).map((text) => `${name}: not translated: ${text}`));
    }
    expect(found).toEqual([]);
  });
});

/** Chinese words of the page itself in an English page: labels and buttons, not names of people, places and matters. */
async function hanOutsideData(page: Page): Promise<string[]> {
  const texts = await page
    .locator('.qh-header-end, .qh-strip dt, .qh-legend-axis, .qh-live-legend label')
    .allInnerTexts();
  return texts.filter((text) => /\p{Script=Han}/u.test(text.replaceAll(/何敏|青和居社区/g, '')));
}

describe('a screen reader finds no serious fault', () => {
  async function faultsOf(page: Page): Promise<string[]> {
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim()}`,
        ),
      );
  }
  async function axeWindow(size: WindowSize) {
    const window = await openWindow(browser, inject('serverUrl'), { size, bypassCSP: true });
    // The page's trusted types refuse strings as scripts; this one comes before the page.
    await window.context.addInitScript({ content: AXE });
    return window;
  }
  test.for([NARROW, PHONE])('at %o', async (size) => {
    const window = await axeWindow(size);
    const { page } = window;
    await page.goto('/');
    await page.getByLabel('用户名').waitFor();
    const found = (await faultsOf(page)).map((fault) => `sign-in: ${fault}`);
    await signIn(window, 'secretary');
    for (const name of ['overview', 'request', 'new-request', 'floors', 'list', 'grid'] as const) {
      await goWithin(window, pages.get(name) ?? '');
      await settled(page);
      found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
});

describe('everything by keyboard', () => {
  test('tab reaches the list, Enter opens a grid, Escape goes back to its row', async () => {
    const window = await openWindow(browser, inject('serverUrl'));
    const { page } = window;
    await signIn(window, 'secretary', '?panel=list');
    await mapStands({ page });
    await page.locator('[data-testid="list"] tbody tr').first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const walk = async (until: string, most: number) => {
      for (let step = 0; step < most; step += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()) === until) return step;
      }
      return Infinity;
    };
    await page.locator('body').focus();
    expect(await walk('01网格', 60)).toBeLessThan(60);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('02网格');
    await page.keyboard.press('Enter');
    await page.locator('[data-grid="2"]').waitFor();
    await keepPicture(page, 'page-keyboard-grid');
    await page.keyboard.press('Escape');
    await page.locator('[data-testid="list"]').waitFor();
    await expect.poll(focused).toBe('02网格');
  });
});
