// Where the steps of a measure lie: set once a day from the last 90 days, fixed while one looks, so that a calm day looks calm.
import { LRUCache } from 'lru-cache';
import { addDays, dayOf, instantAtHour, type Window } from '#platform/time/zoned-time';
import type { FiguresPlace, FiguresService } from './figures.service.ts';
import { type By, figureOf, type Metric, METRICS, type Normalise } from './metric.ts';
import { quantileBreaks } from './quantile-breaks.ts';

/** Fifteen looks back, six days and five hours apart: all weekdays and hours of the day come up. */
const SAMPLES = 15;
const DAYS_APART = 6;
const HOURS_APART = 5;

export interface MetricBreaks {
  readonly metric: Metric;
  readonly five: readonly number[];
  readonly three: readonly number[];
  readonly day: string;
}

export class BreaksService {
  readonly #figures: FiguresService;
  readonly #kept = new LRUCache<string, Promise<MetricBreaks[]>>({ max: 500 });

  constructor(figures: FiguresService) {
    this.#figures = figures;
  }

  /** All metrics at once: they come from the same samples. Costs 15 figure queries the first time each day. */
  breaks(access: FiguresPlace, by: By, window: Window, normalise: Normalise, now: Date): Promise<MetricBreaks[]> {
    const day = dayOf(now, access.community.timeZone);
    const key = [access.community.id, by, window, normalise, day].join('|');
    const known = this.#kept.get(key);
    if (known) return known;
    const made = this.#measure(access, by, window, normalise, day);
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    return made;
  }

  async #measure(
    access: FiguresPlace,
    by: By,
    window: Window,
    normalise: Normalise,
    day: string,
  ): Promise<MetricBreaks[]> {
    const values = new Map<Metric, number[]>(METRICS.map((metric) => [metric, []]));
    for (let sample = 0; sample < SAMPLES; sample++) {
      const asOf = instantAtHour(
        addDays(day, -sample * DAYS_APART - 1),
        (sample * HOURS_APART + 19) % 24,
        access.community.timeZone,
      );
      const { cells } = await this.#figures.figures(access, { by, window, asOf, validAt: null });
      for (const { cell, counts } of cells) {
        for (const metric of METRICS) {
          const { value } = figureOf(metric, counts, cell, normalise);
          if (value !== null) values.get(metric)?.push(value);
        }
      }
    }
    return METRICS.map((metric) => ({
      metric,
      five: quantileBreaks(values.get(metric) ?? [], 5),
      three: quantileBreaks(values.get(metric) ?? [], 3),
      day,
    }));
  }
}
