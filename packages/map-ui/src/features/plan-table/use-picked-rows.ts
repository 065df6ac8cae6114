// Owns which rows are picked, by keyboard and pointer, as in any list: arrows move, Shift extends, Space picks, L locks.
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';

/** What the table needs of it; rows are grids, in the shown order. */
export interface PickedRows {
  readonly picked: ReadonlySet<number>;
  /** The row that Tab reaches. */
  readonly focused: number | null;
  readonly onFocus: (grid: number) => void;
  readonly onRowClick: (grid: number, event: MouseEvent) => void;
  readonly onPick: (grid: number) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
  readonly clear: () => void;
}

/** What picking leads to. */
export interface PickedRowActs {
  readonly onOpen: (grid: number) => void;
  /** L: the picked rows, or the one in focus where none is picked. */
  readonly onLock: (grids: readonly number[]) => void;
}

const NONE: ReadonlySet<number> = new Set();

/** @param order grids as shown */
export function usePickedRows(order: readonly number[], { onOpen, onLock }: PickedRowActs): PickedRows {
  const [picked, setPicked] = useState(NONE);
  const [focused, setFocused] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);
  const current = focused !== null && order.includes(focused) ? focused : (order[0] ?? null);

  const toggle = (grid: number) => {
    anchor.current = grid;
    setPicked((before) => (before.has(grid) ? without(before, grid) : new Set([...before, grid])));
  };
  const extendTo = (grid: number) => {
    const [from, to] = [order.indexOf(anchor.current ?? grid), order.indexOf(grid)].toSorted((a, b) => a - b);
    setPicked(new Set(order.slice(from, (to ?? 0) + 1)));
  };
  const moveTo = (at: number, extend: boolean, row: HTMLElement) => {
    const grid = order[Math.min(order.length - 1, Math.max(0, at))];
    if (grid === undefined) return;
    if (extend) {
      anchor.current ??= current;
      extendTo(grid);
    } else anchor.current = grid;
    setFocused(grid);
    row.closest('table')?.querySelector<HTMLElement>(`[data-row="${grid}"]`)?.focus();
  };
  const here = current === null ? 0 : order.indexOf(current);
  const keys: Readonly<Record<string, (event: KeyboardEvent<HTMLElement>) => void>> = {
    ArrowDown: (event) => moveTo(here + 1, event.shiftKey, event.currentTarget),
    ArrowUp: (event) => moveTo(here - 1, event.shiftKey, event.currentTarget),
    Home: (event) => moveTo(0, event.shiftKey, event.currentTarget),
    End: (event) => moveTo(order.length - 1, event.shiftKey, event.currentTarget),
    ' ': () => current !== null && toggle(current),
    Enter: () => current !== null && onOpen(current),
    l: () => current !== null && onLock(picked.size > 0 ? [...picked] : [current]),
    Escape: (event) => {
      if (picked.size > 0) event.stopPropagation();
      setPicked(NONE);
    },
  };
  return {
    picked,
    focused: current,
    onFocus: setFocused,
    onPick: toggle,
    clear: () => setPicked(NONE),
    onRowClick(grid, event) {
      if (event.shiftKey) extendTo(grid);
      else if (event.ctrlKey || event.metaKey) toggle(grid);
      else onOpen(grid);
    },
    onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!key) return;
      if (event.key !== 'Escape') event.preventDefault();
      key(event);
    },
  };
}

function without(set: ReadonlySet<number>, gone: number): ReadonlySet<number> {
  return new Set([...set].filter((each) => each !== gone));
}
