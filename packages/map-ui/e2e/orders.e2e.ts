// A firm's order on its manager's phone stays in sight when it is done; a second registration of the same matter ends at
// the first one.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Api, COMMUNITY, entranceId, registerRequest, signedIn } from './kit/api.ts';
import { NARROW, openBrowser, openWindow, PHONE, signIn } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';

const PLACE = '12栋2单元';
const MATTER = '漏水渗水';

let browser: Browser;
let secretary: Api;
beforeAll(async () => {
  browser = await openBrowser();
  secretary = await signedIn(inject('serverUrl'), 'secretary');
});
afterAll(() => browser.close());

const register = async (text: string) =>
  registerRequest(secretary, await entranceId(secretary, PLACE), 'WATER_LEAK', text);

async function dispatch(request: string): Promise<void> {
  const { organizations } = await secretary.ask<{ organizations: { id: string; kind: string }[] }>(
    'query($c: String!) { organizations(community: $c) { id kind } }',
    { c: COMMUNITY },
  );
  const organization = organizations.find(({ kind }) => kind === 'PROPERTY')?.id;
  await secretary.ask(
    'mutation($input: DispatchRequestInput!) { dispatchRequest(input: $input) { __typename ... on Refusal { code message } } }',
    { input: { request, organization, clientEventId: crypto.randomUUID() } },
  );
}

test('a finished order moves under what was finished today', async () => {
  await dispatch(await register('厨房顶上滴水'));
  const phone = await openWindow(browser, inject('serverUrl'), { size: PHONE });
  const { page } = phone;
  await signIn(phone, 'property');
  const order = page.getByTestId('order').filter({ hasText: PLACE }).filter({ hasText: MATTER }).first();
  await order.getByTestId('action-TAKE').tap();
  await order.getByTestId('action-ARRIVE').tap();
  await order.getByRole('button', { name: '到场', exact: true }).tap();
  await order.getByTestId('action-FINISH').tap();
  await order.getByLabel('不便拍照的,写明原因').fill('住户家中');
  await order.getByRole('button', { name: '完工', exact: true }).tap();
  const done = page.getByRole('region', { name: '今日完工' }).getByTestId('finished-order');
  await expect.poll(() => done.first().innerText()).toContain(PLACE);
  await done.first().scrollIntoViewIfNeeded();
  await keepPicture(page, 'finished-orders');
  expect(phone.faults).toEqual([]);
  await phone.context.close();
});

test('a duplicate is closed with the request it repeats, and leads to it', async () => {
  const url = inject('serverUrl');
  const original = await register('卫生间顶上漏水');
  const repeated = await register('楼上又漏水了');
  const desk = await openWindow(browser, url, { size: NARROW });
  const { page } = desk;
  await signIn(desk, 'secretary', `?community=${COMMUNITY}&panel=request&select=request:${repeated}`);
  await page.getByTestId('action-CLOSE').click();
  await page.getByText('重复诉求').click();
  const form = page.locator('.qh-action-form');
  await form.getByRole('button', { name: '结案' }).click();
  await form.getByRole('alert').filter({ hasText: '请选择与哪一件诉求重复' }).waitFor();
  await page.getByTestId('duplicates').getByRole('radio').first().check();
  await keepPicture(page, 'duplicate');
  await form.getByRole('button', { name: '结案' }).click();
  await page.getByRole('button', { name: /重复于编号/ }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('select')).toBe(`request:${original}`);
  expect(desk.faults).toEqual([]);
  await desk.context.close();
});
