// Owns which open requests carry a mark on the map and how much of their clock is left. Pure; refuses drawing. A mark
// is a place and a clock, never a resident.
import type { OpenMarksQuery } from '#api/gql/graphql';
import type { Pulse } from '#map/index';

/** An open request as the map needs it. */
export type OpenRequest = OpenMarksQuery['requests']['edges'][number]['node'];

const RECENT_MS = 60 * 60_000;
/** More marks than this hide the map they stand on. */
export const MOST_MARKS = 12;

interface Clock {
  readonly startMs: number;
  readonly endMs: number;
}

/** The clock that runs now: the answer somebody waits for, else the end. */
export function clockOf(request: OpenRequest): Clock {
  const waiting = request.workOrders.find(({ acceptedAt, finishedAt }) => !acceptedAt && !finishedAt);
  if (waiting) return { startMs: Date.parse(waiting.dispatchedAt), endMs: Date.parse(waiting.answerDueAt) };
  const startMs = Date.parse(request.createdAt);
  const responding = request.respondDueAt && !request.respondedAt;
  return { startMs, endMs: Date.parse(responding && request.respondDueAt ? request.respondDueAt : request.dueAt) };
}

/**
 * Marks, newest first, at most `MOST_MARKS`: what came within the hour, what waits for its first answer, and what this
 * page saw come.
 *
 * @param seen ids of requests that came while the page was open
 */
export function openMarks(requests: readonly OpenRequest[], seen: ReadonlySet<string>, nowMs: number): Pulse[] {
  const wanted = requests.filter(
    (request) =>
      seen.has(request.id) || nowMs - Date.parse(request.createdAt) < RECENT_MS || request.stage === 'REPORTED',
  );
  const newest = wanted.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt)).slice(0, MOST_MARKS);
  return newest.map((request) => markOf(request, nowMs));
}

function markOf(request: OpenRequest, nowMs: number): Pulse {
  const { startMs, endMs } = clockOf(request);
  const share = endMs > startMs ? (endMs - nowMs) / (endMs - startMs) : 0;
  return {
    id: request.id,
    buildingMapId: request.entrance.building.mapId,
    remainingShare: Math.min(1, Math.max(0, share)),
    overdue: nowMs >= endMs,
    label: `${request.entrance.name} ${request.title}`,
    ring: false,
  };
}
