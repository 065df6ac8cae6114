// Which files are plans, and what their rows say: edited by people, so with blanks, words and lines that mean nothing.
import writeWorkbook from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from './plan-rows.ts';

const file = (value: unknown) => readPlanFile(new TextEncoder().encode(JSON.stringify(value)));
const json = async (value: unknown) => (await file(value))?.rows ?? null;
const feature = (properties: object) => ({ type: 'Feature', geometry: null, properties });
const book = async (...sheets: (string | number | null)[][][]) =>
  readPlanFile(await writeWorkbook(sheets.map((data, index) => ({ sheet: `任意${index}`, data }))).toBuffer());
const sheet = async (...data: (string | number | null)[][]) => (await book(data))?.rows ?? null;

describe('readPlanFile', () => {
  it('names the grids of the plan, those without a unit too, where the file has them', async () => {
    const unit = feature({ entrance: 'e1', grid: 3 });
    expect(
      await file({ features: [feature({ kind: 'grid', grid: 16 }), feature({ kind: 'grid', grid: null }), unit] }),
    ).toMatchObject({
      grids: [16],
    });
    expect(await file({ features: [unit] })).toMatchObject({ grids: null });
    const units = [
      ['编号', '网格'],
      ['e1', 3],
    ];
    expect(
      await book([['草案'], ['网格', '网格员', '单元数'], [3, '甲', 1], [16, null, 0], ['未划入', null, 2]], units),
    ).toMatchObject({
      grids: [3, 16],
      rows: [{ entrance: 'e1', grid: 3 }],
    });
    expect(await book(units)).toMatchObject({ grids: null });
  });

  it('reads the units of a FeatureCollection and leaves its grids', async () => {
    expect(
      await json({
        features: [
          feature({ kind: 'grid', grid: 1 }),
          feature({ entrance: 'e1', grid: 3 }),
          feature({ building: 9, number: ' 2 ', grid: null }),
          feature({ entrance: 'e2' }),
        ],
      }),
    ).toEqual([
      { row: 2, entrance: 'e1', building: null, number: null, grid: 3 },
      { row: 3, entrance: null, building: '9', number: '2', grid: null },
      { row: 4, entrance: 'e2', building: null, number: null, grid: undefined },
    ]);
  });

  it('finds the heads wherever they stand, in both languages, and skips blank lines', async () => {
    expect(
      await sheet(['草案', null, null], ['楼栋', '单元号', '网格'], [9, 2, '15'], [null, null, null], ['10', '1', '?']),
    ).toEqual([
      { row: 3, entrance: null, building: '9', number: '2', grid: 15 },
      { row: 5, entrance: null, building: '10', number: '1', grid: undefined },
    ]);
    expect(await sheet(['Id', 'Grid'], ['e1', null])).toEqual([
      { row: 2, entrance: 'e1', building: null, number: null, grid: null },
    ]);
  });

  it('takes nothing else for a plan', async () => {
    expect(await sheet(['楼栋', '网格'], [9, 1])).toBeNull();
    expect(await json({ type: 'Feature' })).toBeNull();
    expect(await json(null)).toBeNull();
    expect(await readPlanFile(new Uint8Array([0xff, 0xfe, 0x00]))).toBeNull();
    expect(await readPlanFile(new TextEncoder().encode('PK not a zip'))).toBeNull();
  });
});
