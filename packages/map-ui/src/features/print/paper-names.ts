// Owns which names of buildings stand on paper, and where: none covers another, nor a number. Pure, millimetres.
import { emsOf, SMALL_TYPE } from './sheet-layout.ts';

/** What a name or a number covers. */
export interface PaperBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name and the middle of its line. */
export interface PaperName {
  readonly text: string;
  readonly middle: readonly [x: number, y: number];
}

/** Lines a name may step aside, nearest first. */
const STEPS = [0, 1, -1];
const LINE = SMALL_TYPE * 1.15;

/** What a name covers. */
export function nameBox({ text, middle: [x, y] }: PaperName): PaperBox {
  const wide = emsOf(text) * SMALL_TYPE;
  return { left: x - wide / 2, right: x + wide / 2, top: y - SMALL_TYPE / 2, bottom: y + SMALL_TYPE / 2 };
}

/** The names that find room, each where it has it; earlier ones first. A name without room is left out. O(names²) */
export function namesWithRoom(names: readonly PaperName[], taken: readonly PaperBox[]): PaperName[] {
  const covered = [...taken];
  return names.flatMap(({ text, middle: [x, y] }) => {
    if (text === '') return [];
    const places = STEPS.map((step): PaperName => ({ text, middle: [x, y + step * LINE] }));
    const place = places.find((each) => !covered.some((box) => overlaps(box, nameBox(each))));
    if (place) covered.push(nameBox(place));
    return place ?? [];
  });
}

function overlaps(one: PaperBox, other: PaperBox): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
