// Owns telling the sewage story: a call from building 9, then each step a few seconds later, by the demo login that takes it.
// Refuses short cuts: every step goes through the use case behind the public mutation, with that login's leave.
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { FileStore } from '#platform/files/file-store';
import { encodeId, newId } from '#platform/ids';
import { log } from '#platform/log';
import { contextOf } from './player.ts';
import { actorNamed, entranceAt, type Roster } from './roster.ts';
import { DEMO_COMMUNITY } from './seed-community.ts';
import type { Callers } from './request-histories.ts';
import type { DemoRequests } from './services.types.ts';
import { uploadDrawing } from './story-photo.ts';
import { SEWAGE_CALL, SEWAGE_MOVES, type StoryMove } from './world/sewage-story.ts';

export interface StoryDeps {
  readonly database: Database;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly requests: DemoRequests;
  readonly roster: Roster;
  readonly callers: Callers;
  /** Between two steps: long enough to watch each, short enough for a stage. */
  readonly pauseMs: number;
}

export class Story {
  readonly #deps: StoryDeps;
  readonly #ending = new AbortController();
  #telling: Promise<void> = Promise.resolve();

  constructor(deps: StoryDeps) {
    this.#deps = deps;
  }

  /** Takes the call at once and tells the rest in the background. @returns uuid of the request */
  async play(): Promise<string> {
    const { requests, roster, callers, clock } = this.#deps;
    const { entrance, door, category, kind, text, actor } = SEWAGE_CALL;
    const caller = callers.get(`${entrance}/${door}`);
    const id = await requests.create(contextOf(roster, actor, clock), {
      community: DEMO_COMMUNITY.code,
      entrance: encodeId('Entrance', roster.communityId, entranceAt(roster, entrance).id),
      category,
      kind,
      text,
      door: String(door),
      callerName: caller?.contactName ?? null,
      callerPhone: caller?.phone ?? null,
      clientEventId: newId(),
    });
    this.#telling = Promise.all([this.#telling, this.#tell(id)]).then(() => undefined);
    return id;
  }

  /** Settles when every story begun is told. */
  told(): Promise<void> {
    return this.#telling;
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#telling;
  }

  /** Never rejects: a step that somebody else has taken meanwhile ends the story. */
  async #tell(id: string): Promise<void> {
    try {
      for (const move of SEWAGE_MOVES) {
        await pause(this.#deps.pauseMs, undefined, { signal: this.#ending.signal });
        await this.#step(id, move);
      }
    } catch (error) {
      if (!this.#ending.signal.aborted)
        log.warn({ code: error instanceof AppError ? error.code : 'UNEXPECTED' }, 'demo: the story ended early');
    }
  }

  async #step(id: string, move: StoryMove): Promise<void> {
    const { requests, roster, clock } = this.#deps;
    const context = contextOf(roster, move.actor, clock);
    const request = encodeId('ServiceRequest', roster.communityId, id);
    const { action, note, organization, crew, photo, outcome, residentsWord } = move;
    if (action === 'DISPATCH') {
      const firm = roster.organizationIds.get(organization ?? '') ?? '';
      return requests.dispatch(context, {
        request,
        organization: encodeId('Organization', roster.communityId, firm),
        note,
        clientEventId: newId(),
      });
    }
    const uploads = { ...this.#deps, communityId: roster.communityId };
    const photos = photo
      ? [{ upload: await uploadDrawing(uploads, actorNamed(roster, move.actor), photo, clock.now()), phase: photo }]
      : [];
    await requests.advance(context, {
      request,
      action,
      note,
      photos,
      crew: crew?.length ?? null,
      outcome: outcome ?? null,
      residentsWord: residentsWord ?? false,
      clientEventId: newId(),
    });
  }
}
