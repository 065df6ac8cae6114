// Owns which round length a scale bar shows. Pure.

/**
 * The longest of 1, 2 and 5 × 10ⁿ metres that fits.
 *
 * @returns metres and their width in CSS pixels
 */
export function scaleLength(
  metresPerPixel: number,
  mostPixels: number,
): { readonly lengthMetres: number; readonly widthPixels: number } {
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const lengthMetres = ([5, 2].find((factor) => factor * power <= most) ?? 1) * power;
  return { lengthMetres, widthPixels: lengthMetres / metresPerPixel };
}
