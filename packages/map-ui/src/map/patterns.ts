// Owns the hatches, computed pixel by pixel so that they need no file and no canvas. Each pattern means one
// thing: 45° lines one way no data, dots few events, crossed lines suppressed, wider lines the other way locked.

/** An image MapLibre's `addImage` takes. `data` is RGBA, row by row. */
export interface PatternImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Names of the images in the map's style. */
export const PATTERN_IDS = { none: 'hatch-none', few: 'hatch-few', suppressed: 'hatch-suppressed' } as const;

/** The looks that are drawn as a pattern. */
export type PatternLook = keyof typeof PATTERN_IDS;

/** Pixels of the image per CSS pixel. */
export const PATTERN_PIXEL_RATIO = 2;

const SIZE = 16;
const INK: readonly [number, number, number] = [0x59, 0x61, 0x6a];

/** Distance in pixels from a 45° line through the tile's corner; repeats without a seam because the tile's size is the period. */
function distanceToDiagonal(x: number, y: number, direction: 1 | -1, size = SIZE): number {
  const along = (((x + direction * y) % size) + size) % size;
  return Math.min(along, size - along) / Math.SQRT2;
}

const COVERAGE: Readonly<Record<PatternLook, (x: number, y: number) => number>> = {
  none: (x, y) => 1.4 - distanceToDiagonal(x, y, 1),
  suppressed: (x, y) => 1.4 - Math.min(distanceToDiagonal(x, y, 1), distanceToDiagonal(x, y, -1)),
  few: (x, y) => 2.6 - Math.min(Math.hypot(x - 4, y - 4), Math.hypot(x - 12, y - 12)),
};

/** The tile of a look, transparent where the ground shows. */
export function patternImage(look: PatternLook): PatternImage {
  return tile(SIZE, 190, COVERAGE[look]);
}

/** Name of the hatch of what is locked, in the map's style. */
export const LOCK_HATCH_ID = 'hatch-lock';

/** Locked: the other way than no data and wider, 11 CSS px from line to line, so that the two are told apart in grey too. */
export function lockHatchImage(): PatternImage {
  const size = Math.round(11 * Math.SQRT2 * PATTERN_PIXEL_RATIO);
  return tile(size, 80, (x, y) => 1.5 - distanceToDiagonal(x, y, -1, size));
}

/** @param opacity of a covered pixel, 0 to 255 */
function tile(size: number, opacity: number, cover: (x: number, y: number) => number): PatternImage {
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const share = Math.min(1, Math.max(0, cover(x, y)));
      data.set([...INK, Math.round(share * opacity)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}
