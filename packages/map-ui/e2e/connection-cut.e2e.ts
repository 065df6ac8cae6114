// The line goes dead for 20 s while things happen: the page says so, and afterwards knows all of it once.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Api, COMMUNITY, densityAt, entranceId, registerRequest, signedIn, totalsAt } from './kit/api.ts';
import { openBrowser, openWindow, signIn } from './kit/browser.ts';
import { type CutLine, openCutLine } from './kit/cut-line.ts';
import { coloursOfMap, keepPicture } from './kit/picture.ts';
import { readPage } from './kit/reading.ts';

const CUT_MS = 20_000;
const PLACES = ['9栋1单元', '3栋2单元', '14栋4单元'] as const;

let browser: Browser;
let line: CutLine;
beforeAll(async () => {
  browser = await openBrowser();
  line = await openCutLine(inject('serverUrl'));
});
afterAll(async () => {
  await browser.close();
  await line.close();
});

/** Sequence numbers of all events the page was told, in the order it was told. */
function heardEvents(page: Page): number[] {
  const heard: number[] = [];
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const message = JSON.parse(String(payload)) as { payload?: { data?: { live?: { events: { seq: number }[] } } } };
      heard.push(...(message.payload?.data?.live?.events.map(({ seq }) => seq) ?? []));
    });
  });
  return heard;
}

/** What goes on while nobody at the page can know: a call from each place and a door met. */
async function somethingHappens(worker: Api, secretary: Api): Promise<void> {
  for (const name of PLACES)
    await registerRequest(secretary, await entranceId(secretary, name), 'LIGHTING', '楼道灯不亮');
  const { floorMatrix } = await worker.ask<{ floorMatrix: { doors: { id: string; look: string }[] } }>(
    'query($e: ID!) { floorMatrix(entrance: $e) { doors { id look } } }',
    { e: await entranceId(worker, PLACES[0]) },
  );
  const visits = floorMatrix.doors
    .filter(({ look }) => look === 'NOT_VISITED')
    .slice(0, 4)
    .map(({ id }) => ({ dwelling: id, outcome: 'MET' }));
  await worker.ask(
    'mutation($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename ... on Refusal { code message } } }',
    {
      input: { community: COMMUNITY, visits, clientEventId: crypto.randomUUID() },
    },
  );
  expect(visits).toHaveLength(4);
}

test('after 20 s without a line every figure equals the database, and no event is lost or told twice', async () => {
  const url = inject('serverUrl');
  const secretary = await signedIn(url, 'secretary');
  const worker = await signedIn(url, 'worker7');
  const window = await openWindow(browser, line.url);
  const { page } = window;
  const heard = heardEvents(page);
  await signIn(window, 'secretary', '?panel=list');
  await registerRequest(secretary, await entranceId(secretary, PLACES[0]), 'LIGHTING', '楼道灯不亮');
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThan(0);
  const inColour = await coloursOfMap(page);
  const before = await readPage(page);

  const cutAt = performance.now();
  line.cut();
  const band = page.getByTestId('stale-band');
  await band.waitFor({ timeout: 6_500 });
  process.stdout.write(`connection cut: the page says so after ${Math.round(performance.now() - cutAt)} ms\n`);
  await somethingHappens(worker, secretary);
  expect(await band.innerText()).toMatch(/数据停在 \d\d:\d\d:\d\d/);
  expect((await coloursOfMap(page)).colourful).toBeLessThan(inColour.colourful / 10);
  expect((await readPage(page)).totals).toEqual(before.totals);
  await keepPicture(page, 'connection-cut-stale');

  await page.waitForTimeout(Math.max(0, CUT_MS - (performance.now() - cutAt)));
  const mendedAt = performance.now();
  line.mend();
  await band.waitFor({ state: 'detached', timeout: 15_000 });
  process.stdout.write(`connection cut: live again ${Math.round(performance.now() - mendedAt)} ms after the line\n`);
  await expect
    .poll(async () => (await readPage(page)).totals.openRequests, { timeout: 5_000 })
    .toBe(before.totals.openRequests + PLACES.length);

  const { asOf, totals, list } = await readPage(page);
  expect(totals).toEqual(await totalsAt(secretary, asOf));
  const open = await densityAt(secretary, 'OPEN_REQUESTS', asOf);
  const shown = new Map([...list].map(([name, cells]) => [Number.parseInt(name, 10), Number(cells[3])]));
  expect(shown).toEqual(new Map(open.map(({ name, numerator }) => [Number.parseInt(name, 10), numerator])));
  expect(shown.size).toBe(15);
  expect([...shown.values()].reduce((sum, count) => sum + count, 0)).toBe(totals.openRequests);
  expect((await coloursOfMap(page)).colourful).toBeGreaterThan(inColour.colourful / 2);
  await keepPicture(page, 'connection-cut-back');

  const [first = 0] = heard;
  expect(heard).toEqual(heard.map((_, index) => first + index));
  expect(heard).toHaveLength(1 + PLACES.length + 4);
  expect(window.faults.filter((fault) => !fault.includes('net::ERR'))).toEqual([]);
});
