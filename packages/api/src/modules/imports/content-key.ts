// Owns keys made from content, so that the same thing read twice is the same thing. Refuses randomness and order of files.
import { createHash } from 'node:crypto';
import type { Position } from './geojson-shapes.ts';

const text = (position: Position) => `${(position[0] ?? NaN).toFixed(7)},${(position[1] ?? NaN).toFixed(7)}`;

/** Sixteen hex digits for a set of position lists; independent of their order, of a ring's start and of direction. */
export function geometryKey(lists: readonly (readonly Position[])[]): string {
  const parts = lists.map((positions) => [...new Set(positions.map(text))].sort().join(' ')).sort();
  return createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 16);
}

export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  // Lengths keep "ab"+"c" apart from "a"+"bc".
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
};
