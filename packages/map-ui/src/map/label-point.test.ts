// Holds numbers inside their grid and off the buildings.
import { describe, expect, it } from 'vitest';
import { LABEL_ROOM, labelPoint, type LabelRoom } from './label-point.ts';

/** A rectangle in metres east and north of a spot near 30.6° N. */
function box(west: number, south: number, east: number, north: number): number[][] {
  const at = (x: number, y: number) => [114.3 + x / (111_320 * Math.cos((30.6 * Math.PI) / 180)), 30.6 + y / 111_320];
  return [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
}
const metresEast = (lng: number) => (lng - 114.3) * 111_320 * Math.cos((30.6 * Math.PI) / 180);
const metresNorth = (lat: number) => (lat - 30.6) * 111_320;

describe('labelPoint', () => {
  it('takes the middle of an empty area', () => {
    const [lng, lat] = labelPoint([box(0, 0, 120, 80)], []);
    expect(metresEast(lng)).toBeCloseTo(60, 0);
    expect(metresNorth(lat)).toBeCloseTo(40, 0);
  });

  it('steps aside for a building in the middle', () => {
    const [lng, lat] = labelPoint([box(0, 0, 120, 80)], [box(30, 34, 90, 46)]);
    const [x, y] = [metresEast(lng), metresNorth(lat)];
    expect(x > 30 && x < 90 && y > 34 && y < 46).toBe(false);
    expect(x > 5 && x < 115 && y > 5 && y < 75).toBe(true);
  });

  it('covers a building in a hall before it touches a line', () => {
    const place = (room: LabelRoom) => labelPoint([box(0, 0, 120, 76)], [box(5, 30, 115, 46)], room);
    const [, hall] = place(LABEL_ROOM.screen);
    const [, desk] = place(LABEL_ROOM.desk);
    const fromLine = (lat: number) => Math.min(metresNorth(lat), 76 - metresNorth(lat));
    expect(fromLine(hall)).toBeGreaterThan(20);
    expect(fromLine(desk)).toBeLessThan(20);
  });

  it('stays inside an L', () => {
    const [a, b] = [box(0, 0, 100, 20), box(0, 0, 20, 100)];
    const ring = [a[0], a[1], a[2], [b[1]?.[0] ?? 0, a[2]?.[1] ?? 0], b[2], b[3], a[0]].map((point) => point ?? []);
    const [lng, lat] = labelPoint([ring], []);
    const [x, y] = [metresEast(lng), metresNorth(lat)];
    expect(x < 20 || y < 20).toBe(true);
    expect(x > 0 && y > 0).toBe(true);
  });
});
