// Owns forty communities cut out of the Jakarta footprints, and the question a planner would ask of each: grids grown for the households
// of some years ago, as an import grows them, and half of the community has grown since. Households are invented from areas.
// Refuses to keep any of the data.

import { deriveCoverage } from '../src/coverage.ts';
import { growPartition } from '../src/grow.ts';
import { outlineFromFootprints } from '../src/outline.ts';
import { unitGraph } from '../src/partition/problem.ts';
import { multiPolygonArea } from '../src/polygon-measures.ts';
import { seededRandom } from '../src/random.ts';
import { jakartaWorld } from './real-worlds.mjs';

const LARGE = 4;
const LARGE_UNITS = 1_000;
const SMALL = 36;
const UNITS_A_GRID = 8;
const TARGET = 350;
const MARGIN_METRES = 15;
/** Larger footprints are halls, schools, markets: nobody lives there. Square metres. */
const HALL_AREA = 1_200;
/** The western half has so much more since the grids were drawn. */
const GROWTH = 0.5;
/** In every tenth community: a tower that no grid may hold. */
const TOWER = 620;
/** In every tenth, the west grew so much that the grids are too few. */
const TOO_MUCH_GROWTH = 1;

/** 100 to 150 buildings each, and four of 1,000. */
function sizes() {
  const random = seededRandom(40);
  const small = Array.from({ length: SMALL }, () => 100 + Math.floor(51 * random()));
  return [...Array.from({ length: LARGE }, () => LARGE_UNITS), ...small];
}

/** Cuts across the longer side until each part is one community: all are compact, none overlap. */
function cut(polygons, wanted) {
  if (wanted.length === 1) return [polygons];
  const middle = Math.ceil(wanted.length / 2);
  const [first, second] = [wanted.slice(0, middle), wanted.slice(middle)];
  const at = (polygon, axis) => polygon[0][0][axis];
  const reach = (axis) => {
    const values = polygons.map((polygon) => at(polygon, axis));
    return Math.max(...values) - Math.min(...values);
  };
  const axis = reach(0) > reach(1) ? 0 : 1;
  const sorted = polygons.toSorted((a, b) => at(a, axis) - at(b, axis));
  const count = first.reduce((sum, units) => sum + units, 0);
  return [...cut(sorted.slice(0, count), first), ...cut(sorted.slice(count), second)];
}

/** Proportional to area with a spread of a third either way; halls have none. `350 × grids` in all, but for rounding. */
function householdsOf(polygons, grids, seed) {
  const random = seededRandom(seed);
  const sizes = polygons.map((polygon) => {
    const area = multiPolygonArea([polygon]);
    const spread = 2 / 3 + (2 / 3) * random();
    return area > HALL_AREA ? 0 : area * spread;
  });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return Int32Array.from(sizes, (size) => Math.round((TARGET * grids * size) / all));
}

function grown(before, polygons, index) {
  const wests = polygons.map((polygon) => polygon[0][0][0]);
  const middle = wests.toSorted((a, b) => a - b)[Math.floor(wests.length / 2)];
  const growth = index % 10 === 9 ? TOO_MUCH_GROWTH : GROWTH;
  const after = before.map((count, unit) => (wests[unit] < middle ? Math.round((1 + growth) * count) : count));
  if (index % 10 === 6) after[after.indexOf(Math.max(...after))] = TOWER;
  return after;
}

/**
 * In a fixed order, the large ones first: footprints in metres, how many grids, households of each building when the grids were drawn
 * and now.
 */
export function jakartaCommunities() {
  const wanted = sizes();
  const total = wanted.reduce((sum, units) => sum + units, 0);
  const polygons = jakartaWorld(total).units.map(({ polygons: [polygon] }) => polygon);
  return cut(polygons, wanted).map((own, index) => {
    const gridCount = Math.round(own.length / UNITS_A_GRID);
    const before = householdsOf(own, gridCount, index + 1);
    return {
      world: {
        outline: outlineFromFootprints(own, MARGIN_METRES),
        units: own.map((polygon) => ({ polygons: [polygon] })),
      },
      before,
      households: grown(before, own, index),
      gridCount,
    };
  });
}

/** The ground of a community and its question, as the workbench puts it. */
export function askedOf({ world, before, households, gridCount }) {
  const coverage = deriveCoverage(world);
  const { offsets, neighbours, costDecimetres } = coverage.adjacency;
  const edges = [];
  const costs = [];
  for (let unit = 0; unit < households.length; unit += 1) {
    for (let at = offsets[unit]; at < offsets[unit + 1]; at += 1) {
      if (unit > neighbours[at]) continue;
      edges.push([unit, neighbours[at]]);
      costs.push(costDecimetres[at]);
    }
  }
  const current = growPartition({ adjacency: coverage.adjacency, weights: before, gridCount, seed: 1 });
  const question = {
    graph: unitGraph(households.length, edges, costs),
    measures: [{ weights: households, lower: 300, upper: 500 }],
    gridCount,
    current: Int32Array.from(current),
    disruption: households.map((count) => Math.max(1, count)),
    locks: [],
    target: TARGET,
  };
  return { coverage, question };
}
