// Calendar days of one zone by instant, remembering the last day asked: folding a log asks for the same day again and again.
import { addDays, type CalendarDay, dayOf, instantAtHour, startOfDay } from '#platform/time/zoned-time';

export class DayClock {
  readonly zone: string;
  #day: CalendarDay = '';
  #startMs = 0;
  #endMs = 0;

  constructor(zone: string) {
    this.zone = zone;
  }

  dayOf(atMs: number): CalendarDay {
    if (atMs < this.#startMs || atMs >= this.#endMs) this.#turnTo(atMs);
    return this.#day;
  }

  /** Midnight that begins the day of `atMs`. */
  midnight(atMs: number): number {
    this.dayOf(atMs);
    return this.#startMs;
  }

  #turnTo(atMs: number): void {
    const at = new Date(atMs);
    this.#day = dayOf(at, this.zone);
    this.#startMs = startOfDay(at, this.zone).getTime();
    this.#endMs = instantAtHour(addDays(this.#day, 1), 0, this.zone).getTime();
  }
}
