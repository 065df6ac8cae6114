// Owns the rows of demo 2 in which a draft is begun and changed by hand.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepPicture } from '../kit/picture.ts';
import { type Cast, pick, planNow, rowOf, saved } from './cast.ts';

const NAME = '2026年秋季调整';
/** Within their limits today, and 10, which no neighbour is left to mend. */
const HELD = [3, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/** a draft from the plan in force: 15 rows, who is out of the limits, and that it is not in force */
export async function draftBegun(cast: Cast): Promise<void> {
  const { page } = cast.planner;
  await page.getByRole('button', { name: '规划', exact: true }).click();
  await page.getByLabel('新草案的名称').fill(NAME);
  await page.getByTestId('new-plan').click();
  await rowOf(page, 15).waitFor();
  cast.planId = new URL(page.url()).searchParams.get('plan') ?? '';
  expect(cast.planId).not.toBe('');
  await page.getByText('草案,未生效', { exact: true }).waitFor();
  await page.getByText(NAME, { exact: true }).waitFor();
  expect(await page.locator('[data-row]').count()).toBe(15);
  const overfull = await rowOf(page, 2).innerText();
  expect(overfull).toMatch(/02\s+506\s+1,\d{3}\s+\d+/);
  expect(await page.locator('[data-check="households"]').innerText()).toContain('01网格 264户,少 36户');
  await page.getByRole('radio', { name: '形状' }).click();
  expect(await rowOf(page, 2).innerText()).toMatch(/02\s.*0\.\d{2}\s+\d+\s+\d+/s);
  await page.getByRole('radio', { name: '均衡' }).click();
  await page.waitForTimeout(600);
  await keepPicture(page, 'demo-2-000-draft');
}

/** a plan of whole buildings is refused in words: how many grids stay too small, which rules conflict, and a way out */
export async function wholeBuildingsRefused({ planner }: Cast): Promise<void> {
  const { page } = planner;
  await page.getByLabel('整栋不拆').check();
  await page.getByTestId('suggest').click();
  const answer = page.getByTestId('why-not');
  await answer.waitFor();
  expect(await answer.innerText()).toContain('至少 11 个网格不足 300 户');
  const offers = answer.getByRole('button', { name: /允许按单元拆分/ });
  expect(await offers.count()).toBeGreaterThan(0);
  await keepPicture(page, 'demo-2-050-why-not');
  await page.getByLabel('整栋不拆').uncheck();
}

/** sorted by overload; ten grids locked by keyboard; building 19 stays with its worker, and the lock holds */
export async function gridsLocked(cast: Cast): Promise<void> {
  const { page } = cast.planner;
  await page.getByRole('button', { name: '越限在前' }).click();
  expect(await page.locator('[data-row]').first().getAttribute('data-row')).toBe('1');
  await page.getByRole('button', { name: '按编号' }).click();
  for (const number of HELD) await rowOf(page, number).getByRole('button').click();
  await page.getByRole('toolbar', { name: '对选中的网格' }).getByRole('button', { name: '锁定' }).click();
  await saved(page);
  await page.getByRole('toolbar', { name: '对选中的网格' }).getByRole('button', { name: '取消选取' }).click();
  await selectBuilding(cast, 15, '19栋');
  await page.getByRole('toolbar', { name: '选中的单元' }).getByRole('button', { name: '锁定' }).click();
  await page.getByRole('menuitem', { name: /随网格员/ }).click();
  await saved(page);
  const { locks } = await planNow(cast);
  expect(locks.filter(({ kind }) => kind === 'GRID').map(({ grid }) => grid)).toEqual(HELD);
  expect(locks.filter(({ kind }) => kind === 'WORKER')).toEqual([{ kind: 'WORKER', grid: 15, entrances: 4 }]);
  await keepPicture(page, 'demo-2-030-locks');
  await page.getByRole('toolbar', { name: '选中的单元' }).getByRole('button', { name: '取消选择' }).click();
  await page.locator('.qh-plan-list').getByRole('button', { name: '收起' }).click();
}

/** Two entrances of building 2, on the map at 1920 × 1080 with the whole community in view. */
const BRUSHED = ['2栋1单元', '2栋2单元'] as const;
const STROKE = { from: [1012, 250], to: [1066, 262] } as const;

/** two entrances brushed to the neighbour: both rows change, the boundary follows, before stays dashed */
export async function entrancesBrushed(cast: Cast): Promise<void> {
  const { page } = cast.planner;
  await page.getByRole('button', { name: '看全图' }).click();
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: /画笔/ }).click();
  await pick(page, page.getByRole('combobox', { name: '归入', exact: true }), '01');
  await watchRow(page, 1);
  await page.mouse.move(STROKE.from[0], STROKE.from[1]);
  await page.mouse.down();
  await page.mouse.move(STROKE.to[0], STROKE.to[1], { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => rowOf(page, 1).innerText()).toContain('+');
  await saved(page);
  const { grids } = await planNow(cast);
  expect([...grids].filter(([name, grid]) => grid === 1 && !name.startsWith('1栋')).map(([name]) => name)).toEqual(
    BRUSHED,
  );
  process.stdout.write(`demo 2: a row follows the brush after ${Math.round(await rowFollowedMs(page))} ms\n`);
  await page.keyboard.press('v');
  await page.waitForTimeout(600);
  await keepPicture(page, 'demo-2-120-brushed');
}

/** a unit given to a grid it does not touch: the loose piece is named, shown, and taken back with Ctrl+Z */
export async function contiguityBroken(cast: Cast): Promise<void> {
  const { page } = cast.planner;
  await openList(cast, 1);
  await pick(page, page.getByRole('combobox', { name: '1栋1单元归入的网格', exact: true }), '06');
  const piece = page.locator('[data-finding="loose-piece"]');
  await piece.waitFor();
  expect(await piece.innerText()).toMatch(/06网格不连通:1栋1单元/);
  for (const action of ['定位', '修复', '撤销该步', '豁免…'])
    expect(await piece.getByRole('button', { name: action }).count()).toBe(1);
  await piece.getByRole('button', { name: '定位' }).click();
  await page.waitForTimeout(900);
  await keepPicture(page, 'demo-2-150-loose');
  await page.getByRole('button', { name: '看全图' }).click();
  await page.locator('[data-row="0"]').focus();
  await page.keyboard.press('Control+z');
  await piece.waitFor({ state: 'detached' });
  await saved(page);
  expect((await planNow(cast)).grids.get('1栋1单元')).toBe(1);
  await page.reload();
  await rowOf(page, 15).waitFor();
  expect((await planNow(cast)).grids.get('2栋1单元')).toBe(1);
  expect(await page.getByRole('button', { name: '重做' }).isEnabled()).toBe(true);
}

/** Remembers when the row of a grid next changes, and the last the pointer did before that. */
async function watchRow(page: Page, number: number): Promise<void> {
  await page.evaluate((row) => {
    const marks = globalThis as { strokeAt?: number; rowAt?: number };
    for (const kind of ['pointermove', 'pointerup'])
      addEventListener(kind, () => marks.rowAt ?? (marks.strokeAt = performance.now()), { capture: true });
    const watched = document.querySelector(`[data-row="${row}"]`);
    if (!watched) throw new Error('no such row');
    new MutationObserver(() => (marks.rowAt ??= performance.now())).observe(watched, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }, number - 1);
}

function rowFollowedMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { strokeAt = NaN, rowAt = NaN } = globalThis as { strokeAt?: number; rowAt?: number };
    return rowAt - strokeAt;
  });
}

async function openList({ planner: { page } }: Cast, grid: number): Promise<void> {
  const list = page.locator('.qh-plan-list');
  if (!(await list.isVisible())) await page.getByRole('button', { name: /清单/ }).click();
  await list.waitFor();
  await pick(page, list.getByRole('combobox', { name: '列出哪个网格' }), String(grid).padStart(2, '0'));
}

async function selectBuilding(cast: Cast, grid: number, building: string): Promise<void> {
  const { page } = cast.planner;
  await openList(cast, grid);
  for (const entrance of [1, 2, 3, 4])
    await page
      .locator('.qh-plan-list')
      .getByRole('checkbox', { name: `${building}${entrance}单元` })
      .check();
}
