// Owns the rows of demo 1 about time and reasons: the line cut, the last days played, why.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { type Api, COMMUNITY, entranceId, registerRequest, totalsAt } from '../kit/api.ts';
import { coloursOfMap, keepPicture } from '../kit/picture.ts';
import { readPage } from '../kit/reading.ts';
import type { Cast } from './cast.ts';

/** the line is cut for 20 s: grey within 6 s, and equal to the database afterwards */
export async function lineIsCut({ desk, server, line }: Cast): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: /需要处理/ }).click();
  const inColour = await coloursOfMap(page);
  const cutAt = performance.now();
  line.cut();
  const band = page.getByTestId('stale-band');
  await band.waitFor({ timeout: 6_500 });
  expect(await band.innerText()).toMatch(/数据停在 18:4\d:\d\d/);
  await registerRequest(server, await entranceId(server, '5栋1单元'), 'NOISE', '楼上很吵');
  await expect
    .poll(async () => (await coloursOfMap(page)).colourful, { timeout: 5_000 })
    .toBeLessThan(inColour.colourful / 10);
  await keepPicture(page, 'demo-1-300-cut');
  await page.waitForTimeout(Math.max(0, 20_000 - (performance.now() - cutAt)));
  line.mend();
  await band.waitFor({ state: 'detached', timeout: 15_000 });
  await expect
    .poll(async () => (await coloursOfMap(page)).colourful, { timeout: 5_000 })
    .toBeGreaterThan(inColour.colourful / 2);
  const { asOf, totals } = await readPage(page);
  expect(totals).toEqual(await totalsAt(server, asOf));
  await keepPicture(page, 'demo-1-300-back');
}

/** The last seven days are played; grid 15 says one sentence and shows its trend. */
export async function lastDaysPlayed({ desk, server }: Cast): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: '回放近7天' }).click();
  const bar = page.getByTestId('time-bar');
  await bar.getByText(/^回放 /).waitFor();
  const told = () => bar.getByText(/^回放 /).innerText();
  const first = await told();
  await expect.poll(told).not.toBe(first);
  const { asOf } = await readPage(page);
  expect(Date.parse(asOf)).toBeLessThan(Date.parse('2026-07-06T16:00:00Z'));
  await expect.poll(async () => (await coloursOfMap(page)).colourful).toBeGreaterThan(0.02);
  await keepPicture(page, 'demo-1-330-playback');
  await bar.getByRole('button', { name: '暂停' }).click();
  await listStandsAsThen(desk.page, server);
  await page.getByTestId('back-to-live').click();
  await bar.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '列表', exact: true }).click();
  await page.getByTestId('list').getByRole('button', { name: '15网格', exact: true }).click();
  const panel = page.locator('[data-grid="15"]');
  const { grids } = await server.ask<{ grids: { number: number; sentence: string }[] }>(
    'query($c: String!) { grids(community: $c) { number sentence } }',
    { c: COMMUNITY },
  );
  await panel.waitFor();
  const sentence = grids.find(({ number }) => number === 15)?.sentence ?? '';
  expect(sentence).toMatch(/^15网格:应访\d+,(已访\d+|均已访)/);
  await panel.getByText(sentence, { exact: true }).waitFor();
  await panel.locator('canvas').first().waitFor();
  await page.waitForTimeout(400);
  await keepPicture(page, 'demo-1-330-grid');
}

/** What needed doing is that of the map's instant, and is looked at, not acted on. */
async function listStandsAsThen(page: Page, server: Api): Promise<void> {
  const { asOf } = await readPage(page);
  const list = page.getByTestId('attention');
  await list.getByText(/^截至 /).waitFor();
  const { attention } = await server.ask<{ attention: { items: { title: string }[] } }>(
    'query($c: String!, $at: DateTime!) { attention(community: $c, asOf: $at) { items { title } } }',
    { c: COMMUNITY, at: asOf },
  );
  const rows = list.locator('.qh-attention-list > li');
  await expect.poll(() => rows.count()).toBe(attention.items.length);
  expect(attention.items.length).toBeGreaterThan(0);
  expect(await rows.first().innerText()).toContain(attention.items[0]?.title);
  expect(await list.getByRole('button', { name: /催办|改派|派遣/ }).count()).toBe(0);
}

/** Why this colour: the rule in words, the numbers, the records, and a query for the same figure. */
export async function whyAnswered({ desk }: Cast): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: '为什么是这个颜色' }).click();
  const answer = page.locator('.qh-explain');
  await answer.locator('.qh-explain-rule').waitFor();
  const text = await answer.innerText();
  expect(text).toContain('15网格');
  expect(text).toMatch(/依据:\d+ 件诉求/);
  expect(await answer.getByRole('textbox', { name: '得到同样数字的查询' }).inputValue()).toContain('density');
  await keepPicture(page, 'demo-1-410-why');
}
