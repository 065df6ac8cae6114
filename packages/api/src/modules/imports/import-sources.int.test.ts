// Imports of other formats, encodings and datums through the API; outlines, entrances and faults.
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ImportBed, type Json, openImportBed } from '../../../test/testkit/import-bed.ts';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database/sql';
import { buildingFeature, collection, jsonFile, sharedFile, textFile } from './import-fixtures.ts';

let bed: ImportBed;
let keeper: Actor;
const WGS84 = { datum: 'WGS84' };
const HOME = '420111009001';

beforeAll(async () => {
  bed = await openImportBed();
  keeper = await bed.member(HOME, '本社区');
});
afterAll(() => bed.close());

/** Counts threads from now on. */
function threadsStarted() {
  let count = 0;
  const started = () => void (count += 1);
  process.on('worker', started);
  return {
    stop() {
      process.off('worker', started);
      return count;
    },
  };
}

const SHAPES = '420111009002';
const GCJ = '420111009003';

it('a zipped GBK shapefile without .cpg needs no answer', async () => {
  const actor = await bed.member(SHAPES, '压缩包社区');
  const parts = ['shp', 'dbf', 'prj', 'shx'].map((part) => sharedFile(`ugly/gbk_nocpg_noldid_epsg4547/建筑.${part}`));
  const bytes = zipSync(Object.fromEntries(parts.map(({ name, bytes: content }) => [name, content])));
  const { seen, done } = await bed.bring(actor, SHAPES, await bed.upload(actor, [{ name: '楼栋.zip', bytes }]));
  expect(seen).toMatchObject({ needs: [], ready: true, datumProposed: 'PROJECTED' });
  expect((seen['tables'] as Json[])[0]).toMatchObject({ encoding: 'GB18030', count: 88 });
  expect(seen['datumReason']).toMatch(/\.prj 文件写明/);
  expect(done).toMatchObject({ buildingsNew: 85, grids: 1 });
  expect(
    await bed.one(
      sql`select count(*)::int as n from buildings where community_id = (select id from communities where code = ${SHAPES}) and name = '商务公寓'`,
    ),
  ).toEqual({ n: 1 });
});

it('the GCJ-02 file asks for its datum and, answered, lies on the same spot', async () => {
  const actor = await bed.member(GCJ, '火星坐标社区');
  const uploads = await bed.upload(actor, [sharedFile('ugly/standin_gcj02_nocrs.geojson')]);
  const { seen } = await bed.bring(actor, GCJ, uploads);
  expect(seen).toMatchObject({ needs: ['DATUM'], ready: false });
  const threads = threadsStarted();
  const { done } = await bed.bring(actor, GCJ, uploads, { datum: 'GCJ02', gridCount: 15 });
  expect(done).toMatchObject({ buildingsNew: 85, grids: 15 });
  // The file is read for the preview and for the import; units, first plan and boundaries share one derivation.
  expect(threads.stop()).toBe(3);
  expect(
    await bed.one(sql`
    select count(*)::int as pairs, bool_and(st_hausdorffdistance(st_transform(a.footprint, 4547), st_transform(b.footprint, 4547)) < 2) as near
    from buildings a join buildings b on b.community_id = (select id from communities where code = ${SHAPES}) and b.source_key = a.source_key
    where a.community_id = (select id from communities where code = ${GCJ})`),
  ).toEqual({ pairs: 85, near: true });
});

it('entrances and their counts by table; parts that share a wall are united, and said', async () => {
  const code = '420111009004';
  const actor = await bed.member(code, '单元社区');
  const buildings = collection(
    buildingFeature(0, 0, { name: '1栋' }),
    buildingFeature(0.4, 0, { name: '1栋' }),
    buildingFeature(3, 0, { name: '2栋' }),
  );
  const rows = 'building,entrance,households,residents\n1栋,1单元,30,70\n1栋,2单元,20,50\n2栋,1单元,24,60\n';
  const uploads = await bed.upload(actor, [jsonFile('楼栋.geojson', buildings), textFile('单元.csv', rows)]);
  const { seen, done } = await bed.bring(actor, code, uploads, { ...WGS84, gridCount: 2 });
  expect(seen).toMatchObject({ buildings: 2, entrances: 3, households: 74 });
  expect(done).toMatchObject({
    buildingsNew: 2,
    entrances: 3,
    households: 74,
    grids: 2,
    community: { residents: 180 },
  });
  expect(done['exceptions']).toContain('1栋的几块轮廓相接,已合并为一。');
  expect(
    await bed.one(sql`
    select string_agg(b.number || '-' || e.number || ':' || e.households || '/' || e.residents, ' ' order by b.number, e.number) as doors,
      bool_and(st_isvalid(b.footprint)) as valid
    from entrances e join buildings b on b.community_id = e.community_id and b.id = e.building_id where e.community_id = (select id from communities where code = ${code})`),
  ).toEqual({ doors: '1-1:30/70 1-2:20/50 2-1:24/60', valid: true });
  const again = await bed.bring(actor, code, uploads, { ...WGS84, gridCount: 2 });
  expect(again.done).toMatchObject({ buildingsChanged: 0, buildingsSame: 2, community: { geographyVersion: 1 } });
});

it('an outline from a file is kept, holds for later files, and needs no consent', async () => {
  const code = '420111009005';
  const actor = await bed.member(code, '有边界社区');
  const outline = buildingFeature(-2, -2, { name: '社区边界' }, 4);
  const uploads = await bed.upload(actor, [
    jsonFile('楼栋.geojson', collection(buildingFeature(0, 0, { name: '1栋' }))),
    jsonFile('社区边界.geojson', collection(outline)),
  ]);
  const { seen, done } = await bed.bring(actor, code, uploads, WGS84, { acceptOutline: null });
  expect(seen).toMatchObject({
    outlineProposed: false,
    outline: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [114.378, 30.498],
            [114.382, 30.498],
            [114.382, 30.502],
            [114.378, 30.502],
            [114.378, 30.498],
          ],
        ],
      ],
    },
  });
  expect(done).toMatchObject({ grids: 1, community: { outlineDerived: false } });
  const outside = await bed.upload(actor, [
    jsonFile('远处.geojson', collection(buildingFeature(9, 0, { name: '2栋' }))),
  ]);
  const later = await bed.bring(actor, code, outside, WGS84);
  expect((later.seen['faults'] as Json[])[0]).toMatchObject({
    code: 'OUTSIDE_COMMUNITY',
    path: '远处.geojson features[0]',
  });
  expect(later.done).toMatchObject({
    code: 'IMPORT_NOT_READY',
    message: '文件还不能导入:1 处错误,0 项待回答。请在预览中处理后再试。',
  });
});

it('a file with faults tells path and reason, and changes nothing', async () => {
  const bad = collection(buildingFeature(0, 0, { name: '1栋' }), {
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [114, 30],
          [115, 31],
          [115, 30],
          [114, 31],
          [114, 30],
        ],
      ],
    },
  });
  const before = await bed.state(HOME);
  const { seen, done } = await bed.bring(keeper, HOME, await bed.upload(keeper, [jsonFile('bad.geojson', bad)]), WGS84);
  const faults = seen['faults'] as Json[];
  expect(seen).toMatchObject({ ready: false, faultCount: faults.length });
  expect(faults[0]).toMatchObject({
    severity: 'ERROR',
    path: expect.stringMatching(/^bad\.geojson features\[1\]\.geometry\.coordinates\[0\]/) as string,
  });
  expect(done).toMatchObject({ code: 'IMPORT_NOT_READY' });
  expect(await bed.state(HOME)).toEqual(before);
});
