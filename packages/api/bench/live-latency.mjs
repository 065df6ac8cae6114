// Event sent → number on a subscriber: 1,000 events/s over 100 communities, recordVisits in batches of 50, PostgreSQL.
import { makeSmallCommunities, recordVisits } from './communities.mjs';
import { percentile } from './measure.mjs';
import { openSockets } from './sockets.mjs';

const COMMUNITIES = 100;
const BATCH = 50;
const EVENTS_PER_SECOND = 1_000;
/** The first seconds compile the server's code; they are sent and must arrive, but are not counted. */
const WARM_SECONDS = 5;
const SECONDS = 30;

const query = (code) =>
  `subscription { live(community: "${code}", by: BUILDING, window: H24, metrics: [VISITS, DOORS_MET]) { kind seq cells { mapId figures { numerator } } events { seq } } }`;

/**
 * From just before the mutation is sent, so the mutation's own time is in it.
 * @param server signed in, of an installation without demo
 */
export async function liveLatency(server, client) {
  const communities = await makeSmallCommunities(server, client, COMMUNITIES);
  const sent = new Map(communities.map(({ code }) => [code, []]));
  const latencies = [];
  const sockets = await openSockets(
    server,
    communities.map(({ code }) => ({
      query: query(code),
      onFrame({ live }) {
        for (let left = live.events.length; left >= BATCH && sent.get(code).length > 0; left -= BATCH) {
          const { at, counted } = sent.get(code).shift();
          if (counted) latencies.push(performance.now() - at);
        }
      },
    })),
  );
  const failures = [];
  const sends = [];
  const interval = (1_000 * BATCH) / EVENTS_PER_SECOND;
  const start = performance.now();
  for (let n = 0; n * interval < (WARM_SECONDS + SECONDS) * 1_000; n++) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + n * interval - performance.now())));
    const { code, doors } = communities[n % communities.length];
    sent.get(code).push({ at: performance.now(), counted: n * interval >= WARM_SECONDS * 1_000 });
    sends.push(recordVisits(server, code, doors).catch((error) => failures.push(error)));
  }
  await Promise.all(sends);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  sockets.close();
  if (failures[0]) throw failures[0];
  const took = latencies.toSorted((a, b) => a - b);
  const expected = Math.round((SECONDS * 1_000) / interval);
  return {
    expected,
    seen: took.length,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    p99: percentile(took, 0.99),
  };
}
