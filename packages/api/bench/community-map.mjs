// CPU of one community map over GraphQL, beside the same rows by raw SQL and by object resolvers, interleaved in one run.
import { cpuMs, median, post } from './measure.mjs';

const ROUNDS = 5;
const REQUESTS = 40;
const CODE = '420107005008';

const SPLICED = `{ featureCollection(community: "${CODE}", layer: BUILDINGS) grids: featureCollection(community: "${CODE}", layer: GRIDS) }`;
// A bounding box keeps the answer out of the cache of whole layers: the price of the query itself.
const UNCACHED = `query ($e: Float!) { featureCollection(community: "${CODE}", layer: BUILDINGS, bbox: { west: 114.3, south: 30.5, east: $e, north: 30.8 }) grids: featureCollection(community: "${CODE}", layer: GRIDS, bbox: { west: 114.3, south: 30.5, east: $e, north: 30.8 }) }`;
const OBJECTS = `{ buildings(community: "${CODE}", first: 100) { edges { node { id mapId number name kind floors footprint } } } grids(community: "${CODE}") { id mapId number boundary label households } }`;

/** Median CPU milliseconds a request of the server process (the embedded database included). */
export async function communityMap(server, pid) {
  const kinds = {
    'repeated (cached text)': () => post(server, SPLICED),
    'uncached, spliced': () => post(server, UNCACHED, { e: 114.6 + Math.random() / 1000 }),
    'object resolvers': () => post(server, OBJECTS),
  };
  const samples = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, ask] of Object.entries(kinds)) {
      const before = cpuMs(pid);
      for (let n = 0; n < REQUESTS; n++) {
        const { json } = await ask();
        if (json.errors) throw new Error(JSON.stringify(json.errors));
      }
      samples[name].push((cpuMs(pid) - before) / REQUESTS);
    }
  }
  return Object.fromEntries(Object.entries(samples).map(([name, values]) => [name, median(values)]));
}
