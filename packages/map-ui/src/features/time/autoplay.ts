// Owns whether the playback that opens next starts by itself: it does when somebody asked for it, not when a link or the
// back button opened it, and never where motion is unwanted.
let wanted = false;

/** The next playback starts by itself. */
export function wantAutoplay(): void {
  wanted = !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Reads and forgets the wish. */
export function takeAutoplay(): boolean {
  const taken = wanted;
  wanted = false;
  return taken;
}
