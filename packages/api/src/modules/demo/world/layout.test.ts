// Proves the compound: published totals, sizes, and footprints that neither overlap nor leave the outline.
import { describe, expect, it } from 'vitest';
import { buildLayout } from './layout.ts';
import { type LocalPoint, toMetres } from './local-frame.ts';
import type { Ring } from './world-types.ts';

const layout = buildLayout(7);
const entrances = layout.buildings.flatMap((building) => building.entrances);

type Segment = readonly [LocalPoint, LocalPoint];

const points = (ring: Ring): LocalPoint[] => ring.slice(0, -1).map(toMetres);
const segments = (ring: Ring): Segment[] => {
  const all = points(ring);
  return all.map((point, i): Segment => [point, all[(i + 1) % all.length] ?? point]);
};

function areaOf(ring: Ring): number {
  return segments(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2, 0);
}

function isInside([x, y]: LocalPoint, ring: Ring): boolean {
  const crossings = segments(ring).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax,
  );
  return crossings.length % 2 === 1;
}

function distance([x, y]: LocalPoint, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** Least distance of the corners of one ring to the other's edges: exact for rings that do not cross. */
function gapMetres(a: Ring, b: Ring): number {
  const oneWay = (from: Ring, to: Ring) =>
    Math.min(...points(from).flatMap((point) => segments(to).map((segment) => distance(point, segment))));
  return Math.min(oneWay(a, b), oneWay(b, a));
}

describe('the synthetic compound', () => {
  it('honours the published totals', () => {
    expect(layout.buildings.map((building) => building.number)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
    expect(entrances).toHaveLength(76);
    expect(entrances.reduce((sum, entrance) => sum + entrance.dwellings.length, 0)).toBe(5_235);
  });

  it('keeps 240 to 299 dwellings a building and 60 to 75 an entrance', () => {
    const sizes = layout.buildings.map((b) => b.entrances.reduce((sum, one) => sum + one.dwellings.length, 0));
    expect(Math.min(...sizes)).toBe(240);
    expect(Math.max(...sizes)).toBe(299);
    for (const entrance of entrances) {
      expect(entrance.dwellings.length).toBeGreaterThanOrEqual(60);
      expect(entrance.dwellings.length).toBeLessThanOrEqual(75);
    }
  });

  it('cannot be cut into 15 grids of whole buildings within the norm', () => {
    // 15 grids over 19 buildings: if g grids hold one building and the rest at least two, g + 2(15 − g) ≤ 19, so g ≥ 11.
    const sizes = layout.buildings.map((b) => b.entrances.reduce((sum, one) => sum + one.dwellings.length, 0));
    expect(2 * 15 - sizes.length).toBe(11);
    expect(sizes.every((size) => size < 300)).toBe(true);
  });

  it('numbers doors by floor and position, each once, with door 1701 behind 19栋2单元', () => {
    for (const { dwellings, floors } of entrances) {
      expect(new Set(dwellings.map(({ door }) => door)).size).toBe(dwellings.length);
      for (const { door, floor, position } of dwellings) expect(door).toBe(floor * 100 + position);
      expect(Math.max(...dwellings.map(({ floor }) => floor))).toBe(floors);
    }
    const entrance = entrances.find(({ key }) => key === '19-2');
    expect(entrance?.dwellings.map(({ door }) => door)).toContain(1701);
  });

  it('tiles every footprint with its four slices', () => {
    for (const building of layout.buildings) {
      const slices = building.entrances.reduce((sum, entrance) => sum + areaOf(entrance.ring), 0);
      expect(areaOf(building.ring)).toBeGreaterThan(1_000);
      expect(Math.abs(areaOf(building.ring) - slices)).toBeLessThan(0.01);
      const corners = new Set(building.entrances.flatMap((entrance) => entrance.ring.map(String)));
      expect(building.ring.filter((corner) => !corners.has(String(corner)))).toEqual([]);
    }
  });

  it('keeps at least 12 m between buildings and everything inside the outline', () => {
    const solids = [...layout.buildings, ...layout.facilities].map(({ name, ring }) => ({ name, ring }));
    for (const [i, one] of solids.entries()) {
      expect(points(one.ring).every((point) => isInside(point, layout.base.outline))).toBe(true);
      expect(gapMetres(one.ring, layout.base.outline)).toBeGreaterThan(8);
      for (const other of solids.slice(i + 1)) {
        expect(points(one.ring).some((point) => isInside(point, other.ring))).toBe(false);
        const isCluster = [one, other].every(({ name }) => name === '社区食堂' || name === '物业用房');
        expect(gapMetres(one.ring, other.ring)).toBeGreaterThan(isCluster ? 3.9 : 11.9);
      }
    }
  });

  it('gives 7 decimals, closed counter-clockwise rings and a wall open at three gates', () => {
    const rings = [layout.base.outline, ...layout.base.courts, ...solidsAndSlices()];
    for (const ring of rings) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(areaOf(ring)).toBeGreaterThan(0);
      for (const degrees of ring.flat()) expect(Number(degrees.toFixed(7))).toBe(degrees);
    }
    expect(layout.base.gates.map(({ name }) => name).toSorted()).toEqual(['东门', '北门', '南门'].toSorted());
    expect(layout.base.wall).toHaveLength(3);
    expect(layout.base.roads.map(({ name }) => name)).toEqual(['青竹路', '春和路', '和安街', null]);
  });
});

function solidsAndSlices(): Ring[] {
  return [...layout.buildings, ...layout.facilities, ...entrances].map(({ ring }) => ring);
}
