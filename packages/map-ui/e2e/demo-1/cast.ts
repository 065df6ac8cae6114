// Owns who plays demo 1: the secretary at a desk behind a line that can be cut, the worker and the firm on phones.
import type { Browser, Page } from 'playwright-core';
import { type Api, signedIn } from '../kit/api.ts';
import { openBrowser, openWindow, PHONE, signIn, type Window } from '../kit/browser.ts';
import { type CutLine, openCutLine } from '../kit/cut-line.ts';

export interface Cast {
  readonly url: string;
  readonly browser: Browser;
  readonly line: CutLine;
  /** 1920 × 1080, the secretary. */
  readonly desk: Window;
  /** 390 px, the worker of grid 7. */
  readonly phone: Window;
  /** 390 px, the property manager. */
  readonly firm: Window;
  /** What the page should show, asked past it. */
  readonly server: Api;
}

export async function assemble(url: string): Promise<Cast> {
  const browser = await openBrowser();
  const line = await openCutLine(url);
  const desk = await openWindow(browser, line.url);
  const phone = await openWindow(browser, url, { size: PHONE });
  const firm = await openWindow(browser, url, { size: PHONE });
  await signIn(desk, 'secretary');
  await signIn(phone, 'worker7');
  return { url, browser, line, desk, phone, firm, server: await signedIn(url, 'secretary') };
}

export async function dismiss({ browser, line }: Cast): Promise<void> {
  await browser.close();
  await line.close();
}

/** Chooses in a box of the map's controls. */
export async function choose(page: Page, combobox: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: combobox, exact: true }).click();
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .click();
}
