// CPU of one delivered frame: 200 equal subscribers, whose frame is executed once, against 200 that differ in the name of
// their operation only, so that each is executed by itself as graphql-ws does.
import { recordVisits } from './communities.mjs';
import { cpuMs } from './measure.mjs';
import { openSockets } from './sockets.mjs';

const SUBSCRIBERS = 200;
const BATCHES = 40;
const CELLS = 20;
const ROUNDS = 3;

const query = (code, name) =>
  `subscription ${name} { live(community: "${code}", by: BUILDING, window: H24, metrics: [NEW_REQUESTS, VISITS, DOORS_MET]) { kind seq asOf cursor cells { mapId figures { metric value numerator denominator } } } }`;

/** Median-free: the sum over interleaved rounds. @returns CPU microseconds of the server a delivered frame, without the mutations' share */
export async function frameFanout(server, { code, doors }) {
  const visited = doors.slice(0, CELLS).map(([door]) => door);
  const kinds = { shared: () => 'Live', separate: (n) => `Live${n}`, none: null };
  const sums = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { cpu: 0, frames: 0 }]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [kind, name] of Object.entries(kinds)) {
      let frames = 0;
      const sockets = await openSockets(
        server,
        Array.from({ length: name ? SUBSCRIBERS : 1 }, (_, n) => ({
          query: query(code, name ? name(n) : 'Live'),
          onFrame: ({ live }) => void (frames += live.cells.length > 0 ? 1 : 0),
        })),
      );
      frames = 0;
      const before = cpuMs(server.pid);
      for (let n = 0; n < BATCHES; n++) {
        await recordVisits(server, code, visited);
        await new Promise((resolve) => setTimeout(resolve, 220));
      }
      sums[kind].cpu += cpuMs(server.pid) - before;
      sums[kind].frames += frames;
      sockets.close();
    }
  const each = ({ cpu, frames }) => (1_000 * (cpu - sums.none.cpu)) / frames;
  return { shared: each(sums.shared), separate: each(sums.separate) };
}
