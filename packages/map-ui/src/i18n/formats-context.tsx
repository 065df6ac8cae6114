// Owns the hand-down of formats to components. Refuses a default zone: a tree without a provider is a mistake.
import { createContext, useContext } from 'react';
import type { Formats } from './formats.ts';

const FormatsContext = createContext<Formats | null>(null);

/** Hands `Formats` to everything below. */
export const FormatsProvider = FormatsContext.Provider;

/** @throws when no provider is above */
export function useFormats(): Formats {
  const formats = useContext(FormatsContext);
  if (!formats) throw new Error('useFormats needs a FormatsProvider above it: wrap the tree in UiProvider.');
  return formats;
}
