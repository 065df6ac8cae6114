// A real installation on its first day: the printed link, the first community, accounts by one-time links, and what a lost
// answer must not do twice.
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NARROW, openBrowser, openWindow, PHONE, type Window } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';
import { type RunningServer, startServer } from './kit/server.ts';

const CODE = '420111009777';

let server: RunningServer;
let browser: Browser;
let administrator: Window;
/** Of the secretary's account, as the page shows it. */
let link: string;

beforeAll(async () => {
  server = await startServer(['--no-demo']);
  browser = await openBrowser();
  administrator = await openWindow(browser, server.url, { size: NARROW });
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function choosePassword(page: Page, path: string, password: string, again = password): Promise<void> {
  await page.goto(path);
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一次').fill(again);
  await page.getByRole('button', { name: '设定密码并登录' }).click();
}

const linkIn = (text: string): string => /\/\?password=[\w-]+/.exec(text)?.[0] ?? 'no link';

/** The server does what was asked and the answer is lost, once. */
async function loseOneAnswer(page: Page, operation: string): Promise<void> {
  let lost = false;
  await page.route('**/graphql', async (route: Route) => {
    if (lost || !route.request().postData()?.includes(`mutation ${operation}`)) return route.fallback();
    lost = true;
    await route.fetch();
    await route.abort();
  });
}

describe('the first day', () => {
  test('starts with a link that wants a real password, and leads to the first community', async () => {
    const { page } = administrator;
    expect(server.said()).toContain('user name: administrator');
    const first = linkIn(server.said());
    await choosePassword(page, first, 'short', 'other');
    await page.getByText('至少10个字符').waitFor();
    await page.getByText('两次输入不一样').waitFor();
    await choosePassword(page, first, 'a password of the first day');
    await page.getByText('先建一个社区').waitFor();
    await keepPicture(page, 'first-start-community');
    await page.getByLabel('社区代码(12 位)').fill(CODE);
    await page.getByLabel('名称', { exact: true }).fill('新社区');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText(`导入到 新社区(${CODE})`).waitFor();
    await page.goto('/');
    await page.getByText('这个社区还没有楼栋和网格').waitFor();
    await keepPicture(page, 'first-start-empty-map');
  });

  test('makes one account, though the first answer is lost', async () => {
    const { page } = administrator;
    await page.getByTestId('account').click();
    await page.getByRole('menuitem', { name: '管理' }).click();
    const form = page.locator('.qh-admin-form').first();
    await form.getByLabel('登录名').fill('shuji');
    await form.getByLabel('姓名').fill('何小样');
    await form.getByLabel('角色').click();
    await page.getByTitle('社区书记', { exact: true }).click();
    await loseOneAnswer(page, 'CreateAccount');
    await form.getByRole('button', { name: '新建' }).click();
    await form.getByText('服务器没有应答').waitFor();
    await form.getByRole('button', { name: '新建' }).click();
    link = linkIn(await page.getByTestId('account-link').innerText());
    expect(link).not.toBe('no link');
    await keepPicture(page, 'first-start-account');
  });

  test('the link signs in once, on whatever device, and then says that it was used', async () => {
    const phone = await openWindow(browser, server.url, { size: PHONE });
    await choosePassword(phone.page, link, 'a password of her own');
    await phone.page.getByText('请社区管理员导入').or(phone.page.getByText('导入楼栋、单元和住户的文件')).waitFor();
    const other = await openWindow(browser, server.url, { size: NARROW });
    await choosePassword(other.page, link, 'a password of a thief');
    await other.page.getByText('链接已用过或已过期').waitFor();
    await keepPicture(other.page, 'first-start-used-link');
    await other.page.getByRole('button', { name: '去登录' }).click();
    await other.page.getByLabel('用户名').fill('shuji');
    await other.page.getByLabel('密码', { exact: true }).fill('a password of her own');
    await other.page.getByRole('button', { name: '登录', exact: true }).click();
    await other.page.getByTestId('account').waitFor();
    expect([...phone.faults, ...other.faults]).toEqual([]);
    await phone.context.close();
    await other.context.close();
  });

  test('a reset ends the old sessions', async () => {
    const { page } = administrator;
    const old = await openWindow(browser, server.url, { size: NARROW });
    await old.page.goto('/');
    await old.page.getByLabel('用户名').fill('shuji');
    await old.page.getByLabel('密码', { exact: true }).fill('a password of her own');
    await old.page.getByRole('button', { name: '登录', exact: true }).click();
    await old.page.getByTestId('account').waitFor();
    const form = page.locator('.qh-admin-form').nth(1);
    await form.getByLabel('登录名').fill('shuji');
    await form.getByRole('button', { name: '生成新链接' }).click();
    const fresh = page.getByTestId('account-link').filter({ hasText: 'shuji' }).last();
    await expect.poll(async () => linkIn(await fresh.innerText())).not.toBe(link);
    const phone = await openWindow(browser, server.url, { size: PHONE });
    await choosePassword(phone.page, linkIn(await fresh.innerText()), 'her second password');
    await phone.page.getByTestId('account').first().waitFor();
    await old.page.reload();
    await old.page.getByLabel('用户名').waitFor();
    await phone.context.close();
    await old.context.close();
  });
});
