// Owns a QR code as one SVG path. Pure; refuses canvases and markup.
import { create } from 'qrcode';

/** A code as a path of unit squares, `size` units wide without the quiet zone. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** @param text at most about 2,000 characters @throws Error when it is longer than a code can hold */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const squares: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1)
      if (modules.get(row, column)) squares.push(`M${column} ${row}h1v1h-1z`);
  }
  return { size, path: squares.join('') };
}
