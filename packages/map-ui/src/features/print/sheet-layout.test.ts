// Holds the sheet to its scale and its lines to their width.
import { describe, expect, it } from 'vitest';
import { MAP_FRAME, PAPER, SIDE, sheetProjection, wrapped } from './sheet-layout.ts';

describe('the sheet', () => {
  it('is A3 and keeps its parts inside, apart from each other', () => {
    expect([PAPER.width, PAPER.height]).toEqual([420, 297]);
    expect(MAP_FRAME.x + MAP_FRAME.width).toBeLessThan(SIDE.x);
    expect(SIDE.x + SIDE.width).toBeLessThanOrEqual(PAPER.width - 12);
    expect(SIDE.y + SIDE.height).toBeLessThanOrEqual(PAPER.height - 12);
  });

  it('has a round scale at which the community fits, north up', () => {
    const { scale, toPaper } = sheetProjection([114.4178, 30.632, 114.4227, 30.636], MAP_FRAME);
    expect(scale).toBe(2000);
    const [west, south] = toPaper([114.4178, 30.632]);
    const [east, north] = toPaper([114.4227, 30.636]);
    expect(west).toBeGreaterThan(MAP_FRAME.x);
    expect(east).toBeLessThan(MAP_FRAME.x + MAP_FRAME.width);
    expect(north).toBeLessThan(south);
    // 0.004° of latitude are 445.28 m, 222.64 mm at 1:2,000.
    expect(south - north).toBeCloseTo(222.64, 1);
  });

  it('breaks lines at their width, Han by character, Latin by word, marks stay', () => {
    expect(wrapped('演示数据虚构布局', 4)).toEqual(['演示数据', '虚构布局']);
    expect(wrapped('演示数据,布局', 4)).toEqual(['演示数据,', '布局']);
    expect(wrapped('© OpenStreetMap contributors', 10)).toEqual(['© OpenStreetMap', 'contributors']);
    expect(wrapped('', 10)).toEqual([]);
  });
});
