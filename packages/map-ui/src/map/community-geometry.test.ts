// Layers of the contract as the map's sources.
import { describe, expect, it } from 'vitest';
import { boundsOfArea, toMapGeometry, twoDigits } from './community-geometry.ts';

const collection = (...features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
const square: GeoJSON.Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [2, 0],
      [2, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};
const layers = {
  base: collection(
    {
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      properties: { kind: 'ROAD', name: '青竹路' },
    },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] }, properties: { kind: 'FOUNTAIN', name: null } },
  ),
  grids: collection({ type: 'Feature', id: 7, geometry: square, properties: { number: 7, label: [1, 0.5] } }),
  buildings: collection(
    { type: 'Feature', id: 9, geometry: square, properties: { name: '9栋', number: '9', kind: 'RESIDENTIAL' } },
    { type: 'Feature', id: 20, geometry: square, properties: { name: '社区食堂', kind: 'CANTEEN' } },
  ),
  entrances: collection({
    type: 'Feature',
    id: 33,
    geometry: { type: 'Point', coordinates: [0, 0] },
    properties: { name: '9栋2单元' },
  }),
};
const geometry = toMapGeometry(layers, ({ name }) => name);

describe('the map’s geometry', () => {
  it('writes grid numbers with two digits and keeps the place of the label', () => {
    expect(geometry.grids.features[0]).toMatchObject({ id: 7, properties: { label: '07', labelAt: [1, 0.5] } });
    expect(twoDigits(15)).toBe('15');
  });

  it('writes buildings as it is told to', () => {
    const said = toMapGeometry(layers, ({ number, kind }) => `${kind} ${number}`);
    expect(said.buildings.features.map(({ properties }) => properties.label)).toEqual(['RESIDENTIAL 9', 'CANTEEN ']);
  });

  it('tells homes from other houses', () => {
    expect(geometry.buildings.features.map(({ properties }) => properties.residential)).toEqual([true, false]);
  });

  it('draws the ground it knows and leaves out the rest', () => {
    expect(geometry.base.features.map(({ properties }) => properties)).toEqual([
      { kind: 'road', name: '青竹路', widthMetres: 16 },
    ]);
  });

  it('leaves out an entrance without a cell', () => {
    expect(geometry.entrances.features).toEqual([]);
  });

  it('finds the box around an area', () => {
    expect(boundsOfArea(geometry.grids, 7)).toEqual([0, 0, 2, 1]);
    expect(boundsOfArea(geometry.grids, 8)).toBeNull();
  });
});
