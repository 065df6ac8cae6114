// Owns the rows of demo 1 about what is owed: doors by floors, and the list of what needs doing.
import { expect } from 'vitest';
import { COMMUNITY, entranceId, moveClockTo, registerRequest, signedIn } from '../kit/api.ts';
import { keepPicture } from '../kit/picture.ts';
import type { Cast } from './cast.ts';

/** building 19 by floors: several not home in one tap, a daily door met, the next due door in hand */
export async function floorsWork({ desk }: Cast): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: /需要处理/ }).click();
  const attention = page.getByTestId('attention');
  await attention.getByRole('button', { name: /^打开楼层表: 19栋/ }).click();
  const door = (name: string) => page.getByRole('gridcell', { name: new RegExp(`^${name}(?!\\d)`) });
  await door('1701').waitFor();
  expect(await door('1701').getAttribute('aria-label')).toContain('待敲门');
  expect(await page.locator('.qh-due[data-door="1701"]').innerText()).toContain('日访');
  await keepPicture(page, 'demo-1-145-floors');

  await page.getByRole('button', { name: '勾选多户无人应门' }).click();
  for (const name of ['601', '602', '603']) await door(name).click();
  await page.getByRole('button', { name: '记 3 户无人应门' }).click();
  for (const name of ['601', '602', '603'])
    await expect.poll(() => door(name).getAttribute('data-look')).toBe('NOT_HOME');
  await expect.poll(() => door('1701').getAttribute('aria-selected')).toBe('true');
  await page.locator('.qh-due[data-door="1701"]').getByRole('button', { name: '已见面', exact: true }).click();
  await expect.poll(() => door('1701').getAttribute('data-look')).toBe('MET');
  await expect.poll(() => door('702').getAttribute('aria-selected')).toBe('true');
  await keepPicture(page, 'demo-1-145-met');
}

/** what needs doing: overdue requests, untaken orders, doors; each flies and offers the next action */
export async function whatNeedsDoing({ desk, server, url }: Cast): Promise<void> {
  const { page } = desk;
  const organization = await server.ask<{ organizations: { id: string; name: string }[] }>(
    'query($c: String!) { organizations(community: $c) { id name } }',
    { c: COMMUNITY },
  );
  const request = await registerRequest(server, await entranceId(server, '14栋2单元'), 'LIFT', '电梯停了');
  await server.ask(
    'mutation($input: DispatchRequestInput!) { dispatchRequest(input: $input) { __typename ... on Refusal { code message } } }',
    {
      input: {
        request,
        organization: organization.organizations.find(({ name }) => name === '安居物业')?.id,
        clientEventId: crypto.randomUUID(),
      },
    },
  );
  const administrator = await signedIn(url, 'administrator');
  await moveClockTo(administrator, '2026-07-07T18:40:00+08:00');
  await page.getByRole('button', { name: /需要处理/ }).click();
  const attention = page.getByTestId('attention');
  const row = (text: string | RegExp) => attention.getByRole('listitem').filter({ hasText: text });
  await row('14栋2单元').filter({ hasText: '改派' }).waitFor();
  await row('超时未办结').first().waitFor();
  await row(/日访未见面/)
    .first()
    .waitFor();
  await keepPicture(page, 'demo-1-230-attention');
  for (const text of ['14栋2单元', /16栋 · \d户日访未见面/]) {
    const before = await page.locator('.qh-map-canvas').screenshot();
    await row(text).locator('.qh-attention-open').click();
    await expect.poll(() => row(text).getAttribute('data-selected')).toBe('true');
    await expect
      .poll(async () => (await page.locator('.qh-map-canvas').screenshot()).equals(before), { timeout: 5_000 })
      .toBe(false);
  }
  await keepPicture(page, 'demo-1-230-flown');
  await row('14栋2单元').getByRole('button', { name: /^改派/ }).click();
  expect(await page.getByTestId('request-panel').innerText()).toContain('电梯');
}
