// Owns who plays demo 2: two planners at desks, the secretary, the reviewers, a worker on a phone; and how the plan is asked for
// past the page.
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Api, COMMUNITY, signedIn } from '../kit/api.ts';
import { openBrowser, openWindow, PHONE, signIn, type Window } from '../kit/browser.ts';

export interface Cast {
  readonly url: string;
  readonly browser: Browser;
  /** 1920 × 1080, who draws up the plan. */
  readonly planner: Window;
  /** 1920 × 1080, who edits it too. */
  readonly colleague: Window;
  /** 1920 × 1080, signed in as one reviewer after the other. */
  readonly reviewer: Window;
  /** 390 px, a worker who receives doors. */
  readonly phone: Window;
  /** What the page should show, asked past it. */
  readonly server: Api;
  /** Opaque id of the plan once there is one. */
  planId: string;
}

export async function assemble(url: string): Promise<Cast> {
  const browser = await openBrowser();
  const planner = await openWindow(browser, url);
  await signIn(planner, 'planner');
  return {
    url,
    browser,
    planner,
    colleague: await openWindow(browser, url),
    reviewer: await openWindow(browser, url),
    phone: await openWindow(browser, url, { size: PHONE }),
    server: await signedIn(url, 'planner'),
    planId: '',
  };
}

export interface PlanNow {
  readonly version: number;
  readonly stage: string;
  /** Grid number by the unit's name; null where it has none. */
  readonly grids: ReadonlyMap<string, number | null>;
  readonly locks: readonly { readonly kind: string; readonly grid: number | null; readonly entrances: number }[];
}

/** The plan as the server has it. */
export async function planNow({ server, planId }: Pick<Cast, 'server' | 'planId'>): Promise<PlanNow> {
  const { plan, planGround } = await server.ask<{
    plan: {
      version: number;
      stage: string;
      assignment: (number | null)[];
      locks: { kind: string; grid: number | null; entrances: string[] }[];
    };
    planGround: { units: { name: string }[] };
  }>(
    'query($id: ID!, $c: String!) { plan(id: $id) { version stage assignment locks { kind grid entrances } } planGround(community: $c) { units { name } } }',
    { id: planId, c: COMMUNITY },
  );
  return {
    version: plan.version,
    stage: plan.stage,
    grids: new Map(planGround.units.map(({ name }, unit) => [name, plan.assignment[unit] ?? null])),
    locks: plan.locks.map((lock) => ({ ...lock, entrances: lock.entrances.length })),
  };
}

/** The row of a grid in the workbench's table. */
export function rowOf(page: Page, number: number): Locator {
  return page.locator(`[data-row="${number - 1}"]`);
}

/** Everything done so far is with the server. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-save="saved"]').waitFor();
}

/** Chooses in a box, once the list of the one before has closed. @param close the key that closes a list of several */
export async function pick(page: Page, box: Locator, text: string, close?: string): Promise<void> {
  const lists = page.locator('.ant-select-dropdown:visible');
  await expect.poll(() => lists.count()).toBe(0);
  await box.click();
  await lists.locator('.ant-select-item-option').filter({ hasText: text }).click();
  if (close) await page.keyboard.press(close);
  await expect.poll(() => lists.count()).toBe(0);
}
