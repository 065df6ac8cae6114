// Figures for queries: from memory when they stand as of now, from SQL when an instant is named. Both give the same numbers.
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { type Window, windowStart } from '#platform/time/zoned-time';
import { type Cell, type CellGeography, readCellGeography, residentsIn } from './cells.ts';
import { readFigures } from './figures.read.ts';
import type { LiveHub } from './live-hub.ts';
import { totalsOf } from './live-community.ts';
import { addCounts, type By, type Counts, noCounts, type Totals } from './metric.ts';
import { seqAt } from './seq.read.ts';

export interface CellCounts {
  readonly cell: Cell;
  readonly counts: Counts;
}

export interface FiguresAnswer {
  readonly asOf: Date;
  readonly windowStart: Date;
  readonly seq: number;
  readonly geography: CellGeography;
  readonly norms: Norms;
  readonly cells: readonly CellCounts[];
}

export interface FiguresRequest {
  readonly by: By;
  readonly window: Window;
  /** Null: now. */
  readonly asOf: Date | null;
  /** Boundaries of this instant; null: of `asOf`. */
  readonly validAt: Date | null;
}

/** Whose figures, read with which sight: any access, or the server's own. */
export type FiguresPlace = Pick<Access, 'scope' | 'community'>;

export class FiguresService {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #hub: LiveHub;
  readonly #normsInForce: (communityId: string, at: Date) => Promise<Norms>;

  constructor(deps: {
    database: Database;
    clock: Clock;
    hub: LiveHub;
    normsInForce: (communityId: string, at: Date) => Promise<Norms>;
  }) {
    this.#database = deps.database;
    this.#clock = deps.clock;
    this.#hub = deps.hub;
    this.#normsInForce = deps.normsInForce;
  }

  /** @throws AppError INVALID_TIME for an instant that has not come yet */
  async figures(access: FiguresPlace, request: FiguresRequest): Promise<FiguresAnswer> {
    if (request.asOf === null && request.validAt === null) return this.#now(access, request);
    const asOf = request.asOf ?? this.#clock.now();
    this.refuseFuture(asOf);
    await this.#database.settled(access.community.id, asOf);
    const [geography, norms] = await Promise.all([
      readCellGeography(this.#database, access.scope, access.community.id, request.validAt ?? asOf),
      this.#normsInForce(access.community.id, asOf),
    ]);
    const start = windowStart(request.window, asOf, access.community.timeZone);
    const rows = await readFigures(this.#database, {
      communityId: access.community.id,
      timeZone: access.community.timeZone,
      norms,
      windowStart: start,
      asOf,
    });
    const byEntrance = new Map(rows.map((row) => [row.entranceId, row]));
    const cells = geography.cells(request.by).map((cell) => {
      const counts = noCounts();
      for (const index of cell.entrances) {
        const { entranceId: _id, ...row } = byEntrance.get(geography.entrances[index]?.id ?? '') ?? {
          entranceId: '',
          ...noCounts(),
        };
        addCounts(counts, row);
      }
      return { cell, counts };
    });
    return {
      asOf,
      windowStart: start,
      seq: await seqAt(this.#database, access.community.id, asOf),
      geography,
      norms,
      cells,
    };
  }

  async totals(access: Access, asOf: Date | null): Promise<Totals & { asOf: Date; seq: number }> {
    if (asOf === null) {
      const { model, asOf: now } = await this.#hub.current(access.community.id);
      return { ...totalsOf(model, now), asOf: now, seq: model.seq };
    }
    const answer = await this.figures(access, { by: 'ENTRANCE', window: 'H1', asOf, validAt: null });
    const sum = noCounts();
    for (const { counts } of answer.cells) addCounts(sum, counts);
    const { entrances } = answer.geography;
    return {
      households: entrances.reduce((total, entrance) => total + entrance.households, 0),
      residents: residentsIn(entrances),
      openRequests: sum.openRequests,
      overdueRequests: sum.overdueRequests,
      doorsDue: sum.doorsDue,
      doorsMet: sum.dueMet,
      doorsOverdue: sum.doorsOverdue,
      asOf: answer.asOf,
      seq: answer.seq,
    };
  }

  /** @throws AppError INVALID_TIME */
  refuseFuture(asOf: Date): void {
    if (asOf.getTime() > this.#clock.now().getTime())
      throw new AppError('INVALID_TIME', { value: asOf.toISOString() }, 'asOf');
  }

  async #now(access: FiguresPlace, { by, window }: FiguresRequest): Promise<FiguresAnswer> {
    const { model, asOf } = await this.#hub.current(access.community.id);
    const start = windowStart(window, asOf, access.community.timeZone);
    const cells = model.geography
      .cells(by)
      .map((cell) => ({ cell, counts: model.count(cell.entrances, start.getTime(), asOf.getTime()) }));
    return { asOf, windowStart: start, seq: model.seq, geography: model.geography, norms: model.norms, cells };
  }
}
