// First paint of the demo on a warm server: a new browser context each time, nothing cached, software rendering.
import { createRequire } from 'node:module';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { median } from './measure.mjs';

const ROUNDS = 5;
const { chromium } = createRequire(new URL('../../map-ui/package.json', import.meta.url))('playwright-core');

/** Median milliseconds from navigation to first contentful paint, to the strip's figures, and to the map's first drawn frame. */
export async function firstPaint(server) {
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
  const [name, value] = server.cookie.split('=');
  const samples = { paint: [], figures: [], map: [] };
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
      await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true }]);
      const page = await context.newPage();
      const start = performance.now();
      await page.goto(server.url, { waitUntil: 'commit' });
      await page.getByText('5,235').first().waitFor();
      samples.figures.push(performance.now() - start);
      await page.locator('canvas').first().waitFor();
      samples.map.push(performance.now() - start);
      samples.paint.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
      );
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return Object.fromEntries(Object.entries(samples).map(([key, values]) => [key, median(values)]));
}
