// Holds labels to mapIds, notes to their grids, and event marks away from numbers.
import { describe, expect, it } from 'vitest';
import { fixtureGeometry } from '../gallery/fixture-geometry.ts';
import { boundsOf, eventPoint, gridLabels, idsOf, withNotes } from './geometry-sources.ts';

const geometry = fixtureGeometry();
const labels = gridLabels(geometry, 'desk');

describe('gridLabels', () => {
  it('carries every mapId and its number', () => {
    expect(labels.features.map(({ id }) => id)).toEqual([...idsOf(geometry.grids)]);
    expect(labels.features[10]?.properties.label).toBe('11');
  });

  it('keeps a given place', () => {
    const [first] = geometry.grids.features;
    if (!first) throw new Error('The fixture has no grid.');
    const placed = { ...first, properties: { ...first.properties, labelAt: [114.4, 30.6] as const } };
    const [only] = gridLabels({ ...geometry, grids: { ...geometry.grids, features: [placed] } }, 'desk').features;
    expect(only?.geometry.coordinates).toEqual([114.4, 30.6]);
  });
});

describe('withNotes', () => {
  it('adds a note to its grid alone and takes it back', () => {
    const noted = withNotes(labels, new Map([[5, 'n=3']]));
    expect(noted.features.filter(({ properties }) => properties.note !== undefined).map(({ id }) => id)).toEqual([5]);
    expect(withNotes(noted, new Map()).features.some(({ properties }) => 'note' in properties)).toBe(false);
  });
});

describe('eventPoint', () => {
  it('stays within the building and beats its middle in distance from numbers', () => {
    const building = geometry.buildings.features[8];
    if (!building) throw new Error('The fixture has no building 9.');
    const bounds = boundsOf({ type: 'FeatureCollection', features: [building] });
    const [lng, lat] = eventPoint(building.geometry, labels);
    const [west, south, east, north] = bounds ?? [0, 0, 0, 0];
    expect(lng > west && lng < east && lat > south && lat < north).toBe(true);
    const fromNumbers = ([x, y]: readonly [number, number]) =>
      Math.min(
        ...labels.features.map(({ geometry: { coordinates } }) =>
          Math.hypot((coordinates[0] ?? 0) - x, (coordinates[1] ?? 0) - y),
        ),
      );
    expect(fromNumbers([lng, lat])).toBeGreaterThan(fromNumbers([(west + east) / 2, (south + north) / 2]));
  });
});

describe('boundsOf', () => {
  it('is null for nothing', () => {
    expect(boundsOf({ type: 'FeatureCollection', features: [] })).toBeNull();
  });
});
