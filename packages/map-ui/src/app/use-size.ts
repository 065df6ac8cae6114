// Owns which of the three layouts fits the window. Refuses pixels anywhere else.
import { useSyncExternalStore } from 'react';

/** `wide` from 1441 px, `narrow` to 641, `phone` below. */
export type PageSize = 'wide' | 'narrow' | 'phone';

const PHONE = matchMedia('(max-width: 640px)');
const NARROW = matchMedia('(max-width: 1440px)');

function subscribe(listener: () => void): () => void {
  for (const query of [PHONE, NARROW]) query.addEventListener('change', listener);
  return () => {
    for (const query of [PHONE, NARROW]) query.removeEventListener('change', listener);
  };
}

function sizeNow(): PageSize {
  if (PHONE.matches) return 'phone';
  return NARROW.matches ? 'narrow' : 'wide';
}

/** The layout now; draws again when it changes. */
export function usePageSize(): PageSize {
  return useSyncExternalStore(subscribe, sizeNow);
}
