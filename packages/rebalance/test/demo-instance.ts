// The demo community's partition problem, derived from its layout as the server does: cells from slices, lanes as barriers. It reads
// the layout where it lives, so that what is proved here is what the demo shows.

import { toMetres } from '../../api/src/modules/demo/world/local-frame.ts';
import { buildLayout } from '../../api/src/modules/demo/world/layout.ts';
import { deriveCoverage } from '../src/coverage.ts';
import type { Instance } from './communities.ts';

/** What the server takes: a border on a lane costs a fifth, within 8 m of it; ground across one counts as 30 m further off. */
const BARRIERS = { factor: 0.2, reachMetres: 8, crossingMetres: 30 };

/**
 * 76 entrances, 15 grids of 300 to 500 households; costs in decimetres of border.
 * @param withFacilities three buildings more that nobody lives in: units of no weight
 */
export function demoInstance(withFacilities = false): Instance {
  const layout = buildLayout(1);
  const entrances = layout.buildings.flatMap((building) => building.entrances);
  const rings = [...entrances, ...(withFacilities ? layout.facilities : [])].map(({ ring }) => ring);
  const { offsets, neighbours, costDecimetres } = deriveCoverage({
    outline: [[layout.base.outline.map(toMetres)]],
    units: rings.map((ring) => ({ polygons: [[ring.map(toMetres)]] })),
    barriers: { lines: layout.base.lanes.map(({ line }) => line.map(toMetres)), ...BARRIERS },
  }).adjacency;
  const edges = rings.flatMap((_, unit) =>
    Array.from(
      neighbours.subarray(offsets[unit], offsets[unit + 1]),
      (beside, at) => [unit, beside, costDecimetres[offsets[unit]! + at]!] as const,
    ).filter(([one, two]) => one < two),
  );
  return {
    n: rings.length,
    k: 15,
    L: 300,
    U: 500,
    w: rings.map((_, unit) => entrances[unit]?.dwellings.length ?? 0),
    edges,
  };
}
