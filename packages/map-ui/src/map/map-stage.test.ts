// What a map does before its style stands, after, and after its end; no WebGL is needed for that.
import type * as maplibregl from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';
import { MapStage } from './map-stage.ts';

const STYLE: maplibregl.StyleSpecification = {
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#fff', 'background-opacity': 1 } }],
};
const PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** The few calls a stage makes. */
function fakeMap() {
  const heard = new Map<string, (event: object) => void>();
  const hear = (type: string, listener: (event: object) => void) => void heard.set(type, listener);
  const map = {
    on: hear,
    once: hear,
    getZoom: () => 17,
    getCenter: () => ({ lat: 31, lng: 121 }),
    getSource: (id: string) => (id === 'grids' ? { id } : undefined),
    setPaintProperty: vi.fn<(layer: string, name: string, value: unknown) => void>(),
    remove: vi.fn<() => void>(),
  };
  const tell = (type: string) => heard.get(type)?.({});
  const stage = new MapStage(map as unknown as maplibregl.Map, STYLE, PADDING);
  return { map, stage, tell };
}

describe('a stage', () => {
  it('keeps what is asked until the style stands, and then does it in order', async () => {
    const { stage, tell } = fakeMap();
    const done: string[] = [];
    stage.run(() => done.push('first'));
    stage.run(() => done.push('second'));
    expect(done).toEqual([]);
    tell('style.load');
    await stage.ready;
    expect(done).toEqual(['first', 'second']);
    stage.run(() => done.push('third'));
    expect(done).toEqual(['first', 'second', 'third']);
  });

  it('does nothing of what waited when it ends before', async () => {
    const { map, stage, tell } = fakeMap();
    const done = vi.fn<() => void>();
    stage.run(done);
    stage.destroy();
    tell('style.load');
    await stage.ready;
    expect(done).not.toHaveBeenCalled();
    expect(map.remove).toHaveBeenCalledOnce();
  });

  it('says how near it is looked at, to those who still listen', () => {
    const { stage, tell } = fakeMap();
    const seen: number[] = [];
    const end = stage.on('move', ({ metresPerPixel }) => seen.push(metresPerPixel));
    tell('move');
    end();
    tell('move');
    // 40 075 016.7 m × cos 31° / (512 × 2^17)
    expect(seen).toHaveLength(1);
    expect(seen[0]).toBeCloseTo(0.5119, 3);
  });

  it('changes only what differs from the style before', () => {
    const { map, stage } = fakeMap();
    const black = { ...STYLE, layers: [{ ...STYLE.layers[0], paint: { 'background-color': '#000' } }] };
    stage.restyle(black as maplibregl.StyleSpecification);
    stage.restyle(black as maplibregl.StyleSpecification);
    expect(map.setPaintProperty.mock.calls).toEqual([['ground', 'background-color', '#000']]);
  });

  it('names a source the style does not have', () => {
    const { stage } = fakeMap();
    expect(stage.source('grids')).toMatchObject({ id: 'grids' });
    expect(() => stage.source('streets')).toThrow('The map has no source "streets".');
  });
});
