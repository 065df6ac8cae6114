// Names on paper keep off each other and off numbers.
import { describe, expect, it } from 'vitest';
import { nameBox, namesWithRoom, type PaperName } from './paper-names.ts';

const name = (text: string, x: number, y: number): PaperName => ({ text, middle: [x, y] });

describe('namesWithRoom', () => {
  it('leaves names alone that are apart', () => {
    const apart = [name('教工宿舍12号楼', 50, 50), name('教工宿舍13号楼', 90, 50)];
    expect(namesWithRoom([name('', 50, 50), ...apart], [])).toEqual(apart);
  });

  it('moves one a line aside, leaves out what has no room', () => {
    const crowd = [name('一栋', 50, 50), name('二栋', 51, 50), name('三栋', 52, 50), name('四栋', 53, 50)];
    const placed = namesWithRoom(crowd, []);
    expect(placed.map(({ text }) => text)).toEqual(['一栋', '二栋', '三栋']);
    expect(placed[1]!.middle[1]).toBeGreaterThan(53);
    expect(placed[2]!.middle[1]).toBeLessThan(47);
  });

  it('keeps off what is taken', () => {
    const [placed] = namesWithRoom([name('一栋', 50, 50)], [nameBox(name('07', 50, 49))]);
    expect(placed?.middle[1]).toBeGreaterThan(52);
  });
});
