// Small tools of the benchmarks: a signed-in poster, percentiles, and the CPU time of a process.
import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

export async function post(server, query, variables = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: server.cookie ?? '' },
    body: JSON.stringify({ query, variables }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  return { json: await response.json(), cookie };
}

/** @returns the server with its session cookie */
export async function signIn(server, username, password = username) {
  const query = 'mutation ($u: String!, $p: String!) { signIn(username: $u, password: $p) { __typename } }';
  const { json, cookie } = await post(server, query, { u: username, p: password });
  if (json.data?.signIn?.__typename !== 'SignedIn') throw new Error(`sign-in failed: ${JSON.stringify(json)}`);
  return { ...server, cookie };
}

/** @param sorted ascending */
export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values) {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

/** User and system CPU milliseconds of a process so far; Linux only. */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
}
