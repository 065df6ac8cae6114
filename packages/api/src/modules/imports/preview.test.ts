// Checks the dry run on small files made here: what is asked, what is found wrong, and that nothing ever throws.
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, previewImport, type ImportAnswers } from './preview.ts';
import { buildingFeature, collection, dbfBytes, jsonFile, textFile } from './import-fixtures.ts';
import type { InputFile } from './archive.ts';

const wgs84: ImportAnswers = { datum: { datum: 'WGS84' } };
const preview = (files: InputFile[], answers: ImportAnswers = wgs84) => previewImport({ files, answers });
const said = async (files: InputFile[], answers = wgs84) =>
  (await preview(files, answers)).faults.map(({ code, path }) => `${code} ${path}`.trim());
const two = () =>
  jsonFile(
    '楼栋.geojson',
    collection(buildingFeature(0, 0, { id: 1, name: '6栋' }), buildingFeature(1, 0, { id: 2, name: '教工宿舍-7栋' })),
  );

describe('buildings', () => {
  test('overlap, size, ids, names and numbers', async () => {
    const features = [
      buildingFeature(0, 0, { id: 1, name: '6栋', 栋号: 7 }),
      buildingFeature(0.2, 0, { id: 1, name: '食堂' }),
      buildingFeature(5, 0, { id: 3, name: '食堂' }),
      buildingFeature(6, 0, { id: 4, name: '门卫' }, 0.02),
      buildingFeature(9, 9, { id: 5, name: '6栋' }),
      { type: 'Feature', properties: { id: 6 }, geometry: null },
    ];
    expect(await said([jsonFile('a.geojson', collection(...features))])).toEqual([
      'BUILDING_NUMBER_DISAGREES features[0]',
      'BUILDINGS_OVERLAP features[0]',
      'BUILDING_ID_DUPLICATE features[1]',
      'BUILDING_NAME_DUPLICATE features[2]',
      'FOOTPRINT_TOO_SMALL features[3]',
      'BUILDING_PARTS_FAR_APART features[4]',
      'GEOMETRY_MISSING features[5].geometry',
    ]);
    const overlap = (await preview([jsonFile('a.geojson', collection(...features))])).faults.find(
      ({ code }) => code === 'BUILDINGS_OVERLAP',
    );
    // 0.2 of 0.0004° by 0.0004° at 30.5° north: 19.2 m by 44.3 m.
    expect(overlap).toMatchObject({
      severity: 'ERROR',
      params: { other: '食堂', areaSquareMetres: expect.closeTo(850.6, 0) },
    });
  });

  test('outside and partly outside an outline', async () => {
    const outline = jsonFile('社区边界.geojson', buildingFeature(0, 0, {}, 1.2));
    const found = await preview([
      jsonFile(
        'a.geojson',
        collection(buildingFeature(0.1, 0.1, {}), buildingFeature(1, 0.1, {}), buildingFeature(8, 8, {})),
      ),
      outline,
    ]);
    expect(found.faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'PARTLY_OUTSIDE_COMMUNITY features[1]',
      'OUTSIDE_COMMUNITY features[2]',
    ]);
    expect(found.drafts.outline?.coordinates.length).toBe(1);
  });

  test('an outline is proposed only when there is none', async () => {
    const hull = { type: 'MultiPolygon' as const, coordinates: [] };
    const proposed = await previewImport({
      files: [two()],
      answers: wgs84,
      proposeOutline: (footprints, margin) => (footprints.length === 2 && margin === 15 ? hull : null),
    });
    expect(proposed.proposedOutline).toBe(hull);
  });

  test('control characters are refused, not stripped', async () => {
    expect(await said([jsonFile('a.geojson', collection(buildingFeature(0, 0, { name: '6\u202E栋' })))])).toEqual([
      'TEXT_NOT_ALLOWED features[0]',
    ]);
  });
});

describe('households and entrances', () => {
  test('counts beside the footprints count, parts added up, unless a table made for counting names the building', async () => {
    const buildings = jsonFile(
      '楼栋.geojson',
      collection(
        buildingFeature(0, 0, { name: '6栋', 户数: 12, 人数: 30 }),
        buildingFeature(1, 0, { name: '7栋', 户数: 4 }),
        buildingFeature(1.4, 0, { name: '7栋', 户数: 5 }, 0.3),
        buildingFeature(3, 0, { name: '8栋', 户数: '四' }),
      ),
    );
    const alone = await preview([buildings]);
    expect(alone.faults.map(({ code, path }) => `${code} ${path}`)).toContain('COUNT_INVALID features[3]');
    expect(alone.drafts.households).toEqual([
      { buildingKey: 'no:#6', households: 12, residents: 30, sourcePaths: ['features[0]'] },
      { buildingKey: 'no:#7', households: 9, sourcePaths: ['features[1]', 'features[2]'] },
    ]);
    const beside = await preview([buildings, textFile('户数.csv', '楼栋,户数\n7栋,80\n')]);
    expect(beside.drafts.households.map(({ buildingKey, households }) => [buildingKey, households])).toEqual([
      ['no:#7', 80],
      ['no:#6', 12],
    ]);
  });

  test('rows find their building by name or number; what does not is told by row', async () => {
    const csv = textFile(
      '户数.csv',
      '楼栋,户数,人数\r\n6栋,12,30\r\n教工宿舍7号楼,"1,5",\r\n9栋,4,\r\n,4,\r\n６号楼,3,\r\n',
      'gbk',
    );
    const found = await preview([two(), csv]);
    expect(found.faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'COUNT_INVALID row 3',
      'BUILDING_UNKNOWN row 4',
      'BUILDING_REFERENCE_MISSING row 5',
      'HOUSEHOLD_ROW_DUPLICATE row 6',
    ]);
    expect(found.drafts.households).toEqual([
      { buildingKey: 'no:#6', households: 12, residents: 30, sourcePaths: ['row 2'] },
    ]);
    expect(found.ready).toBe(false);
  });

  test('a row number that passes for an id is noticed', async () => {
    expect(await said([two(), textFile('h.csv', 'id,name,households\n1,教工宿舍7栋,5\n')])).toEqual([
      'BUILDING_AMBIGUOUS row 2',
    ]);
  });

  test('entrances from rows with coordinates, in the datum that was answered', async () => {
    const csv = textFile(
      '单元.csv',
      '楼栋,单元,户数,经度,纬度\n6栋,1单元,8,114.3801,30.5001\n6栋,2单元,9,114.3803,30.5001\n6栋,二单元,9,114.3803,30.5001\n6栋,,1,,\n7栋,1,3,114.39,30.51\n',
    );
    const found = await preview([two(), csv]);
    expect(
      found.drafts.entrances.map(({ buildingKey, number, households }) => [buildingKey, number, households]),
    ).toEqual([
      ['no:#6', '1', 8],
      ['no:#6', '2', 9],
      ['no:教工宿舍#7', '1', 3],
    ]);
    expect(found.drafts.entrances[0]!.point).toEqual({ type: 'Point', coordinates: [114.3801, 30.5001] });
    expect(found.faults.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'ENTRANCE_DUPLICATE row 4',
      'ENTRANCE_NUMBER_MISSING row 5',
      'ENTRANCE_FAR_FROM_BUILDING row 6',
    ]);
    expect(found.counts).toMatchObject({ entrances: 3, households: 20 });
  });

  test('columns can be chosen by hand', async () => {
    const csv = textFile('h.csv', 'a,b\n6栋,12\n');
    expect((await preview([two(), csv])).needs).toEqual(['MAPPING']);
    const answered = await preview([two(), csv], {
      ...wgs84,
      mapping: { 'h.csv': { role: 'HOUSEHOLDS', fields: { building: 'a', households: 'b' } } },
    });
    expect(answered).toMatchObject({ needs: [], ready: true, counts: { households: 12 } });
    expect(
      await said([two(), csv], {
        ...wgs84,
        mapping: { 'h.csv': { role: 'HOUSEHOLDS', fields: { building: 'a', households: 'c' } }, 'x.csv': {} },
      }),
    ).toEqual(['MAPPING_FIELD_UNKNOWN', 'MAPPING_TABLE_UNKNOWN']);
  });
});

describe('datums', () => {
  test('an answer against the file is used, and said', async () => {
    const declared = jsonFile('a.geojson', {
      ...collection(buildingFeature(0, 0, {})),
      crs: { type: 'name', properties: { name: 'EPSG:4490' } },
    });
    expect((await preview([declared], {})).needs).toEqual([]);
    expect(await said([declared], { datum: { datum: 'GCJ02' } })).toEqual(['DATUM_CONTRADICTS_FILE']);
  });

  test('metres cannot be degrees; an EPSG number makes them places', async () => {
    const ring = [
      [536792.27, 3376237.53],
      [536892.27, 3376237.53],
      [536892.27, 3376337.53],
      [536792.27, 3376237.53],
    ];
    const metres = jsonFile(
      'a.geojson',
      collection({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }),
    );
    expect(await preview([metres], {})).toMatchObject({ needs: ['DATUM'], ready: false });
    expect(await said([metres])).toEqual(['DATUM_NOT_PLAUSIBLE', 'NO_BUILDINGS'].reverse());
    expect(await said([metres], { datum: { datum: 'PROJECTED' } })).toContain('PROJECTION_MISSING');
    const placed = await preview([metres], { datum: { datum: 'PROJECTED', epsg: 4547 } });
    expect(placed.drafts.buildings[0]!.footprint.coordinates[0]![0]![0]).toEqual([
      expect.closeTo(114.3832781, 6),
      expect.closeTo(30.5057128, 6),
    ]);
  });
});

test('field names cut at ten bytes are understood', async () => {
  const dbf = {
    name: 'h.dbf',
    bytes: dbfBytes(['BUILDING_N', 'HOUSEHOLDS', '常住人口数'], [['6栋', '12', '30']], 'gbk'),
  };
  const found = await preview([two(), dbf]);
  expect(found.tables.find(({ name }) => name === 'h.dbf')).toMatchObject({
    role: 'HOUSEHOLDS',
    mapping: { building: 'BUILDING_N', households: 'HOUSEHOLDS', residents: '常住人口数' },
  });
  expect(found.drafts.households[0]).toMatchObject({ households: 12, residents: 30 });
});

test('the building column of OpenStreetMap is a use, not a number', async () => {
  const found = await preview([
    jsonFile(
      'osm.geojson',
      collection(buildingFeature(0, 0, { building: 'apartments', 'building:levels': '6', 'addr:housenumber': '12' })),
    ),
  ]);
  expect(found.tables[0]!.mapping).toMatchObject({ use: 'building', floors: 'building:levels' });
  expect(found.drafts.buildings[0]).toMatchObject({ number: null, kind: 'RESIDENTIAL', floors: 6 });
});

test('the fingerprint is the same for the same content only', () => {
  const [a, b] = [textFile('a', '1'), textFile('b', '2')];
  expect(fingerprintOf([a, b], { encoding: 'gbk', datum: { datum: 'WGS84' } })).toBe(
    fingerprintOf([b, a], { datum: { datum: 'WGS84' }, encoding: 'gbk' }),
  );
  expect(fingerprintOf([a], {})).not.toBe(fingerprintOf([b], {}));
  expect(fingerprintOf([a], {})).toMatch(/^[0-9a-f]{64}$/);
});

describe('whatever comes, a fault answers', () => {
  const header: Record<string, number[]> = {
    zip: [0x50, 0x4b, 3, 4],
    shp: [0, 0, 0x27, 0x0a],
    json: [0x7b],
    'utf-16': [0xff, 0xfe],
    none: [],
  };
  const name = fc.constantFrom('a.geojson', 'a.csv', 'a.shp', 'a.dbf', 'a.zip', 'a');
  const anything = fc
    .record({ name, head: fc.constantFrom(...Object.values(header)), body: fc.uint8Array({ maxLength: 400 }) })
    .map(({ name, head, body }) => ({ name, bytes: Uint8Array.from([...head, ...body]) }));

  test('random bytes under any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 3 }), async (files) => {
        const found = await preview(files);
        expect(found.faults.length).toBeGreaterThan(0);
        expect(found.ready).toBe(false);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  test('good files with bytes changed', async () => {
    const good = [
      two(),
      {
        name: 'h.dbf',
        bytes: dbfBytes(
          ['楼栋', '户数'],
          [
            ['6栋', '12'],
            ['7栋', '3'],
          ],
          'gbk',
        ),
      },
      { name: 'z.zip', bytes: zipSync({ 'a.geojson': two().bytes as Uint8Array }) },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...good),
        fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 6 }),
        fc.nat(2000),
        async (file, changes, cut) => {
          const bytes = Uint8Array.from(file.bytes);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          await expect(
            preview([{ name: file.name, bytes: bytes.subarray(0, bytes.length - (cut % 50)) }]),
          ).resolves.toHaveProperty('fingerprint');
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test('any JSON value as a geometry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 5 }),
        fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'GeometryCollection'),
        async (value, type) => {
          const feature = {
            type: 'Feature',
            properties: value,
            geometry: { type, coordinates: value, geometries: value },
          };
          await expect(preview([jsonFile('a.geojson', collection(feature, value))])).resolves.toMatchObject({
            ready: false,
          });
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
