// Event sent → number on a subscriber: 1,000 events/s over 100 communities, recordVisits in batches of 50, PostgreSQL.
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import { WebSocket } from 'ws';
import { post, percentile } from './measure.mjs';

const COMMUNITIES = 100;
const BATCH = 50;
const EVENTS_PER_SECOND = 1_000;
const SECONDS = 20;
const PER_SOCKET = 20;

/** @param server {url, cookie} signed in as the administrator of an installation without demo */
export async function liveLatency({ server, databaseUrl }) {
  const communities = await makeCommunities(server, databaseUrl);
  const sentAt = new Map(communities.map(({ code }) => [code, []]));
  const latencies = [];
  const sockets = await subscribeAll(server, communities, (code, events) => {
    const queue = sentAt.get(code);
    for (let left = events; left >= BATCH && queue.length > 0; left -= BATCH)
      latencies.push(performance.now() - queue.shift());
  });
  const interval = (1_000 * BATCH) / EVENTS_PER_SECOND;
  const sends = [];
  const start = performance.now();
  for (let n = 0; n < (SECONDS * 1_000) / interval; n++) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + n * interval - performance.now())));
    const community = communities[n % communities.length];
    sentAt.get(community.code).push(performance.now());
    sends.push(recordBatch(server, community));
  }
  const failed = (await Promise.all(sends)).filter((ok) => !ok).length;
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  for (const socket of sockets) void socket.dispose();
  const took = latencies.toSorted((a, b) => a - b);
  return {
    batches: sends.length,
    failed,
    seen: took.length,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    p99: percentile(took, 0.99),
  };
}

async function recordBatch(server, { code, doors }) {
  const input = {
    community: code,
    clientEventId: randomUUID(),
    visits: doors.map((dwelling) => ({ dwelling, outcome: 'MET' })),
  };
  const { json } = await post(
    server,
    'mutation ($input: RecordVisitsInput!) { recordVisits(input: $input) { __typename } }',
    { input },
  );
  return json.data?.recordVisits?.__typename === 'VisitsRecorded';
}

async function subscribeAll(server, communities, onEvents) {
  const sockets = [];
  const ready = [];
  for (let from = 0; from < communities.length; from += PER_SOCKET) {
    const socket = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address, protocols) {
          super(address, protocols, { headers: { cookie: server.cookie } });
        }
      },
    });
    sockets.push(socket);
    for (const { code } of communities.slice(from, from + PER_SOCKET)) {
      ready.push(
        new Promise((resolve, reject) => {
          socket.subscribe(
            {
              query: `subscription { live(community: "${code}", by: BUILDING, window: H24, metrics: [VISITS, DOORS_MET]) { kind seq cells { mapId figures { numerator } } events { seq } } }`,
            },
            {
              next: ({ data, errors }) =>
                errors
                  ? reject(new Error(JSON.stringify(errors)))
                  : (resolve(), onEvents(code, data.live.events.length)),
              error: reject,
              complete: () => undefined,
            },
          );
        }),
      );
    }
  }
  await Promise.all(ready);
  return sockets;
}

/** One building, one entrance, fifty doors each; the geometry is a point's worth, the figures are what is measured. */
async function makeCommunities(server, databaseUrl) {
  const codes = Array.from({ length: COMMUNITIES }, (_, index) => String(990_000_000_000 + index));
  for (const code of codes) {
    const input = { code, name: `压测${code.slice(-2)}`, timeZone: 'Asia/Shanghai', clientEventId: randomUUID() };
    const { json } = await post(
      server,
      'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { __typename } }',
      { input },
    );
    if (json.data?.createCommunity?.__typename !== 'Community') throw new Error(JSON.stringify(json));
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const square = 'st_multi(st_makeenvelope(114.42, 30.63, 114.421, 30.631, 4326))';
  await client.query(`update memberships set role = 'SECRETARY'`);
  await client.query(
    `insert into buildings (community_id, id, map_id, source_key, number, name, kind, footprint) select id, gen_random_uuid(), 1, '1', '1', '1栋', 'RESIDENTIAL', ${square} from communities`,
  );
  await client.query(
    `insert into entrances (community_id, id, map_id, building_id, number, dwellings, households, residents, slice) select community_id, gen_random_uuid(), 2, id, '1', 50, 50, 80, ${square} from buildings`,
  );
  await client.query(
    `insert into dwellings (community_id, id, entrance_id, floor, position, label) select community_id, gen_random_uuid(), id, n / 5, n % 5, n::text from entrances, generate_series(1, 50) n`,
  );
  await client.query(
    `insert into households (community_id, id, dwelling_id, entrance_id, residents, moved_in) select community_id, gen_random_uuid(), id, entrance_id, 2, now() - interval '1 year' from dwellings`,
  );
  await client.query(
    `insert into grids (community_id, id, map_id, number) select id, gen_random_uuid(), 3, 1 from communities`,
  );
  await client.query(
    `insert into grid_plans (community_id, id, name, valid, recorded) select id, gen_random_uuid(), 'bench', tstzrange(now() - interval '1 day', null), tstzrange(now() - interval '1 day', null) from communities`,
  );
  await client.query(
    `insert into grid_assignments (community_id, plan_id, entrance_id, grid_id) select p.community_id, p.id, e.id, g.id from grid_plans p join entrances e using (community_id) join grids g using (community_id)`,
  );
  await client.end();
  const communities = [];
  for (const code of codes) {
    const { json } = await post(
      server,
      `{ buildings(community: "${code}", first: 1) { edges { node { entrances { id } } } } }`,
    );
    const entrance = json.data.buildings.edges[0].node.entrances[0].id;
    const matrix = await post(server, 'query ($e: ID!) { floorMatrix(entrance: $e) { doors { id } } }', {
      e: entrance,
    });
    communities.push({ code, doors: matrix.json.data.floorMatrix.doors.map((door) => door.id) });
  }
  return communities;
}
