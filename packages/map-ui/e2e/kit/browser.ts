// Owns the browser of a journey: one Chromium, windows as people have them, and everything a healthy page never does
// (console errors, exceptions, refused content, addresses outside). Refuses to judge: the journey asks for the faults.
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
const DEADLINE_MS = 30_000;

/** Windows the product is judged in. */
export const WIDE = { width: 1920, height: 1080 } as const;
export const NARROW = { width: 1366, height: 768 } as const;
export const PHONE = { width: 390, height: 844 } as const;

export type WindowSize = typeof WIDE | typeof NARROW | typeof PHONE;

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What a healthy page never does, in words. */
  readonly faults: string[];
}

/** CHROME_PATH, else Debian's place. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
}

export interface WindowOptions {
  readonly size?: WindowSize;
  readonly locale?: 'zh-CN' | 'en-GB';
  /** For measuring with a tool that has to put a script into the page; never for what is claimed about content policy. */
  readonly bypassCSP?: boolean;
}

/** A window with its own cookies. A phone is touched, not clicked. */
export async function openWindow(browser: Browser, url: string, options: WindowOptions = {}): Promise<Window> {
  const { size = WIDE, locale = 'zh-CN', bypassCSP = false } = options;
  const phone = size === PHONE;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale,
    timezoneId: 'Asia/Shanghai',
    bypassCSP,
    hasTouch: phone,
    isMobile: phone,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(DEADLINE_MS);
  const faults: string[] = [];
  context.on('page', (page) => watch(page, url, faults));
  return { page: await context.newPage(), context, faults };
}

function watch(page: Page, url: string, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const address = request.url();
    if (/^(https?|wss?):/.test(address) && new URL(address).host !== new URL(url).host)
      faults.push(`outside: ${address}`);
  });
}

/** Signs in as a person of the demo does: by their button. */
export async function signIn({ page }: Window, login: string, search = ''): Promise<void> {
  await page.goto(`/${search}`);
  const button = page.locator(`[data-login="${login}"]`);
  await button.waitFor({ state: 'attached' });
  if (!(await button.isVisible())) await page.locator('summary').click();
  await button.click();
  await mapStands({ page });
}

/** The map is drawn and its clock runs. */
export async function mapStands({ page }: Pick<Window, 'page'>): Promise<void> {
  await page.locator('.maplibregl-canvas').waitFor();
  await page.locator('[data-testid="as-of"] time[datetime$="Z"]').waitFor();
}

/** Goes to another address of the page as the back key does, without loading it anew. */
export async function goWithin({ page }: Pick<Window, 'page'>, search: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', `/?${address}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
}
