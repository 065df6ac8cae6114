// Owns where things lie on the sheet, millimetres of A3 landscape, and the way from degrees to paper at a round scale.
// Pure.
import type { Bounds } from '#map/index';

/** A rectangle on paper, millimetres. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const PAPER: Frame = { x: 0, y: 0, width: 420, height: 297 };
export const MAP_FRAME: Frame = { x: 12, y: 34, width: 288, height: 251 };
export const SIDE: Frame = { x: 310, y: 34, width: 98, height: 251 };

/** Smallest type, millimetres: 9 pt. */
export const SMALL_TYPE = 3.2;
/** Thinnest line, millimetres. */
export const THIN_LINE = 0.35;

const SCALES = [
  250, 500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000,
];
const MARGIN = 7;
const METRES_PER_DEGREE = 111_320;
const MILLIMETRES = 1000;

/** A place on paper. */
export type OnPaper = (position: readonly number[]) => readonly [x: number, y: number];

/** What the map is drawn by. */
export interface SheetProjection {
  /** 2000 for 1:2,000. */
  readonly scale: number;
  readonly toPaper: OnPaper;
}

/** The largest round scale at which a box fits the frame, centred. Local metres by the cosine of the middle latitude. */
export function sheetProjection([west, south, east, north]: Bounds, frame: Frame): SheetProjection {
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const perLongitude = METRES_PER_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  const widthMetres = (east - west) * perLongitude;
  const heightMetres = (north - south) * METRES_PER_DEGREE;
  const least =
    Math.max(widthMetres / (frame.width - 2 * MARGIN), heightMetres / (frame.height - 2 * MARGIN)) * MILLIMETRES;
  const scale = SCALES.find((each) => each >= least) ?? Math.ceil(least / 100_000) * 100_000;
  const perMetre = MILLIMETRES / scale;
  const centre = [frame.x + frame.width / 2, frame.y + frame.height / 2] as const;
  const toPaper: OnPaper = ([longitude = 0, latitude = 0]) => [
    centre[0] + (longitude - middle[0]) * perLongitude * perMetre,
    centre[1] - (latitude - middle[1]) * METRES_PER_DEGREE * perMetre,
  ];
  return { scale, toPaper };
}

/** Width of a text in ems, near enough: a Han character is one, a Latin one about half. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 0x250 ? 0.56 : 1), 0);
}

/** Lines of at most `widthEms` ems. Breaks before no closing mark. */
export function wrapped(text: string, widthEms: number): string[] {
  const lines: string[] = [];
  let [line, ems] = ['', 0];
  for (const part of text.match(/[\u0000-\u024F]*?[ ]|[\u0000-\u024F]+|./gsu) ?? []) {
    const width = emsOf(part);
    if (ems + width > widthEms && line !== '' && !/^[,。、;:)·]/.test(part)) {
      lines.push(line.trimEnd());
      [line, ems] = ['', 0];
    }
    line += part;
    ems += width;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
