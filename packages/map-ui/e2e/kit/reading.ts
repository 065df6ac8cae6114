// Owns reading figures off the page as a person does. Refuses the page's inside.
import type { Page } from 'playwright-core';
import type { StripTotals } from './api.ts';

const STRIP = {
  households: 'households',
  residents: 'residents',
  openRequests: 'open',
  overdueRequests: 'overdue',
  doorsDue: 'doorsDue',
  doorsMet: 'doorsMet',
} as const satisfies Record<keyof StripTotals, string>;

/** A written figure as a number; NaN where it is none. */
export function figure(written: string): number {
  return Number(written.replaceAll(',', '').trim());
}

export interface PageFigures {
  /** Instant all of it is true for, ISO 8601. */
  readonly asOf: string;
  readonly totals: StripTotals;
  /** Cells of the list beside the map as written, by name; empty where the list is not open. */
  readonly list: ReadonlyMap<string, readonly string[]>;
}

/** Strip, list and the instant they are true for, read in one go between two frames. */
export async function readPage(page: Page): Promise<PageFigures> {
  const { asOf, totals, list } = await page.evaluate((ids) => {
    const value = (id: string) =>
      Number(document.querySelector(`[data-figure="${id}"] .qh-strip-value`)?.textContent?.replaceAll(',', ''));
    const texts = (row: Element) =>
      [...row.querySelectorAll<HTMLElement>('th, td')].map(({ innerText }) => innerText.trim());
    return {
      asOf: document.querySelector<HTMLTimeElement>('[data-testid="as-of"] time')?.dateTime ?? '',
      totals: Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, value(id)])),
      list: [...document.querySelectorAll('[data-testid="list"] tbody tr')].map(texts),
    };
  }, STRIP);
  return {
    asOf,
    totals: totals as unknown as StripTotals,
    list: new Map(list.map(([name = '', ...cells]) => [name, cells])),
  };
}
