// Ground whose borders rounding to seven decimals would fold (slabs laid over each other), judged by PostGIS.
import { localProjection, toLonLatPolygons } from '@qinghe/rebalance';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { openTestDatabase, type TestDatabase } from '../../../../test/testkit/test-database.ts';
import { deriveGround, type GroundInput } from './derive-ground.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
}, 180_000);
afterAll(() => test.close());

const shape = (ring: readonly (readonly number[])[]) => JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] });

const OUTLINE = shape([
  [114.4197392, 30.6297745],
  [114.4205528, 30.6297745],
  [114.4205528, 30.6304781],
  [114.4197392, 30.6304781],
  [114.4197392, 30.6297745],
]);
const SLICES = [
  [
    [114.4201095, 30.6300926],
    [114.4200091, 30.6300137],
    [114.4200862, 30.6299403],
    [114.4201866, 30.6300191],
    [114.4201095, 30.6300926],
  ],
  [
    [114.4201866, 30.6300191],
    [114.420287, 30.6300979],
    [114.4202099, 30.6301714],
    [114.4201095, 30.6300926],
    [114.4201866, 30.6300191],
  ],
  [
    [114.4202437, 30.6301246],
    [114.4201391, 30.63005],
    [114.4202121, 30.6299735],
    [114.4203167, 30.6300481],
    [114.4202437, 30.6301246],
  ],
  [
    [114.4203167, 30.6300481],
    [114.4204213, 30.6301227],
    [114.4203483, 30.6301992],
    [114.4202437, 30.6301246],
    [114.4203167, 30.6300481],
  ],
  [
    [114.4201086, 30.6302262],
    [114.4200194, 30.6302134],
    [114.4200382, 30.6301155],
    [114.4201273, 30.6301283],
    [114.4201086, 30.6302262],
  ],
  [
    [114.4201978, 30.6302389],
    [114.4201086, 30.6302262],
    [114.4201273, 30.6301283],
    [114.4202165, 30.6301411],
    [114.4201978, 30.6302389],
  ],
  [
    [114.4202165, 30.6301411],
    [114.4203057, 30.6301538],
    [114.420287, 30.6302517],
    [114.4201978, 30.6302389],
    [114.4202165, 30.6301411],
  ],
  [
    [114.4201654, 30.6301429],
    [114.4204365, 30.6301471],
    [114.4204344, 30.6302463],
    [114.4201633, 30.6302421],
    [114.4201654, 30.6301429],
  ],
].map(shape);

const INPUT: GroundInput = {
  units: SLICES.map((slice, index) => ({ building: String(index), number: '1', footprint: slice, door: null, slice })),
  outline: OUTLINE,
  barriers: [],
};

it('is valid, whole and without overlap as it is stored', async () => {
  const { anchor, coverage } = deriveGround(INPUT);
  const projection = localProjection(anchor);
  const cells = coverage.cells.map((cell) =>
    JSON.stringify({ type: 'MultiPolygon', coordinates: toLonLatPolygons(projection, cell) }),
  );
  const verdict = await test.database.readOne(
    SYSTEM,
    sql`
    with cell as (select st_geomfromgeojson(text) as geom from unnest(${cells}::text[]) as text),
      ground as (select st_union(geom) as geom, sum(st_area(geom)) as area from cell)
    select (select count(*)::int from cell) as cells, (select count(*)::int from cell where not st_isvalid(geom)) as bad,
      abs(area / st_area(geom) - 1) < 1e-9 as apart,
      st_area(st_symdifference(geom, st_geomfromgeojson(${OUTLINE}::text))) < 1e-6 * st_area(geom) as whole
    from ground`,
  );
  expect(verdict).toEqual({ cells: 8, bad: 0, apart: true, whole: true });
});
