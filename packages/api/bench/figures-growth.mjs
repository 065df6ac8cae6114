// Figures by grid over 24 hours with a log of 1,000 events and of 100,000 (older than the window): time must not follow history.
import { median, post } from './measure.mjs';

const ROUNDS = 15;
const SIZES = [1_000, 100_000];

const query = (code, asOf) =>
  `{ density(community: "${code}", metric: VISITS, by: GRID, window: H24${asOf ? `, asOf: "${asOf}"` : ''}) { seq cells { mapId numerator } } }`;

/** Median milliseconds an answer, live and as of an instant; the community is a new one, its log written by SQL. */
export async function figuresGrowth(server, client, code) {
  const result = {};
  let have = 0;
  for (const size of SIZES) {
    await addEvents(client, code, size - have);
    have = size;
    const asOf = new Date(Date.now() - 1_000).toISOString();
    // A first question loads the log into memory.
    for (const kind of [null, asOf]) await post(server, query(code, kind));
    const times = { live: [], asOf: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const [kind, at] of [
        ['live', null],
        ['asOf', asOf],
      ]) {
        const start = performance.now();
        const { json } = await post(server, query(code, at));
        times[kind].push(performance.now() - start);
        if (json.errors) throw new Error(JSON.stringify(json.errors));
      }
    result[size] = { live: median(times.live), asOf: median(times.asOf) };
  }
  return result;
}

async function addEvents(client, code, count) {
  await client.query('begin');
  const { rows } = await client.query(
    `update community_counters set event_seq = event_seq + $2 where community_id = (select id from communities where code = $1) returning community_id as id, event_seq - $2 as before`,
    [code, count],
  );
  const [{ id, before }] = rows;
  await client.query(
    `insert into events (community_id, seq, kind, at, entrance_id, household_id, data)
      select $1::uuid, $2::bigint + n, 'visit.recorded', now() - interval '80 days' + n * interval '70 days' / $3, h.entrance_id, h.id, '{"outcome":"MET"}'
      from generate_series(1, $3::int) n join (select *, row_number() over () as k, count(*) over () as total from households where community_id = $1) h on h.k = 1 + n % h.total`,
    [id, before, count],
  );
  await client.query('commit');
  await client.query('analyze events');
}
