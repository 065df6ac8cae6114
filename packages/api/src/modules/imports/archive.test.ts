// Checks that archives are opened safely and that their files find each other, whatever the names are written in.
import { strToU8, zipSync, type Zippable } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { ARCHIVE_LIMITS, detectKind, openArchive } from './archive.ts';
import { sourceFiles } from './source-files.ts';

const zip = (entries: Zippable) => ({ name: 'upload.zip', bytes: zipSync(entries) });
const text = strToU8('{"type":"FeatureCollection","features":[]}');
const codes = (entries: Zippable, limits = ARCHIVE_LIMITS) =>
  openArchive(zip(entries), limits).faults.map(({ code }) => code);

// An entry named in GBK without the UTF-8 flag, as Windows writes it: an ASCII name of the same length is overwritten.
function zipWithGbkName(name: string, content: Uint8Array): Uint8Array {
  const encoded = iconv.encode(name, 'gbk');
  const standIn = 'Q'.repeat(encoded.length);
  const bytes = Buffer.from(zipSync({ [standIn]: content }));
  for (let at = bytes.indexOf(standIn); at >= 0; at = bytes.indexOf(standIn)) encoded.copy(bytes, at);
  return bytes;
}

test('kinds are told by content', () => {
  expect(detectKind(zip({ a: text }).bytes)).toBe('zip');
  expect(detectKind(Buffer.from('\uFEFF \n{"a":1}'))).toBe('json');
  expect(detectKind(Buffer.from('name,households\n6栋,3\n'))).toBe('csv');
  expect(detectKind(Buffer.from([0, 0, 0x27, 0x0a, 0, 0]))).toBe('shp');
  expect(detectKind(Buffer.from(' \n'))).toBe('empty');
  expect(detectKind(Buffer.from([1, 0, 2, 0]))).toBe('binary');
});

test('unsafe, nested, doubled, huge and numerous entries refuse the whole archive', () => {
  expect(codes({ '../evil.json': text })).toEqual(['ZIP_PATH_UNSAFE']);
  expect(codes({ '/etc/evil.json': text })).toEqual(['ZIP_PATH_UNSAFE']);
  expect(codes({ 'C:\\evil.json': text })).toEqual(['ZIP_PATH_UNSAFE']);
  expect(codes({ 'a/..\\b.json': text })).toEqual(['ZIP_PATH_UNSAFE']);
  expect(codes({ 'inner.zip': text })).toEqual(['ZIP_NESTED']);
  expect(codes({ 'innocent.json': zip({ a: text }).bytes })).toEqual(['ZIP_NESTED']);
  expect(codes({ '[Content_Types].xml': text, 'xl/workbook.xml': text })).toEqual(['SPREADSHEET_NOT_SUPPORTED']);
  expect(codes({ 'bomb.json': [new Uint8Array(8_000_000), { level: 9 }] })).toEqual(['ZIP_RATIO']);
  expect(codes({ a: text, b: text, c: text }, { ...ARCHIVE_LIMITS, maxEntries: 2 })).toEqual(['ZIP_TOO_MANY_ENTRIES']);
  expect(codes({ a: text, b: text }, { ...ARCHIVE_LIMITS, maxTotalBytes: 60 })).toEqual(['ZIP_TOO_LARGE']);
  expect(
    openArchive({ name: 'x.zip', bytes: Buffer.from('PK\u0003\u0004nonsense') }).faults.map(({ code }) => code),
  ).toEqual(['ZIP_UNREADABLE']);
});

test('a good archive loses only litter', () => {
  const { files, faults } = openArchive(
    zip({ 'data/a.json': text, '__MACOSX/._a.json': text, 'data/.DS_Store': text, 'data/': new Uint8Array() }),
  );
  expect(faults).toEqual([]);
  expect(files.map(({ name }) => name)).toEqual(['data/a.json']);
  expect(files[0]!.bytes).toEqual(text);
});

test('names in GBK and in unmarked UTF-8 are read', () => {
  expect(openArchive({ name: 'x', bytes: zipWithGbkName('楼栋数据/建筑.geojson', text) }).files[0]!.name).toBe(
    '楼栋数据/建筑.geojson',
  );
  const utf8 = Buffer.from(zipSync({ QQQQQQ: text }));
  for (let at = utf8.indexOf('QQQQQQ'); at >= 0; at = utf8.indexOf('QQQQQQ')) Buffer.from('建筑').copy(utf8, at);
  expect(openArchive({ name: 'x', bytes: utf8 }).files[0]!.name).toBe('建筑');
});

test('the parts of a shapefile are grouped across folders and cases, loose or packed', () => {
  const shp = Buffer.from([0, 0, 0x27, 0x0a]);
  const packed = sourceFiles([
    zip({
      '数据/建筑.shp': shp,
      '数据/建筑.DBF': shp,
      '数据/建筑.prj': shp,
      '数据/道路.geojson': text,
      '数据/建筑.sbn': shp,
    }),
  ]);
  expect(packed.faults).toEqual([]);
  expect(packed.sources.map(({ kind, name }) => [kind, name])).toEqual(
    [
      ['json', '数据/道路.geojson'],
      ['shapefile', '数据/建筑.shp'],
    ].sort((a, b) => (a[1]! < b[1]! ? -1 : 1)),
  );
  const loose = sourceFiles([
    { name: '建筑.shp', bytes: shp },
    { name: '建筑.dbf', bytes: shp },
    { name: '建筑.cpg', bytes: shp },
  ]);
  expect(loose.sources.map((source) => (source.kind === 'shapefile' ? Object.keys(source.parts) : []))).toEqual([
    ['shp', 'dbf', 'cpg'],
  ]);
});
