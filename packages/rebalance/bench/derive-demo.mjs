// Derives the demo community's partition problem from its layout, as the server does: cells from slices, lanes as barriers. Prints the
// instance that test/instances/demo.json holds; `--facilities` adds the three buildings nobody lives in, units of no weight.
import { buildWorld, DEMO_SEED } from '../../api/src/modules/demo/world/world.ts';
import { toMetres } from '../../api/src/modules/demo/world/local-frame.ts';
import { deriveCoverage } from '../src/index.ts';

/** What the server takes: a border on a lane costs a fifth, within 8 m of it. */
const BARRIERS = { factor: 0.2, reachMetres: 8 };

function demoInstance(withFacilities) {
  const { layout } = buildWorld(DEMO_SEED, '2026-05-23');
  const entrances = layout.buildings.flatMap((building) => building.entrances);
  const rings = [...entrances, ...(withFacilities ? layout.facilities : [])].map(({ ring }) => ring);
  const { offsets, neighbours, costDecimetres } = deriveCoverage({
    outline: [[layout.base.outline.map(toMetres)]],
    units: rings.map((ring) => ({ polygons: [[ring.map(toMetres)]] })),
    barriers: { lines: layout.base.lanes.map(({ line }) => line.map(toMetres)), ...BARRIERS },
  }).adjacency;
  const edges = rings.flatMap((_, unit) =>
    Array.from(neighbours.subarray(offsets[unit], offsets[unit + 1]), (beside, at) => [
      unit,
      beside,
      costDecimetres[offsets[unit] + at],
    ]).filter(([one, two]) => one < two),
  );
  const weights = rings.map((_, unit) => entrances[unit]?.dwellings.length ?? 0);
  return { name: 'demo', n: rings.length, k: 15, L: 300, U: 500, w: weights, edges };
}

process.stdout.write(`${JSON.stringify(demoInstance(process.argv.includes('--facilities')))}\n`);
