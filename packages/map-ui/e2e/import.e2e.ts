// Real buildings come in through the page: files, datum, outline, grids, and the map of a second community.
import type { Browser, Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, openWindow, signIn } from './kit/browser.ts';
import { coloursOfMap, keepPicture } from './kit/picture.ts';
import { readPage } from './kit/reading.ts';

/** The stand-in compound lies beside the repository, not in it: its outlines are OpenStreetMap's. */
const FILES = ['standin_gongchengda_buildings.geojson', 'standin_households_SYNTHETIC.csv'].map((name) =>
  fileURLToPath(new URL(`../../../../shared/data/buildings/${name}`, import.meta.url)),
);
const CODE = '420111009001';
const GRIDS = 15;

/** Names of the selects that stick out of the table they belong to. */
const selectsBeyondTheirTable = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.qh-import-table')].flatMap((table) =>
      [...table.querySelectorAll('.ant-select')]
        .filter((select) => select.getBoundingClientRect().right > table.getBoundingClientRect().right + 0.5)
        .map((select) => select.closest('label')?.textContent ?? ''),
    ),
  );

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('the stand-in compound comes in through the page and shows its 15 grids', async () => {
  const window = await openWindow(browser, inject('serverUrl'));
  const { page } = window;
  await signIn(window, 'administrator');
  await page.getByTestId('account').click();
  await page.getByRole('menuitem', { name: '导入数据' }).click();

  await page.getByRole('button', { name: '新建社区' }).click();
  await page.getByLabel('社区代码(12 位)').fill(CODE);
  await page.getByLabel('名称', { exact: true }).fill('工程大样本小区');
  await page.getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('heading', { name: `导入到 工程大样本小区(${CODE})` }).waitFor();

  await page.locator('input[type="file"]').setInputFiles(FILES);
  const datum = page.getByTestId('datum');
  await datum.getByText('坐标用的是哪个基准?请选择').waitFor();
  const save = page.getByTestId('import');
  expect(await datum.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await save.isDisabled()).toBe(true);
  expect(await page.getByTestId('import-table').count()).toBe(2);
  expect(await page.getByTestId('import-table').first().getByRole('row').count()).toBeGreaterThan(3);
  await keepPicture(page, 'import-1-asked');

  await datum.getByRole('radio', { name: /WGS 84/ }).check();
  const outline = page.getByTestId('outline-question');
  await outline.waitFor();
  expect(await outline.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await save.isDisabled()).toBe(true);
  await outline.getByRole('radio', { name: /我有边界文件/ }).check();
  await outline.getByText('先不导入').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await outline.getByRole('radio', { name: /用建议边界/ }).check();
  expect(await selectsBeyondTheirTable(page)).toEqual([]);
  await page.getByRole('spinbutton', { name: '划分网格数' }).fill(String(GRIDS));
  await page.getByRole('spinbutton', { name: '划分网格数' }).blur();
  await expect.poll(() => save.isEnabled()).toBe(true);
  expect(await page.locator('.qh-import-save').innerText()).toMatch(/住户\s*5,235/);
  await keepPicture(page, 'import-2-ready');

  await save.click();
  const done = page.getByTestId('import-done');
  await done.waitFor({ timeout: 60_000 });
  expect(await done.innerText()).toMatch(/网格\s*15/);
  expect(await done.innerText()).toMatch(/住户\s*5,235/);
  await keepPicture(page, 'import-3-done');

  await done.getByRole('button', { name: '打开这个社区' }).click();
  await page.getByRole('button', { name: '列表', exact: true }).click();
  await expect.poll(async () => (await readPage(page)).list.size).toBe(GRIDS);
  expect((await readPage(page)).totals.households).toBe(5235);
  expect(new URL(page.url()).searchParams.get('community')).toBe(CODE);
  expect((await coloursOfMap(page)).kinds).toBeGreaterThan(3);
  await page.getByText('OpenStreetMap').first().waitFor();
  await keepPicture(page, 'import-4-map');
  expect(window.faults).toEqual([]);
});
