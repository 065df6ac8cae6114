// Owns how a grid's number is written, the same in every sentence, list and picture. Refuses the words around it.

/** 07: two digits at least, as on the map. */
export function gridLabel(number: number): string {
  return String(number).padStart(2, '0');
}
