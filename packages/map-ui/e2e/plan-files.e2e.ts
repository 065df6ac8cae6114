// A plan leaves as a file and comes back as the same plan, through the page; a wrong file is refused in the viewer's language, says
// where, and changes nothing.
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Api, COMMUNITY, signedIn } from './kit/api.ts';
import { NARROW, openBrowser, openWindow, signIn, type Window } from './kit/browser.ts';
import { keepPicture } from './kit/picture.ts';

interface PlanNow {
  readonly id: string;
  readonly version: number;
  readonly assignment: readonly (number | null)[];
}
interface Feature {
  readonly properties: Record<string, unknown>;
}

let browser: Browser;
let planner: Api;
let desk: Window;
beforeAll(async () => {
  browser = await openBrowser();
  planner = await signedIn(inject('serverUrl'), 'planner');
  desk = await openWindow(browser, inject('serverUrl'), { size: NARROW });
  await signIn(desk, 'planner');
});
afterAll(() => browser.close());

const SHOWN = '__typename ... on Refusal { code message }';

async function branch(name: string): Promise<PlanNow> {
  const { createPlan } = await planner.ask<{ createPlan: PlanNow }>(
    `mutation($input: CreatePlanInput!) { createPlan(input: $input) { ... on Plan { id version assignment } ${SHOWN} } }`,
    { input: { community: COMMUNITY, name, clientEventId: crypto.randomUUID() } },
  );
  return createPlan;
}

async function planNow(id: string): Promise<PlanNow> {
  const { plan } = await planner.ask<{ plan: PlanNow }>('query($id: ID!) { plan(id: $id) { id version assignment } }', {
    id,
  });
  return plan;
}

/** A draft with a unit in its neighbour's grid and one in none. */
async function changed(name: string): Promise<PlanNow> {
  const draft = await branch(name);
  const { planGround } = await planner.ask<{ planGround: { units: { entrance: string; name: string }[] } }>(
    'query($c: String!) { planGround(community: $c) { units { entrance name } } }',
    { c: COMMUNITY },
  );
  const unit = (wanted: string) => planGround.units.find((each) => each.name === wanted)!.entrance;
  const ops = [
    { kind: 'MOVE', entrances: [unit('2栋1单元')], grid: 1 },
    { kind: 'MOVE', entrances: [unit('17栋2单元')], grid: null },
  ];
  await planner.ask(
    `mutation($input: ApplyPlanOpsInput!) { applyPlanOps(input: $input) { __typename ... on Refusal { code message } } }`,
    { input: { plan: draft.id, baseVersion: 1, ops, source: 'HAND', clientEventId: crypto.randomUUID() } },
  );
  return planNow(draft.id);
}

/** Opens the page of plans at one of them. */
async function lookAt(name: string): Promise<void> {
  await desk.page.goto(`/?community=${COMMUNITY}&panel=plans`);
  await desk.page.getByRole('button', { name }).first().click();
  await desk.page
    .getByRole('article', { name })
    .getByRole('button', { name: /导入改动|Import changes/ })
    .waitFor();
}

async function download(kind: 'GeoJSON' | 'XLSX'): Promise<Buffer> {
  const coming = desk.page.waitForEvent('download');
  await desk.page.getByRole('link', { name: `导出 ${kind}` }).click();
  return readFile(await (await coming).path());
}

/** @returns what the page says of the file */
async function bring(name: string, buffer: Buffer): Promise<string> {
  const { page } = desk;
  const files = page.locator('.qh-plan-files');
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes('mutation DecideImportPlan') ?? false,
  );
  await files.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await answered;
  const said = files.getByRole('alert');
  await said.waitFor();
  return said.innerText();
}

test.for(['GeoJSON', 'XLSX'] as const)(
  '%s: exported, then imported into a fresh draft, is the same plan',
  async (kind) => {
    const source = await changed(`导出${kind}`);
    await lookAt(`导出${kind}`);
    const file = await download(kind);
    const target = await branch(`导入${kind}`);
    expect(target.assignment).not.toEqual(source.assignment);
    await lookAt(`导入${kind}`);
    const name = `plan.${kind.toLowerCase()}`;
    expect(await bring(name, file)).toBe(`${name} 已导入,可撤销`);
    const after = await planNow(target.id);
    expect(after.assignment).toEqual(source.assignment);
    expect(after.version).toBe(2);
    await keepPicture(desk.page, `plan-files-${kind.toLowerCase()}`);
    // Once more it is the plan already: no step.
    await lookAt(`导入${kind}`);
    expect(await bring(name, file)).toBe(`${name} 与方案相同,没有改动`);
    expect((await planNow(target.id)).version).toBe(2);
    expect(desk.faults).toEqual([]);
  },
);

test('a wrong file is refused with its row, in the language of the page, and changes nothing', async () => {
  const plan = await changed('坏文件');
  await lookAt('坏文件');
  const good = JSON.parse((await download('GeoJSON')).toString()) as { features: Feature[] };
  const first = good.features.findIndex(({ properties }) => properties['kind'] === 'unit');
  const edited = (changes: Record<string, unknown>): Buffer => {
    const copy = structuredClone(good);
    Object.assign(copy.features[first + 1]!.properties, changes);
    return Buffer.from(JSON.stringify(copy));
  };
  const row = first + 2;
  const kind = String(good.features[first]!.properties['entrance']).charAt(0);
  const elsewhere = `${kind}${Buffer.alloc(32, 7).toString('base64url')}`;
  const wrong: readonly [Buffer, string][] = [
    [Buffer.from('name,grid\n1,2'), '文件读不出方案。请用导出的 GeoJSON 或 XLSX,保留表头。'],
    [edited({ entrance: elsewhere }), '这是另一个社区的方案,不能导入。'],
    [edited({ entrance: null, building: '99' }), `第 ${row} 行找不到对应的单元。请保留编号,或写对楼栋和单元号。`],
    [
      edited({ entrance: good.features[first]!.properties['entrance'] }),
      `第 ${row} 行的单元前面已经出现过。每个单元只留一行。`,
    ],
    [edited({ grid: '东边' }), `第 ${row} 行的网格不是号码。请写网格号,留空表示未划入。`],
    [edited({ grid: 44 }), `第 ${row} 行:没有 44 号网格。请写已有的网格号,留空表示未划入。`],
  ];
  for (const [file, sentence] of wrong) expect(await bring('wrong.geojson', file)).toBe(sentence);
  await keepPicture(desk.page, 'plan-files-refused');
  expect(await planNow(plan.id)).toEqual(plan);
  expect(desk.faults).toEqual([]);

  const english = await openWindow(browser, inject('serverUrl'), { size: NARROW, locale: 'en-GB' });
  await signIn(english, 'planner');
  await desk.context.close();
  desk = english;
  await lookAt('坏文件');
  expect(await bring('wrong.geojson', edited({ grid: 44 }))).toContain(`Row ${row}: there is no grid 44.`);
  expect(await planNow(plan.id)).toEqual(plan);
});
