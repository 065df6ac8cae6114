// Owns what a search asked, kept in the tab until it ends: a reload starts it again. Refuses results: they are found again.
import type { QuestionWish } from './plan-wish.ts';

/** A search that runs. */
export interface KeptSearch {
  readonly wish: QuestionWish;
  readonly seed: number;
}

const keyOf = (planId: string) => `qinghe:plan-search:${planId}`;

/** Where it is kept; a browser that keeps nothing loses the search at a reload, no more. */
type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Remembers what is searched. */
export function keepSearch(planId: string, search: KeptSearch, storage: Keep = sessionStorage): void {
  try {
    storage.setItem(keyOf(planId), JSON.stringify(search));
  } catch {
    // Full or forbidden.
  }
}

/** Nothing is searched any more. */
export function forgetSearch(planId: string, storage: Keep = sessionStorage): void {
  try {
    storage.removeItem(keyOf(planId));
  } catch {
    // Forbidden.
  }
}

/** What was searched when the page went away; null when nothing was, or it cannot be read. */
export function keptSearch(planId: string, storage: Keep = sessionStorage): KeptSearch | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(planId)) ?? 'null');
    return isSearch(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isSearch(kept: unknown): kept is KeptSearch {
  if (typeof kept !== 'object' || kept === null) return false;
  const { wish, seed } = kept as Partial<KeptSearch>;
  return typeof seed === 'number' && typeof wish?.wholeBuildings === 'boolean' && Array.isArray(wish.splitAllowed);
}
