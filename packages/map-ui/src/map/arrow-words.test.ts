// Holds words off their own arrow, however it is turned, and inside the map where the community ends.
import { describe, expect, it } from 'vitest';
import { ARROW_LIFT, ARROW_WORD_SIZE, ARROW_WORDS, tiltOf } from './arrow-words.ts';
import { ARROW } from './plan-marks.ts';

type Place = readonly [anchor: string, x: number, y: number];

/** Places by tilt, for one of: east at the brink, west at the brink, east, west. */
function placesOf(tilt: number, branch: 0 | 1 | 2 | 3): Place[] {
  const arm = tilt === 0 ? ARROW_WORDS.at(-1) : ARROW_WORDS[ARROW_WORDS.indexOf(tilt) + 1];
  const literals = (arm as unknown[]).filter((each) => Array.isArray(each) && each[0] === 'literal') as [
    string,
    unknown[],
  ][];
  const list = literals[branch]?.[1] ?? [];
  return Array.from({ length: list.length / 2 }, (_, at) => {
    const [x, y] = list[2 * at + 1] as [number, number];
    return [list[2 * at] as string, x * ARROW_WORD_SIZE, y * ARROW_WORD_SIZE];
  });
}

/** Whether words of any length at a place touch the box of the arrow, CSS pixels from its place. */
function touches([anchor, x, y]: Place, bearing: number): boolean {
  const turn = (bearing * Math.PI) / 180;
  const [sine, cosine] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))];
  const [long, wide] = [ARROW.length + 6, ARROW.height];
  const [halfWidth, halfHeight] = [(long * sine + wide * cosine) / 2, (long * cosine + wide * sine) / 2];
  if (anchor.startsWith('bottom')) return y > -ARROW_LIFT - halfHeight;
  if (anchor.startsWith('top')) return y < -ARROW_LIFT + halfHeight;
  return Math.abs(x) < halfWidth;
}

const bearings = Array.from({ length: 73 }, (_, step) => -180 + 5 * step);

describe('words of an arrow', () => {
  it('are told apart by how steep it is', () => {
    expect([90, -90, 75, 60, 45, 20, 0, 180].map(tiltOf)).toEqual([0, 0, 0, 1, 2, 3, 3, 3]);
  });

  it('never touch it, to whichever side they go', () => {
    for (const bearing of bearings)
      for (const branch of [0, 1, 2, 3] as const) {
        const places = placesOf(tiltOf(bearing), branch);
        expect(places.length).toBeGreaterThanOrEqual(3);
        expect(places.filter((place) => touches(place, bearing))).toEqual([]);
      }
  });

  it('go only inwards at the brink, and first to the side with room elsewhere', () => {
    for (const tilt of [0, 1, 2, 3]) {
      expect(placesOf(tilt, 0).every(([anchor, x]) => anchor.endsWith('left') && x > 0)).toBe(true);
      expect(placesOf(tilt, 1).every(([anchor, x]) => anchor.endsWith('right') && x < 0)).toBe(true);
      expect(placesOf(tilt, 2)[0]?.[1]).toBeGreaterThan(0);
      expect(placesOf(tilt, 3)[0]?.[1]).toBeLessThan(0);
    }
  });
});
