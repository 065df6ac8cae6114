// 需要处理: overdue requests, dispatches nobody took, doors not met, and the grids with many requests and few visits.
import type { Language } from '@qinghe/schema';
import type { Access } from '#modules/access';
import { type CategoryCode, categoryNorm, type Norms, placeName } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { dayOf, instantAtHour, startOfDay } from '#platform/time/zoned-time';
import { readWaitingDoors, readWaitingRequests, type WaitingDoors, type WaitingRequest } from './attention.read.ts';
import { gridName, say } from './attention.texts.ts';
import type { BreaksService } from './breaks.service.ts';
import { type CellGeography, type EntranceUnit, readCellGeography } from './cells.ts';
import type { FiguresService } from './figures.service.ts';
import { figureOf } from './metric.ts';
import type { PlacesFace, RequestsFace } from './neighbours.ts';

/** Daily doors are shown before their deadline only when the evening comes. */
const DOORS_SHOWN_HOURS_BEFORE = 3;

export interface AttentionItem {
  readonly id: string;
  readonly kind: 'REQUEST_OVERDUE' | 'DISPATCH_NOT_ACCEPTED' | 'REQUEST_OPEN' | 'DOOR_OVERDUE' | 'DOOR_DUE' | 'CORNER';
  readonly title: string;
  readonly detail: string;
  readonly since: Date;
  readonly dueAt: Date | null;
  readonly overdue: boolean;
  readonly request: object | null;
  readonly entrance: object | null;
  readonly grid: object | null;
  readonly count: number | null;
  readonly action: string;
}

export interface AttentionDeps {
  readonly database: Database;
  readonly figures: FiguresService;
  readonly breaks: BreaksService;
  readonly requests: RequestsFace;
  readonly places: PlacesFace;
}

interface Scene {
  readonly access: Access;
  readonly asOf: Date;
  readonly now: Date;
  readonly language: Language;
  readonly norms: Norms;
  readonly geography: CellGeography;
}

export class AttentionService {
  readonly #deps: AttentionDeps;

  constructor(deps: AttentionDeps) {
    this.#deps = deps;
  }

  /**
   * Most pressing first: what is late by how long, then what runs out soonest, then the corners.
   *
   * @param now whose day's breaks tell the corners, as on the map: a past is classed by the steps one looks with
   */
  async attention(
    access: Access,
    { asOf, now }: { readonly asOf: Date; readonly now: Date },
    language: Language,
  ): Promise<{ asOf: Date; items: AttentionItem[] }> {
    this.#deps.figures.refuseFuture(asOf);
    const [norms, geography] = await Promise.all([
      this.#deps.places.normsInForce(access.scope, access.community.id, asOf),
      readCellGeography(this.#deps.database, access.scope, access.community.id, asOf),
    ]);
    const scene: Scene = { access, asOf, now, language, norms, geography };
    const groups = await Promise.all([this.#requests(scene), this.#doors(scene), this.#corners(scene)]);
    return { asOf, items: groups.flat().toSorted(byUrgency) };
  }

  async #requests(scene: Scene): Promise<AttentionItem[]> {
    const waiting = (await readWaitingRequests(this.#deps.database, scene.access, scene.asOf)).filter((row) =>
      needsSomeone(row, scene.asOf.getTime()),
    );
    const caller = { access: scene.access, language: scene.language, now: scene.asOf };
    const seen = await this.#deps.requests.requestsByIds(
      caller,
      waiting.map((row) => row.id),
    );
    const views = new Map(seen.map((view) => [view.requestId, view]));
    const names = await this.#deps.places.names(scene.access, {
      people: waiting.flatMap((row) => row.responsibleId ?? []),
      organizations: waiting.flatMap((row) => row.organizationId ?? []),
    });
    return waiting.flatMap((row) => {
      const view = views.get(row.id);
      // Not this viewer's to see, e.g. another firm's order.
      return view ? [requestItem(scene, row, view, names)] : [];
    });
  }

  async #doors(scene: Scene): Promise<AttentionItem[]> {
    const { norms, asOf, access } = scene;
    const deadline = instantAtHour(
      dayOf(asOf, access.community.timeZone),
      norms.visitDeadlineHour,
      access.community.timeZone,
    );
    if (asOf.getTime() < deadline.getTime() - DOORS_SHOWN_HOURS_BEFORE * 3_600_000) return [];
    const rows = await readWaitingDoors(this.#deps.database, access, asOf, norms);
    const entrances = await this.#deps.places.entrances(
      access,
      rows.map((row) => row.entranceId),
    );
    return rows.flatMap((row) => {
      const unit = scene.geography.entrances[scene.geography.indexOf.get(row.entranceId) ?? -1];
      return unit ? [doorItem(scene, row, unit, entrances.get(row.entranceId) ?? null)] : [];
    });
  }

  /** Grids in the corner of the 3×3: requests in the upper third, visits in the lower, over seven days. */
  async #corners(scene: Scene): Promise<AttentionItem[]> {
    const { access, asOf, now, language } = scene;
    const [week, breaks] = await Promise.all([
      this.#deps.figures.figures(access, { by: 'GRID', window: 'D7', asOf, validAt: null }),
      this.#deps.breaks.breaks(access, 'GRID', 'D7', 'PER_100_HOUSEHOLDS', now),
    ]);
    const upper = breaks.find((each) => each.metric === 'NEW_REQUESTS')?.three[1] ?? Number.POSITIVE_INFINITY;
    const lower = breaks.find((each) => each.metric === 'VISITS')?.three[0] ?? 0;
    const corners = week.cells.flatMap(({ cell, counts }) => {
      const requests = figureOf('NEW_REQUESTS', counts, cell, 'PER_100_HOUSEHOLDS').value ?? 0;
      const visits = figureOf('VISITS', counts, cell, 'PER_100_HOUSEHOLDS').value ?? 0;
      return requests >= upper && visits < lower ? [{ cell, requests, visits }] : [];
    });
    const grids = await this.#deps.places.grids(
      access,
      corners.map(({ cell }) => cell.id),
      asOf,
    );
    return corners.map(({ cell, requests, visits }) => ({
      id: `corner:${cell.id}`,
      kind: 'CORNER' as const,
      title: say('cornerTitle', language, { grid: gridName(cell.gridNumber, language) }),
      detail: say('cornerDetail', language, { requests: requests.toFixed(1), visits: visits.toFixed(0) }),
      since: startOfDay(asOf, access.community.timeZone),
      dueAt: null,
      overdue: false,
      request: null,
      entrance: null,
      grid: grids.get(cell.id) ?? null,
      count: null,
      action: 'PLAN_VISITS',
    }));
  }
}

/** Late, sent and not taken, or new and not answered. The rest is in good hands. */
function needsSomeone(row: WaitingRequest, atMs: number): boolean {
  return row.dueAt <= atMs || row.answerDueAt !== null || row.stage === 'REPORTED';
}

/** What is wrong with a waiting request, and what comes next. */
function stateOf(row: WaitingRequest, atMs: number) {
  if (row.dueAt <= atMs)
    return { kind: 'REQUEST_OVERDUE', dueAt: row.dueAt, overdue: true, words: 'overdue', action: 'REMIND' } as const;
  if (row.answerDueAt !== null) {
    const overdue = row.answerDueAt <= atMs;
    const kind = overdue ? 'DISPATCH_NOT_ACCEPTED' : 'REQUEST_OPEN';
    return {
      kind,
      dueAt: row.answerDueAt,
      overdue,
      words: 'notAccepted',
      action: overdue ? 'REDISPATCH' : 'OPEN',
    } as const;
  }
  return {
    kind: 'REQUEST_OPEN',
    dueAt: row.respondDueAt ?? row.dueAt,
    overdue: false,
    words: 'respondLeft',
    action: 'DISPATCH',
  } as const;
}

function requestItem(
  scene: Scene,
  row: WaitingRequest,
  view: object,
  names: ReadonlyMap<string, string>,
): AttentionItem {
  const { asOf, language, access } = scene;
  const unit = scene.geography.entrances[scene.geography.indexOf.get(row.entranceId) ?? -1];
  const { words, dueAt, ...state } = stateOf(row, asOf.getTime());
  const category = categoryNorm(scene.norms, row.category as CategoryCode);
  const text = say(words, language, {
    grid: gridName(unit?.gridNumber ?? null, language),
    organization: names.get(row.organizationId ?? '') ?? '',
  });
  const name = access.actor.screen ? undefined : names.get(row.responsibleId ?? '');
  return {
    ...state,
    id: `request:${row.id}`,
    title: say('requestTitle', language, {
      place: placeName(unit ? shownPlace(unit, access) : '', language),
      category: language === 'EN' ? category.en : category.zh,
    }),
    detail: name ? say(row.offDuty ? 'responsibleOff' : 'responsible', language, { text, name }) : text,
    since: new Date(row.createdAt),
    dueAt: new Date(dueAt),
    request: view,
    entrance: null,
    grid: null,
    count: null,
  };
}

function doorItem(scene: Scene, row: WaitingDoors, unit: EntranceUnit, entrance: object | null): AttentionItem {
  const { language, norms, access } = scene;
  const late = row.overdue > 0;
  const grid = gridName(unit.gridNumber, language);
  return {
    id: `doors:${row.buildingId}`,
    kind: late ? 'DOOR_OVERDUE' : 'DOOR_DUE',
    // A hall is not told of care levels.
    title: say(access.actor.screen ? 'doorsWaiting' : 'doorsDue', language, {
      place: placeName(unit.buildingName, language),
      count: row.due,
    }),
    detail: say(late ? 'doorsLate' : 'doorsBy', language, {
      grid,
      hour: norms.visitDeadlineHour,
      overdue: row.overdue,
    }),
    since: startOfDay(scene.asOf, access.community.timeZone),
    dueAt: instantAtHour(row.dueOn, norms.visitDeadlineHour, access.community.timeZone),
    overdue: late,
    request: null,
    entrance,
    grid: null,
    count: row.due,
    action: 'OPEN_FLOORS',
  };
}

/** A big screen names the building only. */
function shownPlace(unit: EntranceUnit, access: Access): string {
  return access.actor.screen ? unit.buildingName : unit.name;
}

function byUrgency(a: AttentionItem, b: AttentionItem): number {
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1;
  const at = (item: AttentionItem): number => item.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return at(a) - at(b);
}
