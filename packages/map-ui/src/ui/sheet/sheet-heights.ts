// Owns the three heights of the phone's sheet and where a drag ends. Pure.

/** Heights, low to high. */
export const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const;

/** A height's name. */
export type SheetHeight = (typeof SHEET_HEIGHTS)[number];

/** Share of the space above which the sheet stands. */
export const SHEET_SHARE: Readonly<Record<SheetHeight, number>> = { peek: 0.2, half: 0.6, full: 0.94 };

/** A flick faster than this wins over where the finger stopped, share of the space per millisecond. */
const FLICK = 0.0006;

/** The height a drag settles at. @param speed shares per millisecond, upwards positive */
export function settle(share: number, speed: number): SheetHeight {
  const nearest = SHEET_HEIGHTS.reduce((best, height) =>
    Math.abs(SHEET_SHARE[height] - share) < Math.abs(SHEET_SHARE[best] - share) ? height : best,
  );
  if (Math.abs(speed) < FLICK) return nearest;
  const beyond = SHEET_HEIGHTS.filter((height) =>
    speed > 0 ? SHEET_SHARE[height] > share : SHEET_SHARE[height] < share,
  );
  return (speed > 0 ? beyond[0] : beyond.at(-1)) ?? nearest;
}

/** One height up or down; stays at the ends. */
export function neighbour(height: SheetHeight, step: 1 | -1): SheetHeight {
  return SHEET_HEIGHTS[SHEET_HEIGHTS.indexOf(height) + step] ?? height;
}
