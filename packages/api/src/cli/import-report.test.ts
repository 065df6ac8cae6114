// What the terminal shows of a preview: aligned samples, questions with the flag that answers them, no steering characters.
import { expect, test } from 'vitest';
import { importLines, type PreviewAnswer, previewLines } from './import-report.ts';

const preview: PreviewAnswer = {
  fingerprint: 'f',
  needs: ['DATUM'],
  datumProposed: 'WGS84',
  datumReason: '没有写明。',
  outlineProposed: true,
  buildings: 2,
  entrances: 0,
  households: 74,
  attribution: '© OpenStreetMap contributors',
  faultCount: 25,
  ready: false,
  faults: Array.from({ length: 25 }, (_, index) => ({
    code: 'ZERO_AREA',
    severity: 'ERROR',
    path: `a.geojson features[${index}]`,
    message: '面积为 0。',
  })),
  tables: [
    {
      name: 'a\u001b[31m.geojson',
      role: 'BUILDINGS',
      count: 2,
      fields: ['name', 'levels'],
      encoding: 'GB18030',
      encodingReason: '常用字。',
      sample: [
        ['学生公寓9栋', '6'],
        ['a very long name of a building', '12'],
      ],
    },
  ],
};

test('shows samples in columns, Chinese characters two cells wide', () => {
  const lines = previewLines(preview);
  expect(lines[0]).toBe('a·[31m.geojson · BUILDINGS · 2 · GB18030 (常用字。)');
  expect(lines.slice(1, 4)).toEqual([
    '  name               levels',
    '  学生公寓9栋        6',
    '  a very long name o 12',
  ]);
});

test('names what is asked with the flag that answers it, and counts the faults it leaves out', () => {
  const lines = previewLines(preview);
  expect(lines.filter((line) => line.startsWith('ERROR'))).toHaveLength(20);
  expect(lines).toContain('… 25 faults');
  expect(lines.at(-1)).toBe('待回答 needs DATUM: --datum WGS84|CGCS2000|GCJ02|BD09|PROJECTED (--epsg)');
});

test('tells what was stored', () => {
  expect(
    importLines({
      buildingsNew: 85,
      buildingsChanged: 1,
      buildingsSame: 2,
      entrances: 85,
      households: 5235,
      grids: 15,
      exceptions: ['x\u0007'],
    }),
  ).toEqual(['楼栋 buildings: +85 ~1 =2', '单元 entrances 85 · 户 households 5235 · 网格 grids 15', '- x·']);
});
