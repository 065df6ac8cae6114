// One community's live loop: follows the log, looks at the clock, and sends each group what changed, five times a second at most.
import type { CommunityEntry } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { AppError } from '#platform/errors';
import type { LoggedEvent } from '#platform/events/event';
import { encodeId } from '#platform/ids';
import { log } from '#platform/log';
import { MINUTE_MS, WINDOWS } from '#platform/time/zoned-time';
import { readCellGeography, residentsIn } from './cells.ts';
import { readCursor, writeCursor } from './live-cursor.ts';
import { type LiveEventView, type LiveFrame, type LiveQuestion, questionKey } from './live-frame.ts';
import { LiveGroup } from './live-group.ts';
import { readDoors, readLog } from './live-log.read.ts';
import { LiveModel } from './live-model.ts';
import { LiveQueue } from './live-queue.ts';
import type { Totals } from './metric.ts';

const FRAME_MS = 200;
const HEARTBEAT_MS = 2_000;
const REPLAY_LIMIT = 50_000;

export interface LiveDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly normsInForce: (communityId: string, at: Date) => Promise<Norms>;
}

export class LiveCommunity {
  readonly #deps: LiveDeps;
  readonly #community: CommunityEntry;
  readonly #groups = new Map<string, LiveGroup>();
  #model: LiveModel | null = null;
  #asOf = new Date(0);
  /** Edges passed at the last frame: windows, midnight, the doors' deadline. */
  #edges = '';
  #minute = -1;
  #woken = false;
  /** The log could not be read at the last frame; said once. */
  #silent = false;
  #stale = false;
  #lastFrameMs = 0;
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(deps: LiveDeps, community: CommunityEntry) {
    this.#deps = deps;
    this.#community = community;
  }

  get listeners(): number {
    return [...this.#groups.values()].reduce((sum, group) => sum + group.members.size, 0);
  }

  wake(): void {
    this.#woken = true;
  }

  /** The model, caught up with everything committed before the call. */
  async current(): Promise<{ readonly model: LiveModel; readonly asOf: Date }> {
    await this.#advance(true);
    if (!this.#model) throw new AppError('UNAVAILABLE');
    return { model: this.#model, asOf: this.#asOf };
  }

  /** @param after cursor of the last frame read, or null for a snapshot. @throws AppError BAD_CURSOR, CURSOR_TOO_OLD */
  async subscribe(question: LiveQuestion, after: string | null): Promise<LiveQueue> {
    const cursor = after === null ? null : readCursor(this.#community.id, after);
    const { model } = await this.current();
    if (cursor && (cursor.seq > model.seq || model.seq - cursor.seq > REPLAY_LIMIT))
      throw new AppError('CURSOR_TOO_OLD', {}, 'after');
    const key = questionKey(question);
    const group = this.#groups.get(key) ?? new LiveGroup(question);
    // Read before joining, then join and fill in one step: nothing can fall between.
    const missed = cursor ? await this.#missed(cursor.seq) : [];
    this.#groups.set(key, group);
    const queue = new LiveQueue(() => this.#leave(key, group, queue));
    const now = this.#model ?? model;
    if (group.members.size === 0) group.changes(now, this.#asOf, null);
    const cells = group.snapshot(now, this.#asOf);
    const events = missed.filter((event) => event.seq <= now.seq).map((event) => this.#eventView(now, event));
    queue.push(this.#frame(now, group, cursor ? 'CHANGES' : 'SNAPSHOT', cells, events));
    group.members.add(queue);
    this.#timer ??= setInterval(() => void this.#tick(), FRAME_MS);
    return queue;
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    for (const group of this.#groups.values()) for (const member of group.members) member.end();
  }

  async #tick(): Promise<void> {
    try {
      await this.#advance(this.#woken);
      this.#silent = false;
    } catch (error) {
      // The database is away: subscribers hear nothing, and grey out, until it is back.
      this.#woken = true;
      if (!this.#silent) log.warn({ err: error }, 'live: could not follow the log');
      this.#silent = true;
    }
  }

  async #advance(read: boolean): Promise<void> {
    while (this.#running) await this.#running;
    this.#running = this.#step(read).finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async #step(read: boolean): Promise<void> {
    const { database, clock } = this.#deps;
    const asOf = database.settledNow(this.#community.id, clock.now());
    if (asOf < this.#asOf) return;
    const kept = this.#standing(asOf);
    const reloaded = kept === null;
    const model = kept ?? (await this.#load(asOf));
    const touched = new Set<number>();
    const events: LoggedEvent[] = [];
    if (read || reloaded) this.#woken = !(await this.#follow(model, asOf, touched, events));
    for (const index of model.expired(this.#asOf.getTime(), asOf.getTime())) touched.add(index);
    this.#asOf = asOf;
    const edged = this.#passEdges(asOf, model);
    this.#send(model, reloaded || edged ? null : touched, events);
  }

  /** The model, unless it must be drawn anew: the ground changed, or a plan agreed for this midnight comes in force. */
  #standing(asOf: Date): LiveModel | null {
    const next = this.#model?.geography.changesAt ?? Number.POSITIVE_INFINITY;
    return this.#stale || asOf.getTime() >= next ? null : this.#model;
  }

  /** Applies what is committed and not after `asOf`. @returns false when something had to wait for the next frame */
  async #follow(model: LiveModel, asOf: Date, touched: Set<number>, events: LoggedEvent[]): Promise<boolean> {
    try {
      for await (const page of readLog(this.#deps.database, this.#community.id, model.seq)) {
        for (const event of page) {
          if (event.at > asOf.getTime()) return false;
          if (event.kind === 'geography.changed' || event.kind === 'care.changed') this.#stale = true;
          const index = model.apply(event);
          if (index !== null) touched.add(index);
          if (!event.kind.startsWith('plan.')) events.push(event);
        }
      }
    } catch (error) {
      // What the pages before the fault brought is in the model: it must be sent, or subscribers would miss it.
      if (events.length === 0) throw error;
      return false;
    }
    return !this.#stale;
  }

  async #load(asOf: Date): Promise<LiveModel> {
    const { database, normsInForce } = this.#deps;
    const { id, timeZone } = this.#community;
    const [geography, doors, norms] = await Promise.all([
      readCellGeography(database, SYSTEM, id, asOf),
      readDoors(database, id, timeZone, asOf),
      normsInForce(id, asOf),
    ]);
    const model = new LiveModel(geography, doors, norms, timeZone);
    const upTo = this.#model?.seq ?? Number.POSITIVE_INFINITY;
    loading: for await (const page of readLog(database, id, 0)) {
      for (const event of page) {
        // A reload stops where the old model stood: what follows is sent to subscribers as events.
        if (event.seq > upTo || event.at > asOf.getTime()) break loading;
        model.apply(event);
      }
    }
    this.#model = model;
    this.#stale = false;
    return model;
  }

  #send(model: LiveModel, touched: ReadonlySet<number> | null, events: readonly LoggedEvent[]): void {
    const views = events.map((event) => this.#eventView(model, event));
    const beat = performance.now() - this.#lastFrameMs >= HEARTBEAT_MS;
    let sent = false;
    for (const group of this.#groups.values()) {
      const cells = touched === null || touched.size > 0 ? group.changes(model, this.#asOf, touched) : [];
      if (cells.length === 0 && views.length === 0 && !beat) continue;
      const frame = this.#frame(model, group, cells.length + views.length > 0 ? 'CHANGES' : 'HEARTBEAT', cells, views);
      for (const member of group.members) member.push(frame);
      sent = true;
    }
    if (sent || beat) this.#lastFrameMs = performance.now();
  }

  #frame(
    model: LiveModel,
    group: LiveGroup,
    kind: LiveFrame['kind'],
    cells: LiveFrame['cells'],
    events: LiveFrame['events'],
  ): LiveFrame {
    const asOf = this.#asOf;
    return {
      kind,
      cells,
      events,
      asOf,
      cursor: writeCursor(this.#community.id, model.seq, asOf),
      seq: model.seq,
      windowStart: new Date(model.clock.windowStart(group.question.window, asOf.getTime())),
      windowEnd: asOf,
      totals: { ...totalsOf(model, asOf), asOf, seq: model.seq },
      geographyVersion: model.geography.version,
    };
  }

  #eventView(model: LiveModel, event: LoggedEvent): LiveEventView {
    const { id } = this.#community;
    const text = (key: string): string | null => (typeof event.data[key] === 'string' ? event.data[key] : null);
    return {
      ...placeOf(model, event.entranceId),
      seq: event.seq,
      kind: event.kind,
      at: new Date(event.at),
      request: event.requestId && encodeId('ServiceRequest', id, event.requestId),
      entrance: event.entranceId && encodeId('Entrance', id, event.entranceId),
      category: text('category'),
      stage: text('stage'),
      outcome: event.kind === 'visit.recorded' ? text('outcome') : null,
      dueAt: typeof event.data['dueAt'] === 'number' ? new Date(event.data['dueAt']) : null,
    };
  }

  async #missed(afterSeq: number): Promise<LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    for await (const page of readLog(this.#deps.database, this.#community.id, afterSeq))
      events.push(...page.filter(({ kind }) => !kind.startsWith('plan.')));
    return events;
  }

  /** @returns whether a window's start, midnight or the doors' deadline was passed since the last frame */
  #passEdges(asOf: Date, model: LiveModel): boolean {
    const { clock } = model;
    const minute = Math.floor(asOf.getTime() / MINUTE_MS);
    if (minute === this.#minute) return false;
    this.#minute = minute;
    const today = clock.dayOf(asOf.getTime());
    const deadline = asOf.getTime() >= clock.deadline(asOf.getTime(), model.norms.visitDeadlineHour);
    const edges = [...WINDOWS.map((window) => clock.windowStart(window, asOf.getTime())), today, deadline].join('|');
    if (edges === this.#edges) return false;
    this.#edges = edges;
    model.trim(asOf.getTime());
    return true;
  }

  #leave(key: string, group: LiveGroup, queue: LiveQueue): void {
    group.members.delete(queue);
    if (group.members.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
    if (this.#groups.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}

function placeOf(
  model: LiveModel,
  entranceId: string | null,
): Pick<LiveEventView, 'entranceMapId' | 'buildingMapId' | 'gridMapId'> {
  const entrance = model.geography.entrances[model.geography.indexOf.get(entranceId ?? '') ?? -1];
  if (!entrance) return { entranceMapId: null, buildingMapId: null, gridMapId: null };
  return { entranceMapId: entrance.mapId, buildingMapId: entrance.buildingMapId, gridMapId: entrance.gridMapId };
}

/** The strip's six figures: sums over all entrances, in a grid or not. */
export function totalsOf(model: LiveModel, asOf: Date): Totals {
  const { entrances } = model.geography;
  const counts = model.count([...entrances.keys()], asOf.getTime(), asOf.getTime());
  return {
    households: entrances.reduce((sum, entrance) => sum + entrance.households, 0),
    residents: residentsIn(entrances),
    openRequests: counts.openRequests,
    overdueRequests: counts.overdueRequests,
    doorsDue: counts.doorsDue,
    doorsMet: counts.dueMet,
    doorsOverdue: counts.doorsOverdue,
  };
}
