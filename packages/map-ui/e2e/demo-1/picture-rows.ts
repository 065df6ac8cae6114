// Owns the first rows of demo 1: the one picture and its legend.
import { expect } from 'vitest';
import { COMMUNITY, totalsAt } from '../kit/api.ts';
import { mapStands } from '../kit/browser.ts';
import { coloursOfMap, keepPicture } from '../kit/picture.ts';
import { readPage } from '../kit/reading.ts';
import { type Cast, choose } from './cast.ts';

/** one picture: 15 grids, 19 buildings, people on hover, six figures and their instant */
export async function onePicture({ desk, phone, server }: Cast): Promise<void> {
  const startedAt = performance.now();
  await desk.page.goto('/');
  await mapStands(desk);
  const painted = await desk.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
  process.stdout.write(
    `demo 1: first paint ${Math.round(painted)} ms, map stands ${Math.round(performance.now() - startedAt)} ms after asking\n`,
  );

  await expect.poll(async () => (await coloursOfMap(desk.page)).colourful, { timeout: 15_000 }).toBeGreaterThan(0.05);
  const { asOf, totals } = await readPage(desk.page);
  expect(totals).toMatchObject({ households: 5235, residents: 8234 });
  expect(totals).toEqual(await totalsAt(server, asOf));
  await expect.poll(async () => (await readPage(desk.page)).asOf, { timeout: 5_000 }).not.toBe(asOf);
  await desk.page.getByText('演示数据(虚构)', { exact: true }).waitFor();
  await desk.page.getByText('演示时钟').waitFor();

  await desk.page.mouse.move(720, 560);
  const card = desk.page.locator('.qh-hover-card');
  await card.waitFor();
  const number = Number.parseInt(await card.locator('.qh-hover-title').innerText(), 10);
  const { grids } = await server.ask<{
    grids: { number: number; worker: { name: string }; branchSecretary: { name: string } }[];
  }>('query($c: String!) { grids(community: $c) { number worker { name } branchSecretary { name } } }', {
    c: COMMUNITY,
  });
  const pointed = grids.find((grid) => grid.number === number);
  expect(await card.innerText()).toContain(pointed?.worker.name);
  expect(await card.innerText()).toContain(pointed?.branchSecretary.name);
  await keepPicture(desk.page, 'demo-1-000-desk');
  await keepPicture(phone.page, 'demo-1-000-phone');

  await desk.page.getByRole('button', { name: '列表', exact: true }).click();
  await expect
    .poll(async () => [...(await readPage(desk.page)).list.keys()])
    .toEqual(Array.from({ length: 15 }, (_, index) => `${String(index + 1).padStart(2, '0')}网格`));
  await choose(desk.page, '按', '按楼栋');
  const buildings = async () => [...(await readPage(desk.page)).list.keys()].filter((name) => /^\d+栋$/.test(name));
  await expect.poll(buildings).toEqual(Array.from({ length: 19 }, (_, index) => `${index + 1}栋`));
  await keepPicture(desk.page, 'demo-1-000-list');
  await choose(desk.page, '按', '按网格');
  await desk.page.getByRole('button', { name: /需要处理/ }).click();
}

/** the legend says what is counted, by what, and where it breaks */
export async function legendSays({ desk }: Cast): Promise<void> {
  const { page } = desk;
  const legend = page.getByTestId('legend');
  for (const [measure, axis] of [
    ['诉求', '每百户诉求(件)'],
    ['走访', '每百户走访(户次)'],
  ] as const) {
    await page.getByRole('radio', { name: measure, exact: true }).click();
    await expect.poll(() => legend.innerText()).toContain(axis);
    const rows = await legend.getByRole('listitem').allInnerTexts();
    expect(rows.filter((row) => /(至 [\d.]+|[\d.]+ 以上)/.test(row))).toHaveLength(5);
    expect(rows.join()).toContain('无数据');
    await keepPicture(page, `demo-1-020-${measure === '诉求' ? 'requests' : 'visits'}`);
  }
  await page.getByRole('radio', { name: '两者', exact: true }).click();
  await expect.poll(() => legend.locator('[data-cell]').count()).toBe(9);
  expect(await legend.innerText()).toContain('诉求多、走访少');
  expect(await legend.innerText()).toContain('在住户数');
  await legend.locator('[data-cell="20"]').focus();
  await keepPicture(page, 'demo-1-020-both');
  await page.locator('body').click({ position: { x: 960, y: 40 } });
}
