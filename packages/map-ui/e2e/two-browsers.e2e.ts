// Two people at once: what one does, the other sees.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { COMMUNITY, entranceId, signedIn } from './kit/api.ts';
import { NARROW, openBrowser, openWindow, PHONE, signIn } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';
import { figure, readPage } from './kit/reading.ts';

const TIMES = 5;
const AT_MOST_MS = 5_000;
const GRID = '07网格';
const ENTRANCE = '9栋3单元';
/** Column of the list after the name. */
const VISITS = 2;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Milliseconds from the tap of one until the list of the other counts one visit more. */
async function seenAfterMs(worker: Page, secretary: Page): Promise<number> {
  const known = figure((await readPage(secretary)).list.get(GRID)?.[VISITS] ?? '');
  const seen = secretary.waitForFunction(
    ({ grid, column, count }) => {
      const row = [...document.querySelectorAll('[data-testid="list"] tbody tr')].find(
        (each) => each.querySelector('th')?.textContent === grid,
      );
      return Number(row?.querySelectorAll('td')[column]?.textContent?.replaceAll(',', '')) === count;
    },
    { grid: GRID, column: VISITS, count: known + 1 },
    { polling: 20, timeout: 10_000 },
  );
  const door = worker.getByRole('gridcell', { name: /今日不排/ }).first();
  await door.tap();
  const met = worker.locator('.qh-due[data-selected="true"]').getByRole('button', { name: '已见面', exact: true });
  await met.waitFor();
  const startedAt = performance.now();
  await met.tap();
  await seen;
  return performance.now() - startedAt;
}

test('a door met on the phone is counted on the desk within a second', async () => {
  const url = inject('serverUrl');
  const entrance = await entranceId(await signedIn(url, 'worker7'), ENTRANCE);
  const secretary = await openWindow(browser, url, { size: NARROW });
  const worker = await openWindow(browser, url, { size: PHONE });
  await signIn(secretary, 'secretary', '?panel=list&normalise=count');
  await signIn(worker, 'worker7', `?community=${COMMUNITY}&panel=floors&select=entrance:${entrance}`);
  await worker.page.getByRole('grid').waitFor();

  const took: number[] = [];
  for (let time = 0; time < TIMES; time += 1) took.push(await seenAfterMs(worker.page, secretary.page));
  const median = took.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Infinity;
  process.stdout.write(
    `two browsers: a change is seen after ${took.map((ms) => Math.round(ms)).join(', ')} ms; median ${Math.round(median)} ms\n`,
  );

  expect(median).toBeLessThan(AT_MOST_MS);
  await keepPicture(secretary.page, 'two-browsers-desk');
  await keepPicture(worker.page, 'two-browsers-phone');
  expect([...secretary.faults, ...worker.faults]).toEqual([]);
});
