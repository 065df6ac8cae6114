// Owns where the keyboard is in a list whose rows come and go: in the first row when keys opened it, in the next row when the focused
// one left, where it was before when the list closes. Refuses moving it from anywhere else.
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** What the list's element takes. */
export interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * @param entered whether keys opened the list
 * @param rows changes when rows come or go
 */
export function useKeptFocus(entered: boolean, rows: string): KeptFocus {
  const ref = useRef<HTMLElement>(null);
  const row = useRef<number | null>(null);
  const first = useRef(entered);
  useEffect(() => {
    const before = document.activeElement;
    const list = ref.current;
    if (first.current) boxes(list)[0]?.focus();
    return () => {
      const inside = row.current !== null && (document.activeElement === document.body || holds(list));
      if (inside && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    if (row.current === null || document.activeElement !== document.body) return;
    const left = boxes(ref.current);
    left[Math.min(row.current, left.length - 1)]?.focus();
  }, [rows]);
  return {
    ref,
    onFocus: ({ target }) => {
      const at = boxes(ref.current).findIndex((box) => box.closest('tr')?.contains(target));
      row.current = Math.max(0, at);
    },
    // A row that leaves blurs to nowhere: then the keyboard is still here.
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !ref.current?.contains(relatedTarget)) row.current = null;
    },
  };
}

function holds(list: HTMLElement | null): boolean {
  return list?.contains(document.activeElement) === true;
}

function boxes(list: HTMLElement | null): HTMLInputElement[] {
  return [...(list?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
}
