// Owns the last row of demo 1: paper, a link, a hall.
import { expect } from 'vitest';
import { mapStands } from '../kit/browser.ts';
import { namesOfStaff, personalOn } from '../kit/personal.ts';
import { keepPicture } from '../kit/picture.ts';
import type { Cast } from './cast.ts';

/** Points of A3 lying. */
const A3 = /\/MediaBox \[0 0 119[01](\.\d+)? 84[12](\.\d+)?\]/g;

/** One A3 sheet in vectors with legend, instant and denominator. */
export async function sheetPrinted({ desk }: Cast): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: '打印 A3' }).click();
  await expect.poll(() => page.getByTestId('print').isEnabled()).toBe(true);
  const sheet = page.locator('.qh-print svg').first();
  const text = (await page.locator('.qh-print').innerText()) + (await sheet.textContent());
  for (const said of ['在住户', '数据截至', '演示数据', '每百户']) expect(text).toContain(said);
  await keepPicture(page, 'demo-1-430-sheet');
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf.match(A3)).toHaveLength(1);
  expect(pdf.match(/\/Subtype \/Image/g)).toBeNull();
}

/** The copied link opens the same view at the same instant. */
export async function linkOpens({ desk, phone }: Cast): Promise<void> {
  const { page } = desk;
  await page.goto('/');
  await mapStands(desk);
  await page.getByRole('radio', { name: '走访', exact: true }).click();
  await page.getByRole('button', { name: '列表', exact: true }).click();
  await page.getByTestId('list').getByRole('button', { name: '15网格', exact: true }).click();
  await page.locator('[data-grid="15"]').waitFor();
  await page.getByRole('button', { name: '复制链接' }).click();
  await page.getByText('链接已复制').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.origin).toBe(new URL(page.url()).origin);
  await phone.page.goto(`/${link.search}`);
  await phone.page.locator('[data-grid="15"]').waitFor();
  expect(await phone.page.getByRole('radio', { name: '走访', exact: true }).getAttribute('aria-checked')).toBe('true');
  await phone.page
    .getByTestId('time-bar')
    .getByText(/^截至 7月7日 18:\d\d:\d\d$/)
    .waitFor();
  await keepPicture(phone.page, 'demo-1-430-link');
}

/** 投屏 shows no name, phone, door. */
export async function hallSeesNobody({ desk, server }: Cast): Promise<void> {
  const { page } = desk;
  const names = await namesOfStaff(server);
  await page.getByRole('button', { name: '投屏', exact: true }).click();
  await page.getByRole('button', { name: '退出投屏' }).waitFor();
  await page.mouse.move(720, 560);
  await expect.poll(() => personalOn(page, names)).toEqual([]);
  await keepPicture(page, 'demo-1-430-hall');
  await page.getByRole('button', { name: '退出投屏' }).click();
  await page.getByRole('button', { name: '投屏', exact: true }).waitFor();
}
