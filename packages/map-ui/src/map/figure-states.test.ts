// Holds the traffic to the map small and true: only changes, nobody forgotten, grey within one flush.
import { describe, expect, it } from 'vitest';
import type { FigureLook } from '../theme/classify.ts';
import { FigureStates } from './figure-states.ts';
import type { AreaState } from './paint-expressions.ts';

class Recorder {
  readonly states = new Map<string, AreaState>();
  calls = 0;
  setFeatureState({ source, id }: { source: string; id: number }, state: AreaState): void {
    this.calls += 1;
    this.states.set(`${source}/${id}`, { ...this.states.get(`${source}/${id}`), ...state });
  }
}

const value = (requests: 0 | 1 | 2, visits: 0 | 1 | 2): FigureLook => ({ look: 'value', cell: { requests, visits } });
const figures = (...entries: [number, FigureLook][]) => new Map(entries);

describe('FigureStates', () => {
  it('sends only what changed', () => {
    const sink = new Recorder();
    const states = new FigureStates(sink, ['grids']);
    states.set(figures([1, value(0, 0)], [2, value(2, 0)]), 'both');
    states.flush(0, true);
    expect(sink.calls).toBe(2);
    expect(sink.states.get('grids/2')).toMatchObject({ to: '#D48800', corner: true, t: 1 });
    states.set(figures([1, value(0, 0)], [2, value(2, 0)]), 'both');
    states.flush(16, true);
    expect(sink.calls).toBe(2);
  });

  it('cross-fades a change in 300 ms', () => {
    const sink = new Recorder();
    const states = new FigureStates(sink, ['grids']);
    states.set(figures([1, value(0, 0)]), 'both');
    states.flush(0, true);
    states.set(figures([1, value(0, 1)]), 'both');
    expect(states.flush(1000, true)).toBe(true);
    expect(sink.states.get('grids/1')).toMatchObject({ from: '#F1EEE7', to: '#C8E1FE', t: 0 });
    expect(states.flush(1150, true)).toBe(true);
    expect(sink.states.get('grids/1')?.t).toBeCloseTo(0.5);
    expect(states.flush(1300, true)).toBe(false);
    expect(sink.states.get('grids/1')?.t).toBe(1);
  });

  it('does not fade when motion is reduced', () => {
    const sink = new Recorder();
    const states = new FigureStates(sink, ['grids']);
    states.set(figures([1, value(0, 0)]), 'both');
    states.flush(0, false);
    states.set(figures([1, value(0, 1)]), 'both');
    expect(states.flush(16, false)).toBe(false);
    expect(sink.states.get('grids/1')).toMatchObject({ to: '#C8E1FE', t: 1 });
  });

  it('turns everything grey in one flush and back', () => {
    const sink = new Recorder();
    const states = new FigureStates(sink, ['grids', 'grid-labels']);
    states.set(figures([1, value(2, 0)], [2, value(2, 2)]), 'both');
    states.flush(0, true);
    states.setStale(true);
    expect(states.flush(16, true)).toBe(false);
    for (const id of [1, 2]) {
      const colour = sink.states.get(`grids/${id}`)?.to ?? '';
      expect(colour.slice(1, 3)).toBe(colour.slice(3, 5));
      expect(sink.states.get(`grid-labels/${id}`)?.t).toBe(1);
    }
    states.setStale(false);
    states.flush(32, true);
    expect(sink.states.get('grids/1')?.to).toBe('#D48800');
  });

  it('clears an area that is gone', () => {
    const sink = new Recorder();
    const states = new FigureStates(sink, ['grids']);
    states.set(figures([1, value(2, 0)], [2, { look: 'none' }]), 'both');
    states.flush(0, true);
    states.set(figures([2, { look: 'none' }]), 'both');
    states.flush(16, true);
    expect(sink.states.get('grids/1')).toMatchObject({ to: '', corner: false });
    expect(sink.states.get('grids/2')?.look).toBe('none');
  });
});
