// Holds a change of scale, level or staleness to the properties that differ.
import { describe, expect, it } from 'vitest';
import { buildMapStyle } from './map-style.ts';
import { FIRST_STYLE } from './style-input.ts';
import type { StyleInput } from './style-input.types.ts';
import { applyStyleDifference } from './style-difference.ts';

const start: StyleInput = FIRST_STYLE;

function changes(change: Partial<StyleInput>): string[] {
  const sent: string[] = [];
  const record = (layer: string, name: string) => sent.push(`${layer}.${name}`);
  applyStyleDifference(
    { setPaintProperty: record, setLayoutProperty: record },
    buildMapStyle(start),
    buildMapStyle({ ...start, ...change }),
  );
  return sent;
}

describe('applyStyleDifference', () => {
  it('sends nothing for the same style', () => {
    expect(changes({})).toEqual([]);
  });

  it('greys only the heat: areas turn grey by their states', () => {
    expect(changes({ stale: true })).toEqual(['heat.heatmap-color']);
  });

  it('swaps the fills with the level', () => {
    const sent = changes({ level: 'entrances' });
    expect(sent).toContain('grids-fill.visibility');
    expect(sent).toContain('entrances-fill.visibility');
    expect(sent).not.toContain('grids-line.visibility');
  });
});
