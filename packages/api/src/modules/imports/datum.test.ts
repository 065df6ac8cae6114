// Checks conversions between datums to the decimetre, and that nothing undeclared is decided here.
import gcoord from 'gcoord';
import { expect, test } from 'vitest';
import { proposeDatum, toWgs84, type DatumChoice } from './datum.ts';
import type { Point, Position } from './geojson-shapes.ts';
import { crsOfEpsg, crsOfName, crsOfWkt } from './projection.ts';

const place: Position = [114.387, 30.505];
const at = (coordinates: Position): Point => ({ type: 'Point', coordinates });
const metresApart = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  Math.hypot((ax - bx) * 95_900, (ay - by) * 110_850);
const forward = (system: 'GCJ02' | 'BD09') => {
  const { transform, WGS84, [system]: target } = gcoord as unknown as typeof gcoord.default;
  return transform([place[0]!, place[1]!], WGS84, target) as Position;
};

test.each(['GCJ02', 'BD09'] as const)('%s comes back to the centimetre', (datum) => {
  const shifted = forward(datum);
  expect(metresApart(shifted, place)).toBeGreaterThan(300);
  expect(metresApart(toWgs84(at(shifted), { datum })!.coordinates, place)).toBeLessThan(0.01);
});

test('CGCS2000 is the identity, heights are left out', () => {
  expect(toWgs84(at([114.1, 30.1, 22]), { datum: 'CGCS2000' })!.coordinates).toEqual([114.1, 30.1]);
});

test('EPSG:4547, its zone twin 4526 and the ESRI text agree', () => {
  const esri =
    'PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
  const choice = (crs: ReturnType<typeof crsOfEpsg>): DatumChoice =>
    'definition' in crs ? { datum: 'PROJECTED', definition: crs.definition } : { datum: 'WGS84' };
  const point = at([536792.2700368892, 3376237.5283261593]);
  const expected = [114.3832781, 30.5057128];
  for (const [shift, crs] of [
    [0, crsOfEpsg(4547)],
    [38_000_000, crsOfEpsg(4526)],
    [0, crsOfWkt(esri)],
  ] as const) {
    const found = toWgs84(at([point.coordinates[0]! + shift, point.coordinates[1]!]), choice(crs))!.coordinates;
    expect(metresApart(found, expected)).toBeLessThan(0.02);
  }
});

test('names of systems', () => {
  expect(crsOfName('urn:ogc:def:crs:OGC:1.3:CRS84')).toEqual({ datum: 'WGS84' });
  expect(crsOfName('urn:ogc:def:crs:EPSG::4490')).toEqual({ datum: 'CGCS2000' });
  expect(crsOfName('EPSG:4547')).toMatchObject({ datum: 'PROJECTED', label: 'EPSG:4547' });
  expect(crsOfName('EPSG:999999')).toEqual({ code: 'CRS_UNKNOWN', params: { crs: 'EPSG:999999' } });
  expect(crsOfWkt('GEOGCS["Beijing 1954",DATUM["Beijing_1954",SPHEROID["Krassowsky",6378245,298.3]]]')).toEqual({
    code: 'PROJECTION_DATUM_UNSUPPORTED',
    params: { datum: 'Beijing_1954' },
  });
  expect(crsOfWkt('hello')).toEqual({ code: 'PROJECTION_UNKNOWN', params: {} });
});

test('what is not declared needs an answer; what is declared does not', () => {
  const degrees: [number, number, number, number] = [114.3, 30.5, 114.4, 30.6];
  expect(proposeDatum('f', undefined, degrees)).toMatchObject({
    choice: { datum: 'WGS84' },
    reason: 'UNDECLARED_DEGREES',
    needsAnswer: true,
  });
  expect(proposeDatum('f', undefined, [536000, 3376000, 537000, 3377000])).toMatchObject({
    choice: null,
    reason: 'UNDECLARED_METRES',
    needsAnswer: true,
  });
  expect(proposeDatum('f', undefined, [38536000, 3376000, 38537000, 3377000]).choice).toMatchObject({
    datum: 'PROJECTED',
  });
  expect(proposeDatum('f', { from: 'CRS_MEMBER', text: 'EPSG:4490' }, degrees)).toMatchObject({
    choice: { datum: 'CGCS2000' },
    reason: 'CRS_MEMBER',
    needsAnswer: false,
    faults: [],
  });
  const unknown = proposeDatum('f', { from: 'CRS_MEMBER', text: 'EPSG:2' }, degrees);
  expect(unknown).toMatchObject({ choice: null, reason: 'DECLARED_UNUSABLE', needsAnswer: true });
  expect(unknown.faults.map(({ code }) => code)).toEqual(['CRS_UNKNOWN']);
});
