// A plan leaves as a file and comes back as the same plan; an edited file is one step; a file that fits nothing changes nothing.
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, encodeId, newId } from '#platform/ids';
import { plansBed, type PlansBed, type PlanView } from '../../../../test/testkit/plans-fixture.ts';
import { exportPlan, outlinedPlan } from './plan-export.ts';
import { planGeoJson } from './plan-geojson.ts';
import { planWorkbook } from './plan-workbook.ts';

interface Feature {
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] };
  readonly properties: Record<string, unknown>;
}
interface Collection {
  readonly features: Feature[];
  readonly [key: string]: unknown;
}

let bed: PlansBed;
let planner: RequestContext;
let plan: PlanView;
beforeAll(async () => {
  bed = await plansBed();
  planner = bed.world.access('PLANNER');
  const draft = await bed.draft(planner, '导出=样');
  const unit = (key: string) => encodeId('Entrance', bed.world.communityId, bed.world.entranceIds[key]!);
  ({ plan } = await bed.applied(planner, draft, [
    { kind: 'MOVE', entrances: [unit('2-1')], grid: 1 },
    { kind: 'MOVE', entrances: [unit('4-1')], grid: null },
  ]));
}, 180_000);
afterAll(() => bed.close());

const idOf = (of: PlanView) => decodeId(of.id, 'Plan', 'id');
const deps = () => ({
  ...bed.plans,
  database: bed.database,
  guard: bed.access.guard,
  geography: bed.geography,
  diff: (context: RequestContext, id: string) => bed.plans.deciding.diff(context, id, null),
});
const geoJson = async (of = plan, context = planner): Promise<Collection> =>
  JSON.parse(
    JSON.stringify(planGeoJson(await outlinedPlan(deps(), context, idOf(of)), context.language)),
  ) as Collection;
const workbook = async (of: PlanView, context = planner) =>
  planWorkbook(
    await exportPlan(deps(), context, idOf(of)),
    await bed.plans.deciding.diff(context, of.id, null),
    context.language,
  );
const bytesOf = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));
const gridsOf = async (of: PlanView) => bed.byKey((await of.details.units(of.uuid)).assignment);

/** Imports bytes into a plan at its version. */
async function bring(into: PlanView, bytes: Uint8Array, more: { baseVersion?: number; clientEventId?: string } = {}) {
  const upload = await bed.upload(planner, bytes);
  return bed.plans.imports.import(planner, {
    plan: into.id,
    baseVersion: into.version,
    upload,
    clientEventId: newId(),
    ...more,
  });
}

describe('GeoJSON', () => {
  it('says what it is, draws every grid, and has counts but no doors', async () => {
    const file = await geoJson();
    expect(file).toMatchObject({ synthetic: true, draft: true, name: '导出=样', version: 2, stage: 'DRAFT' });
    expect(file['notice']).toBe('草案,未生效 · 演示数据(虚构)');
    const grids = file.features.filter(({ properties }) => properties['kind'] === 'grid');
    expect(grids.map(({ properties, geometry }) => [properties['grid'], properties['units'], geometry.type])).toEqual([
      [1, 3, 'MultiPolygon'],
      [2, 2, 'MultiPolygon'],
      [3, 2, 'MultiPolygon'],
    ]);
    expect(grids.every(({ geometry }) => geometry.coordinates.length > 0)).toBe(true);
    const units = file.features.filter(({ properties }) => properties['kind'] === 'unit');
    expect(units.reduce((sum, { properties }) => sum + Number(properties['households']), 0)).toBe(31);
    expect(JSON.stringify(file)).not.toMatch(/"(DAILY|WEEKLY|MONTHLY)"|household_?id/);
  });

  it('read back into another draft gives the same plan', async () => {
    const other = await bed.draft(planner, '另一份');
    const answer = await bring(other, bytesOf(await geoJson()));
    expect(answer).toMatchObject({ merged: false, plan: { version: 2 } });
    expect(await gridsOf(answer.plan)).toEqual(await gridsOf(plan));
    expect(await answer.plan.details.history(other.uuid, 1)).toMatchObject([{ source: 'IMPORT', movedUnits: 2 }]);
    expect((await geoJson(answer.plan)).features).toEqual((await geoJson()).features);
  });

  it('read back into itself is no step', async () => {
    expect(await bring(plan, bytesOf(await geoJson()))).toMatchObject({ plan: { version: plan.version } });
  });

  it('names the row that fits nothing, and changes nothing', async () => {
    const file = await geoJson();
    const at = file.features.findIndex(({ properties }) => properties['kind'] === 'unit');
    const edited = (changes: Record<string, unknown>) => {
      const copy = structuredClone(file);
      Object.assign(copy.features[at + 1]!.properties, changes);
      return bytesOf(copy);
    };
    const refused = (changes: Record<string, unknown>, code: string) =>
      expect(bring(plan, edited(changes))).rejects.toMatchObject({ code, path: 'rows[1]' });
    await refused({ entrance: encodeId('Entrance', bed.world.communityId, newId()) }, 'PLAN_ROW_UNKNOWN');
    await refused({ entrance: '1-2' }, 'PLAN_ROW_UNKNOWN');
    await refused({ entrance: null, building: '99' }, 'PLAN_ROW_UNKNOWN');
    await refused({ entrance: encodeId('Entrance', newId(), newId()) }, 'PLAN_FILE_FOREIGN');
    await refused({ entrance: file.features[at]!.properties['entrance'] }, 'PLAN_ROW_TWICE');
    await refused({ grid: '东边' }, 'PLAN_ROW_GRID');
    await refused({ grid: 44 }, 'PLAN_ROW_NO_GRID');
    expect((await bed.plans.reads.byId(planner, plan.id)).version).toBe(plan.version);
  });
});

describe('XLSX', () => {
  it('has its grids, units and moves on sheets that say it is a draft', async () => {
    const sheets = await readWorkbook(await workbook(plan));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['网格', '单元', '换网格单元']);
    for (const { data } of sheets) expect(String(data[0]?.[0])).toContain('草案,未生效');
    const [grids, units, moves] = sheets.map(({ data }) => data.slice(2));
    expect(grids?.map(([grid, worker, count]) => [grid, worker, count])).toEqual([
      [1, '小样worker1', 3],
      [2, '小样worker2', 2],
      [3, '小样worker3', 2],
      ['未划入', null, 1],
    ]);
    expect(units?.map(([building, number]) => `${String(building)}-${String(number)}`)).toEqual(
      bed.keys.toSorted((a, b) => a.localeCompare(b)),
    );
    expect(moves?.map(([, name, before, grid]) => [name, before, grid])).toEqual([
      ['2栋1单元', 2, 1],
      ['4栋1单元', 3, '未划入'],
    ]);
  });

  it.each(['ZH', 'EN'] as const)('read back in %s gives the same plan', async (language) => {
    const other = await bed.draft(planner, '表格');
    const answer = await bring(other, await workbook(plan, { ...planner, language }));
    expect(await gridsOf(answer.plan)).toEqual(await gridsOf(plan));
  });

  it('merges and conflicts as every other step does', async () => {
    const [mine, theirs] = [await bed.draft(planner, '我'), bed.world.access('SECRETARY')];
    const file = await geoJson();
    const unit = (key: string) => encodeId('Entrance', bed.world.communityId, bed.world.entranceIds[key]!);
    await bed.applied(theirs, mine, [{ kind: 'MOVE', entrances: [unit('2-1')], grid: 3 }]);
    expect(await bring(mine, bytesOf(file))).toMatchObject({
      units: [{ entrance: unit('2-1'), yours: 1, theirs: 3, theirName: '小样SECRETARY' }],
    });
    const locked = await bed.applied(planner, { ...mine, version: 2 }, [{ kind: 'LOCK', lock: 'GRID', grid: 1 }]);
    await expect(bring(locked.plan, bytesOf(file))).rejects.toMatchObject({
      code: 'PLAN_LOCKED',
      path: 'input.upload',
    });
  });
});

describe('a plan with a grid added, one empty, and one closed', () => {
  const unit = (key: string) => encodeId('Entrance', bed.world.communityId, bed.world.entranceIds[key]!);
  const changed = async () => {
    const draft = await bed.draft(planner, '增减');
    const answer = await bed.applied(planner, draft, [
      { kind: 'ADD_GRID', grid: 4 },
      { kind: 'ADD_GRID', grid: 5 },
      { kind: 'MOVE', entrances: ['2-1', '2-2', '4-2'].map(unit), grid: 4 },
      { kind: 'CLOSE_GRID', grid: 2 },
    ]);
    return answer.plan;
  };

  it('comes back the same from both kinds of file, into itself as no step', async () => {
    const from = await changed();
    const files = [bytesOf(await geoJson(from)), await workbook(from)];
    for (const bytes of files) {
      expect(await bring(from, bytes)).toMatchObject({ plan: { version: from.version } });
      const into = (await bring(await bed.draft(planner, '读回'), bytes)) as { plan: PlanView };
      expect(into.plan.grids).toEqual([1, 3, 4, 5]);
      expect(await gridsOf(into.plan)).toEqual(await gridsOf(from));
      expect((await geoJson(into.plan)).features).toEqual((await geoJson(from)).features);
    }
    const empty = (await geoJson(from)).features.find(({ properties }) => properties['grid'] === 5);
    expect(empty).toMatchObject({ geometry: null, properties: { kind: 'grid', units: 0, households: 0 } });
    const back = await bring(await changed(), bytesOf(await geoJson(await bed.draft(planner, '现状'))));
    expect(back.plan.grids).toEqual([1, 2, 3]);
  });
});

describe('importPlan', () => {
  it('counts once, and refuses what is no plan, foreign uploads and those who only read', async () => {
    const other = await bed.draft(planner, '一次');
    const upload = await bed.upload(planner, bytesOf(await geoJson()));
    const input = { plan: other.id, baseVersion: 1, upload, clientEventId: newId() };
    await bed.plans.imports.import(planner, input);
    expect(await bed.plans.imports.import(planner, input)).toMatchObject({ plan: { version: 2 } });
    const latest = await bed.plans.reads.byId(planner, other.id);
    for (const bytes of ['', 'x', '{}', '{"features":[]}', 'PK\u0003\u0004nonsense'])
      await expect(bring(latest, new TextEncoder().encode(bytes))).rejects.toMatchObject({
        code: 'PLAN_FILE_UNREADABLE',
        path: 'input.upload',
      });
    await expect(
      bed.plans.imports.import(bed.world.access('SECRETARY'), { ...input, clientEventId: newId() }),
    ).rejects.toMatchObject({ code: 'UPLOAD_NOT_FOUND' });
    await expect(bed.plans.imports.import(bed.world.access('STREET_REVIEWER'), input)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      bed.plans.imports.import(planner, { ...input, plan: encodeId('Plan', bed.world.communityId, newId()) }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', path: 'input.plan' });
  });
});
