// Owns the three hatches, computed pixel by pixel so that they need no file and no canvas. Each pattern means one
// thing: 45° lines one way no data, dots few events, crossed lines suppressed.

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

/** Distance in pixels from a 45° line through the tile's corner; repeats without a seam because SIZE is the period. */
function distanceToDiagonal(x: number, y: number, direction: 1 | -1): number {
  const along = (((x + direction * y) % SIZE) + SIZE) % SIZE;
  return Math.min(along, SIZE - along) / Math.SQRT2;
}

const COVERAGE: Readonly<Record<PatternLook, (x: number, y: number) => number>> = {
  none: (x, y) => 1.4 - distanceToDiagonal(x, y, 1),
  suppressed: (x, y) => 1.4 - Math.min(distanceToDiagonal(x, y, 1), distanceToDiagonal(x, y, -1)),
  few: (x, y) => 2.6 - Math.min(Math.hypot(x - 4, y - 4), Math.hypot(x - 12, y - 12)),
};

/** The tile of a look, transparent where the ground shows. */
export function patternImage(look: PatternLook): PatternImage {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const cover = Math.min(1, Math.max(0, COVERAGE[look](x, y)));
      data.set([...INK, Math.round(cover * 190)], (y * SIZE + x) * 4);
    }
  }
  return { width: SIZE, height: SIZE, data };
}
