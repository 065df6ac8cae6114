// What the map says about one grid: its figures, its trend and its sentence.
import type { Access } from '#modules/access';
import { gridSentence } from '#modules/visits';
import type { Language } from '@qinghe/schema';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { Window } from '#platform/time/zoned-time';
import type { CellCounts, FiguresAnswer, FiguresService } from './figures.service.ts';
import { type Figure, figureOf, METRICS, type Normalise } from './metric.ts';
import { readTrend } from './trend.read.ts';

const MAX_TREND_DAYS = 90;

export class GridFiguresService {
  readonly #database: Database;
  readonly #figures: FiguresService;
  /** The fields of one answer ask for the same cells: a moment's memory spares fourteen of fifteen computations. */
  readonly #asked = new Map<string, Promise<FiguresAnswer>>();

  constructor(database: Database, figures: FiguresService) {
    this.#database = database;
    this.#figures = figures;
  }

  /** @throws AppError NOT_FOUND for a grid that is not in force */
  async figures(
    access: Access,
    gridId: string,
    question: { window: Window; normalise: Normalise; asOf: Date | null },
  ): Promise<Figure[]> {
    const { cell, counts } = await this.#cell(access, gridId, question.window, question.asOf);
    return METRICS.map((metric) => figureOf(metric, counts, cell, question.normalise));
  }

  /** Today's doors and the requests of the last 24 hours. */
  async sentence(access: Access, gridId: string, asOf: Date | null, language: Language): Promise<string> {
    const { cell, counts } = await this.#cell(access, gridId, 'H24', asOf);
    return gridSentence(
      {
        gridNumber: cell.gridNumber ?? 0,
        doorsDue: counts.doorsDue,
        doorsMet: counts.dueMet,
        doorsOverdue: counts.doorsOverdue,
        requests: Math.max(counts.newRequests, counts.openRequests),
        requestsOpen: counts.openRequests,
        requestsOverdue: counts.overdueRequests,
      },
      language === 'EN' ? 'en' : 'zh',
    );
  }

  trend(access: Access, gridId: string | null, days: number, asOf: Date) {
    if (!Number.isInteger(days) || days < 1 || days > MAX_TREND_DAYS) throw new AppError('BAD_USER_INPUT', {}, 'days');
    this.#figures.refuseFuture(asOf);
    return readTrend(this.#database, access, gridId, days, asOf);
  }

  async #cell(access: Access, gridId: string, window: Window, asOf: Date | null): Promise<CellCounts> {
    const key = [access.community.id, window, asOf?.getTime() ?? 'now'].join('|');
    const asked = this.#asked.get(key) ?? this.#figures.figures(access, { by: 'GRID', window, asOf, validAt: null });
    if (!this.#asked.has(key)) {
      this.#asked.set(key, asked);
      void asked.catch(() => undefined).finally(() => setTimeout(() => this.#asked.delete(key), 50).unref());
    }
    const found = (await asked).cells.find((each) => each.cell.id === gridId);
    if (!found) throw new AppError('NOT_FOUND', {}, 'grid');
    return found;
  }
}
