// Owns filling a span of the demo's time in bulk: the first 90 days, a gap since the last run, a clock that is moved on.
// Refuses doubles: a span is stored together with the mark of how far the demo is filled, and what was played live is left out.
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { AppError } from '#platform/errors';
import { log } from '#platform/log';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace, Route } from '#modules/people';
import { importHistory as importRequests } from '#modules/requests';
import { type HistoricVisit, importHistory as importVisits } from '#modules/visits';
import { markFilled, readFilledTo } from './installation.ts';
import { playedRequestIds, readPlayed } from './played-requests.ts';
import type { Player } from './player.ts';
import { type Callers, requestHistories } from './request-histories.ts';
import { actorNamed, entranceAt, personOf, type Roster } from './roster.ts';
import type { DoorVisited, Happening } from './world/happening-types.ts';
import { coursesOpenAt, happeningsOfCourse } from './world/history.ts';
import { DAY_MS, dayAt, daysFrom } from './world/local-day.ts';
import { LONGEST_COURSE_DAYS } from './world/request-course.ts';
import { requestsReportedOn } from './world/requests-of-day.ts';
import { happeningsBetween } from './world/simulator-plan.ts';
import type { World } from './world/world-types.ts';

/** A longer gap is stored in several units of work. */
const CHUNK_DAYS = 100;

export interface FillDeps {
  readonly database: Database;
  readonly geography: Pick<GeographyFace, 'normsInForce' | 'workingCalendar'>;
  readonly people: Pick<PeopleFace, 'routes'>;
  readonly player: Player;
  readonly world: World;
  readonly roster: Roster;
  readonly callers: Callers;
}

/** Stores everything in [from, to), but for what is stored already. @param first whether nothing happened before `from`: then what is open there is told from its call on */
export async function fillHistory(deps: FillDeps, from: Date, to: Date, first = false): Promise<void> {
  const start = Math.max(from.getTime(), (await readFilledTo(deps.database)).getTime());
  for (let at = start; at < to.getTime(); at += CHUNK_DAYS * DAY_MS) {
    const end = Math.min(at + CHUNK_DAYS * DAY_MS, to.getTime());
    await fillChunk(deps, at, end, first && at === from.getTime() ? openBefore(deps.world, at) : []);
  }
}

/** The courses that run at an instant, with their calls: at the beginning of history nothing else has told them. */
function openBefore(world: World, atMs: number): Happening[] {
  const courses = reportedBefore(world, atMs);
  return coursesOpenAt(courses, atMs - 1)
    .flatMap(happeningsOfCourse)
    .filter((each) => each.atMs < atMs);
}

function reportedBefore(world: World, atMs: number) {
  return daysFrom(dayAt(atMs - LONGEST_COURSE_DAYS * DAY_MS), dayAt(atMs))
    .flatMap((day) => requestsReportedOn(world, day))
    .filter(({ reported }) => reported.atMs < atMs);
}

async function fillChunk(deps: FillDeps, fromMs: number, toMs: number, before: readonly Happening[]): Promise<void> {
  const { database, roster, player } = deps;
  const all = [...before, ...happeningsBetween(deps.world, fromMs, toMs)];
  const known = [...reportedBefore(deps.world, fromMs).map((course) => course.reported), ...all];
  const played = await readPlayed(database, roster.communityId, known);
  player.remember(playedRequestIds(known, played));
  const fresh = all.filter(({ clientEventId }) => !played.has(clientEventId));
  const reported = new Set(fresh.flatMap((each) => (each.happening === 'REQUEST_REPORTED' ? [each.requestId] : [])));
  // Requests that are there already go on by the way of every request: the import only knows whole ones.
  await goOn(
    deps,
    fresh.filter((each) => each.happening === 'REQUEST_ADVANCED' && !reported.has(each.requestId)),
  );
  await storeChunk(deps, fresh, new Date(fromMs), new Date(toMs));
}

async function goOn({ player }: FillDeps, moves: readonly Happening[]): Promise<void> {
  for (const move of moves) {
    const at = new Date(move.atMs);
    try {
      await player.play(move, { now: () => at });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ code: error.code }, 'demo: a move of the gap was refused');
    }
  }
}

async function storeChunk(deps: FillDeps, fresh: readonly Happening[], from: Date, to: Date): Promise<void> {
  const { database, roster, geography } = deps;
  const { communityId } = roster;
  const routes = await routesOf(deps, fresh);
  const rules = {
    norms: await geography.normsInForce(SYSTEM, communityId, to),
    calendar: await geography.workingCalendar(SYSTEM, communityId, to),
  };
  await database.write({ scope: SYSTEM, communityId, actorId: null, now: to }, async (tx) => {
    if (!(await markFilled(tx, from, to))) return;
    const requests = await importRequests(tx, requestHistories({ ...deps, routes }, fresh), rules, { defer: true });
    const visits = await importVisits(tx, visitsOf(roster, fresh), { defer: true });
    for (const event of [...requests, ...visits].toSorted((a, b) => a.at.getTime() - b.at.getTime())) tx.record(event);
  });
}

async function routesOf(
  { people, roster }: FillDeps,
  happenings: readonly Happening[],
): Promise<ReadonlyMap<string, Route>> {
  const reports = happenings.filter((each) => each.happening === 'REQUEST_REPORTED');
  const asks = reports.map(({ entrance, atMs }) => ({
    entranceId: entranceAt(roster, entrance).id,
    at: new Date(atMs),
  }));
  const found = await people.routes(SYSTEM, roster.communityId, asks);
  return new Map(
    reports.flatMap(({ requestId }, index) => {
      const route = found[index];
      return route ? [[requestId, route] as const] : [];
    }),
  );
}

function visitsOf(roster: Roster, happenings: readonly Happening[]): HistoricVisit[] {
  return happenings.flatMap((each) => (each.happening === 'DOOR_VISITED' ? (visitOf(roster, each) ?? []) : []));
}

function visitOf(roster: Roster, visit: DoorVisited): HistoricVisit | null {
  const door = entranceAt(roster, visit.entrance).doors.get(visit.door);
  if (!door) return null;
  return {
    id: visit.visitId,
    dwellingId: door.dwellingId,
    outcome: visit.outcome,
    at: new Date(visit.atMs),
    note: visit.note,
    recordedBy: actorNamed(roster, visit.actor).accountId,
    visitorIds: visit.visitors.flatMap((username) => personOf(actorNamed(roster, username)) ?? []),
  };
}
