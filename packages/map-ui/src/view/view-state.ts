// Owns the page's state and keeps the address equal to it. Refuses data: what is shown is asked from `#api`.
import { create } from 'zustand';
import { readView, type View, writeView } from './view-url.ts';

export type { Measure, Selection, View, ViewBy, ViewNormalise, ViewTime, ViewWindow } from './view-url.ts';

const store = create<View>(() => readView(location.search));

/** Moves one can go back from; the rest replaces the address. */
const NAVIGATION: readonly (keyof View)[] = ['community', 'select', 'panel', 'plan', 'time'];

/** A slice of the page's state. */
export function useView<Slice>(select: (view: View) => Slice): Slice {
  return store(select);
}

/** The state now, outside React. */
export const getView = store.getState;

/**
 * Changes the page's state and its address. Selecting, opening a panel, changing community or time is a step of the
 * history; the rest replaces. `replace` forces that.
 */
export function setView(patch: Partial<View>, options: { readonly replace?: boolean } = {}): void {
  const before = store.getState();
  const after = { ...before, ...patch };
  const search = writeView(after);
  if (search === writeView(before)) return;
  const steps = NAVIGATION.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const address = `${location.pathname}${search}${location.hash}`;
  if (steps && options.replace !== true) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  store.setState(after);
}

/** Address of this view, or of one a little different, for links. */
export function viewHref(patch: Partial<View> = {}): string {
  return `${location.pathname}${writeView({ ...store.getState(), ...patch })}`;
}

/** Follows back and forward. Called once by the app. @returns what ends it */
export function followHistory(): () => void {
  const onPop = () => store.setState(readView(location.search));
  addEventListener('popstate', onPop);
  return () => removeEventListener('popstate', onPop);
}
