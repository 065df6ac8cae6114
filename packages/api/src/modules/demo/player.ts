// Owns playing one happening through the services, as the demo login that acts in it: the way of every user, guards included.
// Refuses to repair: what a service refuses is the caller's to log and skip.
import type { Clock } from '#platform/clock';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId, newId } from '#platform/ids';
import { actorNamed, entranceAt, personOf, type Roster } from './roster.ts';
import { DEMO_COMMUNITY } from './seed-community.ts';
import type { Callers } from './request-histories.ts';
import type { DemoRequests, DemoVisits } from './services.types.ts';
import type { DoorVisited, Happening, RequestAdvanced, RequestReported } from './world/happening-types.ts';

export interface PlayerDeps {
  readonly requests: DemoRequests;
  readonly visits: DemoVisits;
  readonly roster: Roster;
  readonly callers: Callers;
}

/** A call of a demo login that never came over a wire. @param clock the instant at which it acts */
export function contextOf(roster: Roster, username: string, clock: Clock): RequestContext {
  return {
    actor: actorNamed(roster, username),
    language: 'ZH',
    requestId: newId(),
    clock,
    address: 'demo',
    setSessionCookie: () => undefined,
  };
}

export class Player {
  readonly #deps: PlayerDeps;
  /** World's id → id that the service gave. */
  readonly #requestIds = new Map<string, string>();

  constructor(deps: PlayerDeps) {
    this.#deps = deps;
  }

  /** Requests that an earlier run played live under ids of their own. */
  remember(requestIds: ReadonlyMap<string, string>): void {
    for (const [id, real] of requestIds) this.#requestIds.set(id, real);
  }

  /** @throws whatever the service throws for any user who did the same */
  async play(happening: Happening, clock: Clock): Promise<void> {
    const context = contextOf(this.#deps.roster, happening.actor, clock);
    switch (happening.happening) {
      case 'REQUEST_REPORTED':
        return this.#report(context, happening);
      case 'REQUEST_ADVANCED':
        return this.#advance(context, happening);
      case 'DOOR_VISITED':
        return this.#visit(context, happening);
    }
  }

  async #report(context: RequestContext, reported: RequestReported): Promise<void> {
    const { requests, roster, callers } = this.#deps;
    const caller = callers.get(`${reported.entrance}/${reported.door}`);
    const id = await requests.create(context, {
      community: DEMO_COMMUNITY.code,
      entrance: encodeId('Entrance', roster.communityId, entranceAt(roster, reported.entrance).id),
      category: reported.category,
      kind: reported.kind,
      text: reported.text,
      door: String(reported.door),
      callerName: caller?.contactName ?? null,
      callerPhone: caller?.phone ?? null,
      clientEventId: reported.clientEventId,
    });
    this.#requestIds.set(reported.requestId, id);
  }

  async #advance(context: RequestContext, move: RequestAdvanced): Promise<void> {
    const { requests, roster } = this.#deps;
    const request = encodeId(
      'ServiceRequest',
      roster.communityId,
      this.#requestIds.get(move.requestId) ?? move.requestId,
    );
    const { clientEventId, action } = move;
    if (action === 'DISPATCH') {
      const organization = encodeId(
        'Organization',
        roster.communityId,
        roster.organizationIds.get(move.organization ?? '') ?? '',
      );
      return requests.dispatch(context, { request, organization, note: move.note, clientEventId });
    }
    await requests.advance(context, {
      request,
      action,
      outcome: move.outcome,
      residentsWord: move.residentWord,
      note: move.note ?? move.reason,
      crew: move.crew,
      clientEventId,
    });
    if (action === 'CLOSE') this.#requestIds.delete(move.requestId);
  }

  async #visit(context: RequestContext, visit: DoorVisited): Promise<void> {
    const { visits, roster } = this.#deps;
    const door = entranceAt(roster, visit.entrance).doors.get(visit.door);
    if (!door) throw new RangeError(`no door ${visit.entrance}-${visit.door}`);
    const visitors = visit.visitors.flatMap((username) => personOf(actorNamed(roster, username)) ?? []);
    await visits.record(context, {
      community: DEMO_COMMUNITY.code,
      clientEventId: visit.clientEventId,
      visitors: visitors.map((id) => encodeId('Person', roster.communityId, id)),
      visits: [
        { dwelling: encodeId('Door', roster.communityId, door.dwellingId), outcome: visit.outcome, note: visit.note },
      ],
    });
  }
}
