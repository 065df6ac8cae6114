// Owns turning invented courses into histories that the requests module imports. Pure.
// Refuses to judge a move: the import plays each through the same table as a live one.
import type { Route } from '#modules/people';
import type { HistoryMove, RequestHistory } from '#modules/requests';
import { actorNamed, entranceAt, personOf, type Roster } from './roster.ts';
import type { Happening, RequestAdvanced, RequestReported } from './world/happening-types.ts';
import type { World, WorldHousehold } from './world/world-types.ts';

/** Who lives behind a door of the world. */
export type Callers = ReadonlyMap<string, WorldHousehold>;

export function callersOf(world: World): Callers {
  return new Map(world.households.map((household) => [`${household.entrance}/${household.door}`, household]));
}

export interface HistoryDeps {
  readonly roster: Roster;
  /** Who answered, by the world's id of the request; none where no plan held the entrance. */
  readonly routes: ReadonlyMap<string, Route>;
  readonly callers: Callers;
}

/** The requests reported among `happenings`, each with its moves among them; in order of time as they come. */
export function requestHistories(deps: HistoryDeps, happenings: readonly Happening[]): RequestHistory[] {
  const moves = new Map<string, RequestAdvanced[]>();
  for (const each of happenings) {
    if (each.happening === 'REQUEST_ADVANCED') moves.set(each.requestId, [...(moves.get(each.requestId) ?? []), each]);
  }
  return happenings.flatMap((each) =>
    each.happening === 'REQUEST_REPORTED' ? historyOf(deps, each, moves.get(each.requestId) ?? []) : [],
  );
}

function historyOf(
  { roster, routes, callers }: HistoryDeps,
  reported: RequestReported,
  moves: readonly RequestAdvanced[],
): RequestHistory[] {
  const entrance = entranceAt(roster, reported.entrance);
  const route = routes.get(reported.requestId);
  // Before the first plan nobody could have been responsible: there is no such past.
  if (!route) return [];
  const { reasons, ...routed } = route;
  const caller = callers.get(`${reported.entrance}/${reported.door}`);
  return [
    {
      id: reported.requestId,
      entranceId: entrance.id,
      ...routed,
      routing: reasons,
      category: reported.category,
      kind: reported.kind,
      createdAt: new Date(reported.atMs),
      by: actorOf(roster, reported.actor),
      text: reported.text,
      caller: { name: caller?.contactName ?? null, phone: caller?.phone ?? null, door: String(reported.door) },
      moves: moves.map((move) => moveOf(roster, move)),
    },
  ];
}

function moveOf(roster: Roster, move: RequestAdvanced): HistoryMove {
  const organizationId = move.organization === null ? undefined : roster.organizationIds.get(move.organization);
  const note = move.note ?? move.reason;
  return {
    action: move.action,
    at: new Date(move.atMs),
    by: actorOf(roster, move.actor),
    residentWord: move.residentWord,
    ...(organizationId !== undefined && { organizationId }),
    ...(move.crew !== null && { crew: move.crew }),
    ...(move.outcome !== null && { outcome: move.outcome }),
    ...(note !== null && { note }),
  };
}

function actorOf(roster: Roster, username: string) {
  const actor = actorNamed(roster, username);
  return { accountId: actor.accountId, personId: personOf(actor) };
}
