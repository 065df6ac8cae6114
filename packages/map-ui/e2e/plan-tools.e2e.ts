// Every tool of the workbench tried by machine: what demo 2 has no time for. By mouse, then without one, then against another's lock.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { rowOf, saved } from './demo-2/cast.ts';
import { type Api, COMMUNITY, signedIn } from './kit/api.ts';
import { NARROW, openBrowser, openWindow, signIn, type Window } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';

/** On the map at 1366 × 768 with the whole community in view. */
const AT = {
  '1栋4单元': [688, 212],
  '2栋1单元': [736, 208],
  '2栋2单元': [760, 213],
} as const satisfies Record<string, readonly [number, number]>;
/** Corners of a box round building 12. */
const ROUND_12 = [
  [546, 446],
  [672, 500],
] as const;

let browser: Browser;
let planner: Window;
let page: Page;
let server: Api;
let colleague: Api;
let planId: string;
/** Names of the units, in the plan's order. */
let names: readonly string[];

beforeAll(async () => {
  const url = inject('serverUrl');
  browser = await openBrowser();
  planner = await openWindow(browser, url, { size: NARROW });
  page = planner.page;
  server = await signedIn(url, 'planner');
  colleague = await signedIn(url, 'planner2');
  planId = await newPlan(server);
  names = await unitNames(server);
  await signIn(planner, 'planner');
  await page.goto(`/?panel=plan&plan=${planId}`);
  await rowOf(page, 15).waitFor();
  await page.locator('.qh-plan-foot').waitFor();
  await page.waitForTimeout(800);
});
afterAll(async () => {
  await server.ask(
    'mutation($i: AbandonPlanInput!) { abandonPlan(input: $i) { __typename ... on Refusal { code message } } }',
    { i: { plan: planId, version: (await now()).version, clientEventId: crypto.randomUUID() } },
  );
  await browser.close();
});

async function newPlan({ ask }: Api): Promise<string> {
  const input = { community: COMMUNITY, name: '工具试验', clientEventId: crypto.randomUUID() };
  const { createPlan } = await ask<{ createPlan: { id: string } }>(
    'mutation($i: CreatePlanInput!) { createPlan(input: $i) { __typename ... on Plan { id } ... on Refusal { code message } } }',
    { i: input },
  );
  return createPlan.id;
}

async function unitNames({ ask }: Api): Promise<readonly string[]> {
  const { planGround } = await ask<{ planGround: { units: { name: string }[] } }>(
    'query($c: String!) { planGround(community: $c) { units { name } } }',
    { c: COMMUNITY },
  );
  return planGround.units.map(({ name }) => name);
}

interface PlanNow {
  readonly version: number;
  readonly assignment: readonly (number | null)[];
  readonly locks: readonly { readonly kind: string; readonly grid: number | null; readonly entrances: string[] }[];
}

async function now(): Promise<PlanNow> {
  const { plan } = await server.ask<{ plan: PlanNow }>(
    'query($id: ID!) { plan(id: $id) { version assignment locks { kind grid entrances } } }',
    { id: planId },
  );
  return plan;
}

/** Grids of the units whose names begin so, as the server has them. */
async function gridsOf(name: string): Promise<readonly (number | null)[]> {
  const { assignment } = await now();
  return assignment.filter((_, unit) => names[unit]?.startsWith(name));
}

const gridOf = async (unit: string) => (await gridsOf(unit))[0];
const selection = () => page.getByRole('toolbar', { name: '选中的单元' });

async function undo(): Promise<void> {
  await page.keyboard.press('Control+z');
  await saved(page);
}

describe('by mouse', () => {
  test('two entrances change places', async () => {
    await page.mouse.click(...AT['1栋4单元']);
    await page.keyboard.down('Shift');
    await page.mouse.click(...AT['2栋1单元']);
    await page.keyboard.up('Shift');
    await selection().getByText('2个单元').waitFor();
    await selection().getByRole('button', { name: '互换' }).click();
    await expect.poll(() => gridOf('1栋4单元')).toBe(2);
    expect(await gridOf('2栋1单元')).toBe(1);
    await keepPicture(page, 'plan-tools-swap');
    await page.keyboard.press('Escape');
    await undo();
    await expect.poll(() => gridOf('2栋1单元')).toBe(2);
    expect(await gridOf('1栋4单元')).toBe(1);
  });

  test('a box selects, Delete leaves without a grid, F gives to the nearest', async () => {
    await page.keyboard.press('r');
    await drag(ROUND_12);
    await selection().getByText('4个单元').waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(() => gridsOf('12栋')).toEqual([null, null, null, null]);
    await page.locator('[data-finding="unassigned"]').first().waitFor();
    await keepPicture(page, 'plan-tools-unassigned');
    await page.keyboard.press('f');
    await expect.poll(async () => (await gridsOf('12栋')).filter((grid) => grid === null)).toEqual([]);
    await page.locator('[data-finding="unassigned"]').waitFor({ state: 'detached' });
    await undo();
    await undo();
    await expect.poll(() => gridsOf('12栋')).toEqual([10, 10, 10, 10]);
  });

  test('a lasso with a grid chosen by its number gives what it holds', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.keyboard.press('1');
    await page.getByRole('combobox', { name: '归入', exact: true }).waitFor();
    await drag([
      [721, 194],
      [750, 194],
      [750, 224],
      [721, 224],
    ]);
    await expect.poll(() => gridOf('2栋1单元')).toBe(1);
    expect(await gridOf('2栋2单元')).toBe(2);
    await undo();
  });

  test('by building one touch of the brush takes it whole', async () => {
    await page.keyboard.press('b');
    await page.keyboard.press('g');
    await page.mouse.click(...AT['2栋2单元']);
    await expect.poll(() => gridsOf('2栋')).toEqual([1, 1, 1, 1]);
    await keepPicture(page, 'plan-tools-building');
    await undo();
    await expect.poll(() => gridsOf('2栋')).toEqual([2, 2, 2, 2]);
    await page.keyboard.press('g');
    await page.keyboard.press('v');
  });
});

test('without a mouse: a grid from the table, its units in the list, moved, locked, taken back', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await rowOf(page, 1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  await page.locator('.qh-plan-list input[type="checkbox"]:focus').waitFor();
  await page.keyboard.press('Space');
  await selection().getByText('1栋1单元').waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => gridOf('1栋1单元')).toBe(2);
  await page.locator('.qh-plan-list input[type="checkbox"]:focus').waitFor();
  await page.keyboard.press('k');
  await expect.poll(async () => (await now()).locks).toMatchObject([{ kind: 'UNIT', grid: 2 }]);
  await keepPicture(page, 'plan-tools-keys');
  await undo();
  await undo();
  await expect.poll(() => gridOf('1栋1单元')).toBe(1);
  expect((await now()).locks).toEqual([]);
  await page.keyboard.press('t');
  await page.locator('.qh-plan-list').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('0');
});

test('undo asks before it reaches into a grid that another locked', async () => {
  await page.mouse.click(...AT['2栋1单元']);
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await expect.poll(() => gridOf('2栋1单元')).toBe(1);
  await saved(page);
  await lockGrid(2);
  await rowOf(page, 2).getByRole('img', { name: '已锁定' }).waitFor();
  const question = page.getByRole('dialog', { name: '撤销会动到锁定的地方' });
  await page.keyboard.press('Control+z');
  await question.waitFor();
  await keepPicture(page, 'plan-tools-locked-undo');
  await question.getByRole('button', { name: '取消' }).click();
  await question.waitFor({ state: 'hidden' });
  expect(await gridOf('2栋1单元')).toBe(1);
  await page.keyboard.press('Control+z');
  await question.getByRole('button', { name: '解锁并撤销' }).click();
  await expect.poll(() => gridOf('2栋1单元')).toBe(2);
  expect((await now()).locks).toEqual([]);
});

test('and nothing complained on the way', () => expect(planner.faults).toEqual([]));

async function lockGrid(grid: number): Promise<void> {
  const { version } = await now();
  const input = {
    plan: planId,
    baseVersion: version,
    ops: [{ kind: 'LOCK', lock: 'GRID', grid }],
    clientEventId: crypto.randomUUID(),
  };
  await colleague.ask(
    'mutation($i: ApplyPlanOpsInput!) { applyPlanOps(input: $i) { __typename ... on Refusal { code message } } }',
    { i: input },
  );
}

/** Presses at the first place, goes through the others, lets go at the last. */
async function drag(places: readonly (readonly [number, number])[]): Promise<void> {
  const [first = [0, 0], ...others] = places;
  await page.mouse.move(...first);
  await page.mouse.down();
  for (const place of others) await page.mouse.move(...place, { steps: 5 });
  await page.mouse.up();
}
