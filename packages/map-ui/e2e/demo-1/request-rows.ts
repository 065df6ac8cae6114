// Owns the rows of demo 1 about one request: a call after hours, the firm, the resident's word.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { moveClockTo, signedIn } from '../kit/api.ts';
import { signIn } from '../kit/browser.ts';
import { keepPicture } from '../kit/picture.ts';
import { readPage } from '../kit/reading.ts';
import type { Cast } from './cast.ts';

const CALL = '隔壁污水返到我家厨房来了,能不能请人来看看?';
const OURS = '.qh-pulse[aria-label="9栋2单元 排水返污"]';

/** When one mark more stands on the map, milliseconds. */
async function pulsesAgain(page: Page): Promise<number> {
  const before = await page.locator('.qh-pulse').count();
  await page.waitForFunction((known) => document.querySelectorAll('.qh-pulse').length > known, before, { polling: 20 });
  return performance.now();
}

/** Text of the step a request has reached, first to last. */
async function stamps(panel: Locator): Promise<string[]> {
  const written = await panel.locator('.qh-stages .qh-stage-stamp').allInnerTexts();
  return written.filter((stamp) => stamp !== '');
}

/** after 18:00 a call from building 9 is on both screens at once, and its worker still answers */
export async function callComes({ desk, phone, url }: Cast): Promise<void> {
  await moveClockTo(await signedIn(url, 'administrator'), '2026-07-07T18:00:30+08:00');
  const { page } = desk;
  await page.getByRole('button', { name: '登记诉求' }).click();
  const form = page.getByRole('form', { name: '登记诉求' });
  await form.getByLabel('单元').fill('9-2');
  await page.locator('.ant-select-item-option').filter({ hasText: '9栋2单元' }).click();
  await form.getByTestId('similar-requests').waitFor();
  expect(await form.getByTestId('similar-requests').innerText()).toContain('公共设施');
  await keepPicture(page, 'demo-1-045-similar');
  await form.getByLabel('事项').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '排水返污' }).click();
  await form.getByLabel('居民原话').fill(CALL);
  const before = await readPage(page);
  const both = [desk, phone].map(({ page: screen }) => pulsesAgain(screen));
  const startedAt = performance.now();
  await form.getByTestId('register').click();
  const seen = await Promise.all(both);
  process.stdout.write(
    `demo 1: the call is on the desk ${Math.round((seen[0] ?? NaN) - startedAt)} ms, on the phone ${Math.round((seen[1] ?? NaN) - startedAt)} ms after the click\n`,
  );
  await keepPicture(page, 'demo-1-045-desk');
  await keepPicture(phone.page, 'demo-1-045-phone');
  await phone.page.locator(OURS).waitFor();
  const panel = page.getByTestId('request-panel');
  await panel.waitFor();
  await expect.poll(async () => (await readPage(page)).totals.openRequests).toBe(before.totals.openRequests + 1);
  const text = await panel.innerText();
  expect(text).toContain('周岚');
  expect(text).toContain('已下班,仍由其负责');
  expect(await panel.getByTestId('request-clock').innerText()).toMatch(/响应还剩\s+1[45]:\d\d/);
  await keepPicture(page, 'demo-1-045-request');
}

/** the firm takes it, arrives with two, finishes with photos; the worker takes the resident’s word */
export async function orderRuns({ desk, phone, firm }: Cast): Promise<void> {
  const { page } = desk;
  const panel = page.getByTestId('request-panel');
  await panel.getByTestId('action-DISPATCH').click();
  await panel.getByText('安居物业').click();
  await panel.getByRole('form').getByRole('button', { name: '派给单位' }).click();
  await expect.poll(() => panel.getAttribute('data-stage')).toBe('DISPATCHED');

  await signIn(firm, 'property');
  const order = firm.page.getByTestId('order').filter({ hasText: '排水返污' });
  await order.getByRole('button', { name: '接单', exact: true }).tap();
  await order.getByRole('button', { name: '到场', exact: true }).tap();
  await order.getByLabel('到场人数').fill('2');
  await keepPicture(firm.page, 'demo-1-110-crew');
  await order.getByRole('form').getByRole('button', { name: '到场' }).tap();
  await order.getByRole('button', { name: '完工', exact: true }).tap();
  const photo = {
    name: 'drain.png',
    mimeType: 'image/png',
    buffer: await firm.page.screenshot({ clip: { x: 0, y: 0, width: 160, height: 120 } }),
  };
  await order.getByLabel('处置前 添加照片').setInputFiles(photo);
  await order.getByRole('img', { name: '处置前照片 1' }).waitFor();
  await order.getByLabel('处置后 添加照片').setInputFiles(photo);
  await order.getByRole('img', { name: '处置后照片 1' }).waitFor();
  await keepPicture(firm.page, 'demo-1-110-photos');
  await order.getByRole('form').getByRole('button', { name: '完工' }).tap();
  await expect.poll(() => panel.getAttribute('data-stage')).toBe('REPORTED_BACK');

  await phone.page.goto(`/${new URL(page.url()).search}`);
  const onPhone = phone.page.getByTestId('request-panel');
  await onPhone.getByTestId('action-CLOSE').tap();
  await onPhone.getByText('全部解决', { exact: true }).tap();
  await onPhone.getByLabel('居民本人认可').check();
  await keepPicture(phone.page, 'demo-1-110-word');
  await onPhone.getByRole('form').getByRole('button', { name: '结案' }).tap();
  await expect.poll(() => panel.getAttribute('data-stage')).toBe('CLOSED');

  const written = await stamps(panel);
  expect(written.length).toBeGreaterThanOrEqual(5);
  expect(written).toEqual(written.toSorted());
  const course = await panel.innerText();
  const told = ['派给安居物业', '接单', '到场2人', '完工', '居民认可,结案'].map((step) => course.indexOf(step));
  expect(told).not.toContain(-1);
  await expect.poll(() => panel.getByRole('img', { name: /处置[前后]照片/ }).count()).toBe(2);
  await panel.getByRole('button', { name: '复制回复' }).waitFor();
  await page.locator(OURS).waitFor({ state: 'detached' });
  await keepPicture(page, 'demo-1-110-closed');
}
