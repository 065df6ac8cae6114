// Holds hover and brush apart from selection, and the traffic to differences.
import { describe, expect, it } from 'vitest';
import { dimmed, FlagStates } from './flag-states.ts';

describe('FlagStates', () => {
  it('sends differences only', () => {
    const sent: string[] = [];
    const flags = new FlagStates({ setFeatureState: ({ id }, state) => sent.push(`${id}:${JSON.stringify(state)}`) });
    flags.apply('selected', 'grids', new Set([1, 2]));
    flags.apply('selected', 'grids', new Set([2, 3]));
    expect(sent).toEqual(['1:{"selected":true}', '2:{"selected":true}', '1:{"selected":false}', '3:{"selected":true}']);
    flags.apply('selected', 'buildings', new Set([2]));
    expect(sent.length).toBe(5);
  });
});

describe('dimmed', () => {
  it('keeps the hovered area, else the brushed ones, else all', () => {
    expect([...dimmed([1, 2, 3], 2, null)]).toEqual([1, 3]);
    expect([...dimmed([1, 2, 3], null, new Set([1, 3]))]).toEqual([2]);
    expect([...dimmed([1, 2, 3], 2, new Set([1]))]).toEqual([1, 3]);
    expect(dimmed([1, 2, 3], null, null).size).toBe(0);
  });
});
