// Rows of the map's twin: the same numbers as the map, in a stable order.
import { describe, expect, it } from 'vitest';
import { indexPlaces } from '#api/community';
import { listRows, sortRows } from './list-rows.ts';

const person = { id: 'p', name: '甲' };
const entrance = (mapId: number, building: string, number: string) => ({
  id: `e${mapId}`,
  mapId,
  name: `${building}栋${number}单元`,
  number,
  households: 10,
  residents: 20,
  building: { id: `b${building}`, mapId: 100 + Number(building), name: `${building}栋`, number: building },
});
const PLACES = indexPlaces([
  {
    id: 'g1',
    mapId: 1,
    number: 1,
    households: 20,
    residents: 40,
    worker: person,
    branchSecretary: null,
    entrances: [entrance(11, '10', '1'), entrance(12, '2', '1')],
  },
  {
    id: 'g2',
    mapId: 2,
    number: 2,
    households: 10,
    residents: 20,
    worker: null,
    branchSecretary: null,
    entrances: [entrance(13, '2', '2')],
  },
]);
const figure = (metric: 'NEW_REQUESTS' | 'OPEN_REQUESTS', value: number | null, numerator: number) => ({
  metric,
  value,
  numerator,
  denominator: 20,
  n: numerator,
  reason: null,
});
const AREAS = new Map([
  [1, { figures: [figure('NEW_REQUESTS', 15, 3), figure('OPEN_REQUESTS', 10, 2)] }],
  [2, { figures: [figure('NEW_REQUESTS', null, 0), figure('OPEN_REQUESTS', 0, 0)] }],
]);
const gridName = (number: number) => `${number}`;

describe('the list beside the map', () => {
  it('shows flows as the map does and stocks as counts', () => {
    const [first] = listRows(PLACES, AREAS, 'grid', gridName);
    expect(first?.figures.NEW_REQUESTS).toBe(15);
    expect(first?.figures.OPEN_REQUESTS).toBe(2);
    expect(first?.figures.VISITS).toBeNull();
    expect(first?.worker).toBe('甲');
  });

  it('adds a building up over its grids', () => {
    const rows = listRows(PLACES, new Map(), 'building', gridName);
    expect(rows.map(({ name, households }) => [name, households])).toEqual([
      ['10栋', 10],
      ['2栋', 20],
    ]);
  });

  it('orders names as people count them', () => {
    const names = (by: 'building' | 'entrance') =>
      sortRows(listRows(PLACES, new Map(), by, gridName), 'name', false).map(({ name }) => name);
    expect(names('building')).toEqual(['2栋', '10栋']);
    expect(names('entrance')).toEqual(['2栋1单元', '2栋2单元', '10栋1单元']);
  });

  it('puts the unknown last in either direction', () => {
    const rows = listRows(PLACES, AREAS, 'grid', gridName);
    expect(sortRows(rows, 'NEW_REQUESTS', true).map(({ id }) => id)).toEqual(['g1', 'g2']);
    expect(sortRows(rows, 'NEW_REQUESTS', false).map(({ id }) => id)).toEqual(['g1', 'g2']);
    expect(sortRows(rows, 'OPEN_REQUESTS', false).map(({ id }) => id)).toEqual(['g2', 'g1']);
  });
});
