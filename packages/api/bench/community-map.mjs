// CPU of one community map over GraphQL, beside the same text by raw SQL and by object resolvers, interleaved in one run.
import { cpuMs, median, post } from './measure.mjs';

const ROUNDS = 5;
const REQUESTS = 60;

const layers = (code, extra = '') =>
  `buildings: featureCollection(community: "${code}", layer: BUILDINGS${extra}) grids: featureCollection(community: "${code}", layer: GRIDS${extra})`;
// A bounding box keeps the answer out of the cache of whole layers: the price of the query itself.
const BOX = ', bbox: { west: 114.3, south: 30.5, east: $east, north: 30.8 }';
const objects = (code) =>
  `{ buildings(community: "${code}", first: 100) { edges { node { id mapId number name kind floors footprint } } } grids(community: "${code}") { id mapId number boundary label households } }`;
const RAW = `
  select (select string_agg('{"type":"Feature","id":' || map_id || ',"geometry":' || footprint_geojson || ',"properties":' ||
      json_build_object('number', number, 'name', name, 'kind', kind, 'floors', floors)::text || '}', ',') from buildings where community_id = c.id) as buildings,
    (select string_agg('{"type":"Feature","id":' || g.map_id || ',"geometry":' || v.boundary_geojson || ',"properties":' ||
      json_build_object('number', g.number)::text || '}', ',') from grid_versions v join grids g on g.community_id = v.community_id and g.id = v.grid_id
      where v.community_id = c.id) as grids
  from communities c where code = $1`;

/** Median CPU milliseconds of one map: the server's process, and all backends of its database, apart. */
export async function communityMap(server, client, code) {
  const ask = async (query, variables) => {
    const { json } = await post(server, query, variables);
    if (json.errors) throw new Error(JSON.stringify(json.errors));
  };
  const kinds = {
    'repeated (layers kept)': () => ask(`{ ${layers(code)} }`),
    'uncached (bounding box)': () =>
      ask(`query ($east: Float!) { ${layers(code, BOX)} }`, { east: 114.6 + Math.random() / 1000 }),
    'object resolvers': () => ask(objects(code)),
    'raw SQL, no server': () => client.query(RAW, [code]),
  };
  const samples = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS + 1; round++)
    for (const [kind, run] of Object.entries(kinds)) {
      const before = [cpuMs(server.pid), await databaseCpuMs(client)];
      for (let n = 0; n < REQUESTS; n++) await run();
      const after = [cpuMs(server.pid), await databaseCpuMs(client)];
      // The first round compiles.
      if (round > 0) samples[kind].push(after.map((value, index) => (value - before[index]) / REQUESTS));
    }
  return Object.fromEntries(
    Object.entries(samples).map(([kind, pairs]) => [
      kind,
      { server: median(pairs.map(([first]) => first)), database: median(pairs.map(([, second]) => second)) },
    ]),
  );
}

/** Needs the database on this machine. */
async function databaseCpuMs(client) {
  const { rows } = await client.query(
    `select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
  );
  return rows.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
}
