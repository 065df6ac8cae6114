// Owns the wait for the bundled type. The map draws glyphs on a canvas once and keeps them, so a map made before the
// font has come would show boxes for ever.
import { FONT_FAMILY, SEMIBOLD_FAMILY, WEIGHT } from './tokens.ts';

/**
 * Resolves when both weights can draw Chinese and digits; resolves too when a file fails, because a page in the
 * fallback face is better than none.
 */
export async function loadFonts(): Promise<void> {
  const wanted = [
    `${WEIGHT.regular} 24px "${FONT_FAMILY}"`,
    `${WEIGHT.semibold} 24px "${FONT_FAMILY}"`,
    `${WEIGHT.semibold} 24px "${SEMIBOLD_FAMILY}"`,
  ];
  const faces = wanted.map((font) => document.fonts.load(font, '网格栋 09'));
  await Promise.allSettled(faces);
}
