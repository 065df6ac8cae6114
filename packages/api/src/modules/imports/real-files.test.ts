// Checks the import against real files made by others: the stand-in compound, GBK shapefiles, GCJ-02, broken and odd ones.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hasError } from './fault.ts';
import type { MultiPolygon, Position } from './geojson-shapes.ts';
import { checkGeometry } from './geometry-checks.ts';
import { readGeojson } from './geojson.reader.ts';
import { sharedFile } from './import-fixtures.ts';
import { previewImport, type ImportAnswers, type ImportPreview } from './preview.ts';

const buildingsFile = () => sharedFile('buildings/standin_gongchengda_buildings.geojson');
const householdsFile = () => sharedFile('buildings/standin_households_SYNTHETIC.csv');
const roadsFile = () => sharedFile('buildings/standin_gongchengda_roads.geojson');
const shapefile = (folder: string) =>
  ['shp', 'dbf', 'prj', 'shx'].map((part) => sharedFile(`ugly/${folder}/建筑.${part}`));
const preview = (files: ReturnType<typeof sharedFile>[], answers: ImportAnswers = {}) =>
  previewImport({ files, answers });
const wgs84: ImportAnswers = { datum: { datum: 'WGS84' } };
const codes = ({ faults }: ImportPreview) => [...new Set(faults.map(({ code }) => code))];

const metresApart = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position) =>
  Math.hypot((ax - bx) * 95_900, (ay - by) * 110_850);
function furthest(a: readonly { footprint: MultiPolygon }[], b: readonly { footprint: MultiPolygon }[]): number {
  const [p, q] = [a, b].map((buildings) => buildings.flatMap(({ footprint }) => footprint.coordinates.flat(2)));
  expect(p!.length).toBe(q!.length);
  expect(p!.length).toBeGreaterThan(500);
  return Math.max(...p!.map((position, index) => metresApart(position, q![index]!)));
}

describe('the stand-in compound', () => {
  test('asks for the datum, then is ready: 88 footprints in 85 buildings, 5,235 households', async () => {
    const files = [buildingsFile(), householdsFile(), roadsFile()];
    const asked = await preview(files);
    expect(asked).toMatchObject({ needs: ['DATUM'], ready: false });
    expect(asked.shapes.features.length).toBe(88 + 47);
    const done = await preview(files, wgs84);
    expect(done.faults).toEqual([]);
    expect(done).toMatchObject({
      needs: [],
      ready: true,
      counts: { footprints: 88, buildings: 85, households: 5235, barriers: 47, residential: 65 },
    });
    expect(done.tables.map(({ role, recordCount }) => [role, recordCount])).toEqual([
      ['BUILDINGS', 88],
      ['BARRIERS', 47],
      ['HOUSEHOLDS', 68],
    ]);
    const ninth = done.drafts.buildings.find(({ name }) => name === '学生公寓9栋');
    expect(ninth).toMatchObject({
      key: 'no:学生公寓#9',
      number: '9',
      series: '学生公寓',
      kind: 'RESIDENTIAL',
    });
    expect(ninth!.footprint.coordinates.length).toBe(4);
    expect(ninth!.sourcePaths.length).toBe(4);
    expect(done.drafts.households.find(({ buildingKey }) => buildingKey === ninth!.key)).toMatchObject({
      households: 35 + 48 + 50 + 27,
    });
    const numbers = done.drafts.buildings
      .filter(({ series }) => series.endsWith('教工宿舍'))
      .map(({ number }) => Number(number))
      .sort((a, b) => a - b);
    expect(numbers).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29,
    ]);
  });

  test('the same files in another order are the same import', async () => {
    const [first, second] = [
      await preview([buildingsFile(), householdsFile()], wgs84),
      await preview([householdsFile(), buildingsFile()], wgs84),
    ];
    expect(second).toEqual(first);
    expect((await preview([buildingsFile(), householdsFile()], { datum: { datum: 'CGCS2000' } })).fingerprint).not.toBe(
      first.fingerprint,
    );
    expect(new Set(first.drafts.buildings.map(({ key }) => key)).size).toBe(85);
  });

  test.each(['gbk_nocpg_noldid_epsg4547', 'gbk_nocpg_ldid4d_epsg4490'])(
    'as shapefile %s: same buildings and names, nothing to ask',
    async (folder) => {
      const [expected, found] = [await preview([buildingsFile()], wgs84), await preview(shapefile(folder))];
      expect(found).toMatchObject({ needs: [], ready: true, faults: [], counts: { footprints: 88, buildings: 85 } });
      expect(found.drafts.buildings.map(({ name }) => name)).toEqual(expected.drafts.buildings.map(({ name }) => name));
      expect(found.drafts.buildings.map(({ key }) => key)).toEqual(expected.drafts.buildings.map(({ key }) => key));
      expect(furthest(found.drafts.buildings, expected.drafts.buildings)).toBeLessThan(0.05);
      expect(found.tables[0]).toMatchObject({
        encoding: { detected: 'GB18030', certain: true },
        mapping: { name: '建筑名称', number: '楼栋号', id: 'osm_id' },
      });
    },
  );

  test('a packed shapefile with a lying .cpg is read right, and the lie is told', async () => {
    const parts = shapefile('gbk_nocpg_noldid_epsg4547').map(({ name, bytes }) => [`数据/${name}`, bytes] as const);
    const bytes = zipSync({ ...Object.fromEntries(parts), '数据/建筑.cpg': Buffer.from('UTF-8') });
    const found = await preview([{ name: '上传.zip', bytes }]);
    expect(codes(found)).toEqual(['ENCODING_DECLARED_WRONG']);
    expect(found.faults[0]).toMatchObject({
      severity: 'WARNING',
      file: '数据/建筑.shp',
      params: { declared: 'UTF-8', detected: 'GB18030' },
    });
    expect(found.ready).toBe(true);
    expect(found.tables[0]!.sampleRows[1]).toMatchObject({ 建筑名称: '商务公寓' });
  });

  test('GCJ-02 without a mark: asked for, and within 2 m once answered', async () => {
    const file = sharedFile('ugly/standin_gcj02_nocrs.geojson');
    const expected = await preview([buildingsFile()], wgs84);
    const asked = await preview([file]);
    expect(asked.needs).toEqual(['DATUM']);
    expect(furthest(asked.drafts.buildings, expected.drafts.buildings)).toBeGreaterThan(400);
    const done = await preview([file], { datum: { datum: 'GCJ02' } });
    expect(done).toMatchObject({ needs: [], ready: true });
    const metres = furthest(done.drafts.buildings, expected.drafts.buildings);
    expect(metres).toBeLessThan(0.1);
  });
});

test('other compounds and roads carry no fault that stops them', async () => {
  const found = await preview(
    [sharedFile('buildings/nanshan_compound_121.geojson'), sharedFile('buildings/wuhan_guanggu_roads.geojson')],
    wgs84,
  );
  expect(found.counts).toMatchObject({ footprints: 121, barriers: 212 });
  expect(found.faults.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
});

// Counts of invalid geometries as PostGIS has them, from the notes that come with the data.
test.each([
  ['buildings/sf_downtown_buildings.geojson', 7137, 2],
  ['buildings/wuhan_guanggu_buildings.geojson', 237, 0],
  ['partitions/chicago77.geojson', 77, 0],
  ['partitions/minneapolis_neighborhoods.geojson', 87, 1],
  // The notes say 0; one hole has two distinct corners, one ring comes back to its vertex 188 at 194.
  ['partitions/sf_zip_25.geojson', 25, 2],
  ['partitions/ri_tracts.geojson', 244, 0],
  ['partitions/wuhan_districts_gcj02.geojson', 13, 3],
])('%s: of %i geometries %i are refused', (path, count, invalid) => {
  const { records } = readGeojson(path, sharedFile(path).bytes);
  const refused = records.filter((record) =>
    hasError(checkGeometry(record.geometry, record.path, { file: path, maxVertices: 100_000 })),
  );
  expect([records.length, refused.length]).toEqual([count, invalid]);
});

test('a shapefile with bytes changed is a table or a fault, never a crash', async () => {
  const parts = shapefile('gbk_nocpg_noldid_epsg4547');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(3),
      fc.array(fc.tuple(fc.nat(17_000), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (which, changes) => {
        const files = parts.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
        const { bytes } = files[which]!;
        for (const [at, value] of changes) bytes[at % Math.min(bytes.length, 400)] = value;
        await expect(preview(files)).resolves.toHaveProperty('fingerprint');
      },
    ),
    { numRuns: 60, seed: 7 },
  );
});

describe('odd and broken files of other projects', () => {
  const dataUrl = new URL('../../../../../../shared/data/ugly/', import.meta.url);
  test.each(['mapshaper_clean', 'mapshaper_invalid_coords', 'mapshaper_proj_issues'])(
    '%s: every file gives a table or a fault',
    async (folder) => {
      const names = readdirSync(new URL(`${folder}/`, dataUrl)).filter((name) => name.endsWith('json'));
      expect(names.length).toBeGreaterThan(0);
      const found = await Promise.all(names.map((name) => preview([sharedFile(`ugly/${folder}/${name}`)], wgs84)));
      expect(found.filter(({ tables, faults }) => tables.length + faults.length === 0)).toEqual([]);
    },
  );

  test('the examples of invalid polygons in mapshaper are refused', () => {
    const flawed = ['10_bowtie', '13_ogc', '14_ogc', '15_ogc', '17_ogc', '18_ogc', '19_ogc'].map((name) => {
      const table = readGeojson(name, sharedFile(`ugly/mapshaper_clean/ex${name}.json`).bytes);
      return hasError(table.records.flatMap(({ geometry, path }) => checkGeometry(geometry, path, { file: name })));
    });
    expect(flawed).toEqual([true, true, true, true, true, true, true]);
  });

  test.each([
    ['mapshaper_gbk.dbf', 'GB18030', '简体国语'],
    ['mapshaper_gb2312.dbf', 'GB18030', '简体国语'],
    ['mapshaper_big5.dbf', 'Big5', '繁體國語'],
    ['mapshaper_chinese.dbf', 'GB18030', '简体'],
  ])('%s is read as %s', async (name, encoding, text) => {
    const found = await preview([sharedFile(`ugly/${name}`)]);
    expect(found.tables[0]).toMatchObject({ encoding: { detected: encoding }, sampleRows: [{ NAME: text }] });
  });

  test('two columns of one name are both kept, and said', async () => {
    const found = await preview([sharedFile('ugly/mapshaper_duplicate_fields.dbf')]);
    expect(found.tables[0]!.recordCount).toBe(5);
    expect(codes(found)).toContain('FIELD_DUPLICATE');
  });
});

describe('the cases of geojsonhint', () => {
  const cases = JSON.parse(Buffer.from(sharedFile('ugly/geojsonhint_cases.json').bytes).toString()) as Record<
    'good' | 'bad',
    Record<string, string>
  >;
  const flawed = ([name, text]: [string, string]) => {
    const table = readGeojson(name, Buffer.from(text));
    const geometries = table.records.filter(({ geometry }) => geometry !== null);
    return [
      ...table.faults,
      ...geometries.flatMap(({ geometry, path }) => checkGeometry(geometry, path, { file: name })),
    ].some(({ code }) => code !== 'HEIGHT_DROPPED');
  };

  test('of 18 good ones 17 pass; the other lies outside the world', () => {
    const good = Object.entries(cases.good);
    expect(good.length).toBe(18);
    expect(good.filter(flawed).map(([name]) => name)).toEqual(['issue82.geojson']);
  });

  test('of 44 bad ones 39 are found; the others are matters of taste: winding, precision, a height on one end, a collection of one', () => {
    const bad = Object.entries(cases.bad);
    expect(bad.length).toBe(44);
    expect(bad.filter((entry) => !flawed(entry)).map(([name]) => name)).toEqual([
      'bad-polygon-interiorring-rhr.geojson',
      'different-first-size.geojson',
      'excessive_precision_truncated.geojson',
      'geometrycollection_single.geojson',
      'polygon_winding_order.geojson',
    ]);
  });
});
