// Prints what cells and boundaries cost: node bench/coverage.mjs [footprints]. CPU milliseconds of this process, median of several
// runs after one that warms up; the first run is told too, because an import pays it. Asserts nothing: machines differ.

import { Boundaries, componentCounts, deriveCoverage, dissolve, growPartition } from '../src/index.ts';
import { jakartaWorld, standInWorld } from '../test/real-worlds.mjs';

const RUNS = 7;

function cpuMs(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1000 };
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (what, text) => process.stdout.write(`${what.padEnd(52)}${text}\n`);
const shown = (ms) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;

function measured(what, work, runs = RUNS) {
  const first = cpuMs(work);
  const later = Array.from({ length: runs }, () => cpuMs(work).ms);
  say(what, `median ${shown(middle(later))}, first ${shown(first.ms)}`);
  return { result: first.result, ms: middle(later) };
}

/** Each unit at a border moves to a grid next door, and is drawn. 99 of 100 moves count: on a busy machine a few wait for others. */
function afterMoves(what, coverage, plan, gridCount) {
  const boundaries = new Boundaries(coverage, plan, gridCount);
  const { offsets, neighbours } = coverage.adjacency;
  const times = [];
  for (let unit = 0; unit < plan.length; unit += 1) {
    const beyond = neighbours
      .subarray(offsets[unit], offsets[unit + 1])
      .find((other) => boundaries.gridOf(other) !== boundaries.gridOf(unit));
    if (beyond === undefined) continue;
    const start = performance.now();
    boundaries.move([{ unit, grid: boundaries.gridOf(beyond) }]);
    times.push(performance.now() - start);
  }
  const nearlyAll = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)];
  say(
    what,
    `median ${middle(times).toFixed(3)} ms, 99 of 100 within ${nearlyAll.toFixed(2)} ms wall, slowest ${Math.max(...times).toFixed(1)}, ${times.length} moves`,
  );
  return nearlyAll;
}

function all(name, world, gridCounts) {
  const { result: coverage, ms } = measured(`coverage of ${name}, ${world.units.length} units`, () =>
    deriveCoverage(world),
  );
  const within = [];
  const reasons = {};
  for (const { reason } of coverage.exceptions) reasons[reason] = (reasons[reason] ?? 0) + 1;
  say(
    '',
    `${coverage.arcs.left.length} arcs, ${coverage.arcs.points.length / 2} points, ${coverage.adjacency.neighbours.length / 2} borders, ` +
      `${coverage.shortContacts.length / 2} short contacts, exceptions ${JSON.stringify(reasons)}`,
  );
  const weights = new Int32Array(world.units.length).fill(1);
  for (const gridCount of gridCounts) {
    const plan = growPartition({ adjacency: coverage.adjacency, weights, gridCount, seed: 1 });
    const { result: grids } = measured(`  dissolve of all, ${gridCount} grids`, () =>
      dissolve(coverage, plan, gridCount),
    );
    const inPieces = grids.filter((grid) => grid.length !== 1).length;
    const torn = componentCounts(coverage.adjacency, plan, gridCount).filter((count) => count !== 1).length;
    say('', `${inPieces} grids not of one polygon, ${torn} not connected on the graph`);
    within.push(afterMoves(`  after one move, ${gridCount} grids`, coverage, plan, gridCount));
  }
  return { ms, within: Math.max(...within) };
}

const footprints = Number(process.argv[2] ?? 10_000);
const standIn = all('the stand-in compound', standInWorld(), [15]);
const district = all('Jakarta', jakartaWorld(2000), [60]);
const city = all('Jakarta', jakartaWorld(footprints), [100, 600]);
const verdict = (value, must, aim) => (value <= aim ? 'aim met' : value <= must ? 'met' : 'MISSED');
say(
  `coverage of ${footprints} buildings, CPU`,
  `${shown(city.ms)} (must 1 s, aim 0.3 s: ${verdict(city.ms, 1000, 300)})`,
);
const longest = Math.max(standIn.within, district.within, city.within);
say('after one move, 99 of 100', `${shown(longest)} wall (must 20 ms, aim 5 ms: ${verdict(longest, 20, 5)})`);
