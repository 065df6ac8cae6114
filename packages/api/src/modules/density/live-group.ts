// Equal subscriptions of one community: what was last sent for each cell, and who listens.
import type { LiveCell, LiveQuestion } from './live-frame.ts';
import type { LiveModel } from './live-model.ts';
import type { LiveQueue } from './live-queue.ts';
import { figureOf } from './metric.ts';

export class LiveGroup {
  readonly question: LiveQuestion;
  readonly members = new Set<LiveQueue>();
  #sent = new Map<number, string>();
  #cellsOfEntrance: number[][] = [];
  #model: LiveModel | null = null;

  constructor(question: LiveQuestion) {
    this.question = question;
  }

  /** Every cell, for a newcomer. Leaves what members were sent untouched. */
  snapshot(model: LiveModel, asOf: Date): LiveCell[] {
    const start = model.clock.windowStart(this.question.window, asOf.getTime());
    return model.geography
      .cells(this.question.by)
      .map((_cell, index) => this.#cell(model, index, start, asOf.getTime()));
  }

  /**
   * Cells whose figures differ from what was last sent.
   * @param entrances those touched since, or null to look at every cell
   */
  changes(model: LiveModel, asOf: Date, entrances: ReadonlySet<number> | null): LiveCell[] {
    if (model !== this.#model) this.#adopt(model);
    const start = model.clock.windowStart(this.question.window, asOf.getTime());
    const cells = entrances ? this.#touched(entrances) : model.geography.cells(this.question.by).keys();
    const changed: LiveCell[] = [];
    for (const index of cells) {
      const cell = this.#cell(model, index, start, asOf.getTime());
      const text = JSON.stringify(cell.figures);
      if (this.#sent.get(cell.mapId) === text) continue;
      this.#sent.set(cell.mapId, text);
      changed.push(cell);
    }
    return changed;
  }

  #adopt(model: LiveModel): void {
    this.#model = model;
    this.#sent = new Map();
    this.#cellsOfEntrance = model.geography.entrances.map(() => []);
    model.geography.cells(this.question.by).forEach((cell, index) => {
      for (const entrance of cell.entrances) this.#cellsOfEntrance[entrance]?.push(index);
    });
  }

  #touched(entrances: ReadonlySet<number>): Set<number> {
    const cells = new Set<number>();
    for (const entrance of entrances) for (const cell of this.#cellsOfEntrance[entrance] ?? []) cells.add(cell);
    return cells;
  }

  #cell(model: LiveModel, index: number, startMs: number, asOfMs: number): LiveCell {
    const { by, metrics, normalise } = this.question;
    const cell = model.geography.cells(by)[index];
    if (!cell) throw new RangeError(`no cell ${index}`);
    const counts = model.count(cell.entrances, startMs, asOfMs);
    return {
      id: cell.id,
      mapId: cell.mapId,
      figures: metrics.map((metric) => figureOf(metric, counts, cell, normalise)),
    };
  }
}
