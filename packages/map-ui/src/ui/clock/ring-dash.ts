// Owns the arithmetic of the clock ring, shared by the map's pulses and the list's icons.

/** Dash pattern of a circle that shows `share` of itself, starting at the top, for `stroke-dasharray`. */
export function ringDash(share: number, radius: number): string {
  const round = 2 * Math.PI * radius;
  const shown = Math.min(1, Math.max(0, share)) * round;
  return `${shown.toFixed(2)} ${(round - shown).toFixed(2)}`;
}
