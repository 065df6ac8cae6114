// Holds the three visual weights in order, and every layer defined exactly once.
import { describe, expect, it } from 'vitest';
import { HIT_ORDER, isShownAt, LAYER_ORDER, type LayerId, PLAN_LAYER_ORDER, type PlanLayerId } from './layer-order.ts';
import { buildPlanStyle } from './plan-style.ts';
import { buildMapStyle } from './map-style.ts';
import { FIRST_STYLE } from './style-input.ts';

const position = (id: LayerId) => LAYER_ORDER.findIndex((layer) => layer.id === id);
const input = FIRST_STYLE;

describe('layer order', () => {
  it('names every layer once', () => {
    const ids = LAYER_ORDER.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(30);
  });

  it('lays fills under lines, lines under numbers', () => {
    expect(position('grids-fill')).toBeLessThan(position('buildings-paper'));
    expect(position('buildings-paper')).toBeLessThan(position('grids-casing'));
    expect(position('grids-casing')).toBeLessThan(position('grids-line'));
    expect(position('grids-line')).toBeLessThan(position('grids-corner'));
    expect(position('grids-selected-casing')).toBeLessThan(position('grids-selected'));
    expect(position('grids-pill')).toBeGreaterThan(position('grids-selected'));
  });

  it('shows one data level at a time', () => {
    expect(isShownAt('grids-fill', 'grids')).toBe(true);
    expect(isShownAt('grids-fill', 'entrances')).toBe(false);
    expect(isShownAt('heat', 'heat')).toBe(true);
    expect(isShownAt('grids-line', 'heat')).toBe(true);
  });

  it('asks the smaller area first', () => {
    expect(HIT_ORDER.at(-1)?.area).toBe('grids');
  });
});

describe('map style', () => {
  const style = buildMapStyle(input);

  it('holds the layers in that order and fetches nothing', () => {
    expect(style.layers.map(({ id }) => id)).toEqual(LAYER_ORDER.map(({ id }) => id));
    expect(JSON.stringify(style)).not.toMatch(/https?:|sprite|glyphs/);
  });

  it('never drops the casing of the grid line', () => {
    for (const mode of ['desk', 'screen'] as const) {
      const widths = new Map(
        buildMapStyle({ ...input, mode }).layers.map((layer) => [
          layer.id,
          (layer.paint as Record<string, unknown> | undefined)?.['line-width'],
        ]),
      );
      const casing = Number(widths.get('grids-casing')) - Number(widths.get('grids-line'));
      expect(casing / 2).toBeGreaterThanOrEqual(mode === 'screen' ? 1.5 : 1);
    }
  });
});

describe('a plan', () => {
  const place = (id: PlanLayerId) => PLAN_LAYER_ORDER.findIndex((layer) => layer.id === id);
  const style = buildPlanStyle(input.latitude, false);

  it('lays tints under buildings, before under after, numbers on top', () => {
    expect(place('plan-fill')).toBeLessThan(place('buildings-paper'));
    expect(place('plan-hatch')).toBeGreaterThan(place('plan-fill'));
    expect(place('plan-moved')).toBeLessThan(place('plan-casing'));
    expect(place('plan-before')).toBeLessThan(place('plan-casing'));
    expect(place('plan-casing')).toBeLessThan(place('plan-line'));
    expect(place('plan-number')).toBe(PLAN_LAYER_ORDER.length - 1);
  });

  it('draws the base as the live map does, fetches nothing and tells six tints', () => {
    const live = new Map(buildMapStyle(input).layers.map((layer) => [layer.id, layer]));
    const lanes = style.layers.find(({ id }) => id === 'base-lane');
    expect(lanes?.paint).toEqual(live.get('base-lane')?.paint);
    expect(JSON.stringify(style)).not.toMatch(/https?:|sprite|glyphs/);
    const fill = style.layers.find(({ id }) => id === 'plan-fill');
    expect(JSON.stringify(fill?.paint).match(/#[0-9A-F]{6}/g)?.length).toBe(7);
  });
});
