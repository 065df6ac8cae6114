// The last 90 days played back, a day a frame: each day's flows and that evening's stocks, on the grids as they were then.
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { addDays, type CalendarDay, dayOf, daysBetween, instantAtHour } from '#platform/time/zoned-time';
import { readCellGeography } from './cells.ts';
import { readFigures } from './figures.read.ts';
import type { LiveCell, LiveEventView } from './live-frame.ts';
import { addCounts, type By, figureOf, type Metric, noCounts, type Normalise } from './metric.ts';
import { readDayEvents } from './day-events.read.ts';

const MAX_DAYS = 90;

export interface PlaybackQuestion {
  readonly by: By;
  readonly metrics: readonly Metric[];
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly normalise: Normalise;
}

export interface PlaybackDay {
  readonly day: CalendarDay;
  readonly asOf: Date;
  readonly cells: readonly LiveCell[];
  readonly events: readonly LiveEventView[];
}

export class PlaybackService {
  readonly #database: Database;
  readonly #normsInForce: (communityId: string, at: Date) => Promise<Norms>;

  constructor(database: Database, normsInForce: (communityId: string, at: Date) => Promise<Norms>) {
    this.#database = database;
    this.#normsInForce = normsInForce;
  }

  /** One figure query a day. @throws AppError INVALID_TIME for days that have not begun, a reversed range, or over 90 days */
  async days(access: Access, question: PlaybackQuestion, now: Date): Promise<PlaybackDay[]> {
    const { timeZone } = access.community;
    const length = daysBetween(question.from, question.to) + 1;
    if (length < 1 || length > MAX_DAYS)
      throw new AppError('INVALID_TIME', { value: `${question.from} – ${question.to}` }, 'to');
    if (question.to > dayOf(now, timeZone)) throw new AppError('INVALID_TIME', { value: question.to }, 'to');
    const days: PlaybackDay[] = [];
    for (let index = 0; index < length; index++)
      days.push(await this.#day(access, question, addDays(question.from, index), now));
    return days;
  }

  async #day(
    access: Access,
    { by, metrics, normalise }: PlaybackQuestion,
    day: CalendarDay,
    now: Date,
  ): Promise<PlaybackDay> {
    const { id: communityId, timeZone } = access.community;
    const start = instantAtHour(day, 0, timeZone);
    const evening = new Date(Math.min(now.getTime(), instantAtHour(day, 24, timeZone).getTime() - 1));
    const [geography, norms] = await Promise.all([
      readCellGeography(this.#database, access.scope, communityId, evening),
      this.#normsInForce(communityId, evening),
    ]);
    const rows = await readFigures(this.#database, { communityId, timeZone, norms, windowStart: start, asOf: evening });
    const byEntrance = new Map(rows.map(({ entranceId, ...counts }) => [entranceId, counts]));
    const cells = geography.cells(by).map((cell) => {
      const counts = noCounts();
      for (const index of cell.entrances)
        addCounts(counts, byEntrance.get(geography.entrances[index]?.id ?? '') ?? noCounts());
      return {
        id: cell.id,
        mapId: cell.mapId,
        figures: metrics.map((metric) => figureOf(metric, counts, cell, normalise)),
      };
    });
    return {
      day,
      asOf: evening,
      cells,
      events: await readDayEvents(this.#database, access, geography, start, evening),
    };
  }
}
