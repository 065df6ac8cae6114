// Holds the hatches apart: without colour, every class is told from every other.
import { describe, expect, it } from 'vitest';
import type { BivariateCell, Step, Third } from '#ui/theme';
import { dotsPath, hatchOf, hatchPath } from './hatch.ts';

const FRAME = { x: 0, y: 0, width: 10, height: 10 };
const THIRDS: readonly Third[] = [0, 1, 2];
const cells: readonly BivariateCell[] = THIRDS.flatMap((requests) => THIRDS.map((visits) => ({ requests, visits })));

describe('hatches', () => {
  it('tell all nine cells apart, denser is more', () => {
    const hatches = cells.map((cell) => JSON.stringify(hatchOf({ look: 'value', cell }, 'both')));
    expect(new Set(hatches).size).toBe(9);
    expect(hatchOf({ look: 'value', cell: { requests: 2, visits: 0 } }, 'both')).toEqual({ upright: 2.2 });
  });

  it('tell all five steps apart; requests stand, visits lie', () => {
    const gaps = ([1, 2, 3, 4] as Step[]).map((step) => hatchOf({ look: 'value', step }, 'requests').upright ?? 0);
    expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
    expect(new Set(gaps).size).toBe(4);
    expect(hatchOf({ look: 'value', step: 0 }, 'requests')).toEqual({});
    expect(hatchOf({ look: 'value', step: 4 }, 'visits')).toEqual({ level: 1.6 });
  });

  it('keep no data, few and withheld apart from zero', () => {
    const looks = (['none', 'few', 'suppressed', 'zero'] as const).map((look) =>
      JSON.stringify(hatchOf({ look }, 'both')),
    );
    expect(new Set(looks).size).toBe(4);
  });

  it('lie on one net, so that neighbours meet', () => {
    expect(hatchPath({ upright: 4 }, FRAME)).toBe('M0 0V10M4 0V10M8 0V10');
    expect(hatchPath({ upright: 4 }, { ...FRAME, x: 3 })).toBe('M4 0V10M8 0V10M12 0V10');
    expect(hatchPath({ level: 6 }, FRAME)).toBe('M0 0H10M0 6H10');
    expect(hatchPath({ diagonal: 'one' }, FRAME).match(/M/g)).toHaveLength(6);
    expect(dotsPath(FRAME).match(/M/g)).toHaveLength(16);
  });
});
