// Calendar days, their deadline and window starts of one zone by instant, remembering the last asked: folding a log and five frames a second
// for each of many communities ask for the same ones again and again.
import {
  addDays,
  type CalendarDay,
  dayOf,
  instantAtHour,
  MINUTE_MS,
  startOfDay,
  type Window,
  windowStart,
} from '#platform/time/zoned-time';

export class DayClock {
  readonly zone: string;
  #day: CalendarDay = '';
  #startMs = 0;
  #endMs = 0;
  #deadlineHour = -1;
  #deadlineMs = 0;
  #minute = -1;
  readonly #starts = new Map<Window, number>();

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

  /** When the wall clock shows `hour`:00 on the day of `atMs`. */
  deadline(atMs: number, hour: number): number {
    const day = this.dayOf(atMs);
    if (hour !== this.#deadlineHour) {
      this.#deadlineMs = instantAtHour(day, hour, this.zone).getTime();
      this.#deadlineHour = hour;
    }
    return this.#deadlineMs;
  }

  /** Where the window that ends at `asOfMs` starts: the same for all instants of a minute, the shortest edge there is. */
  windowStart(window: Window, asOfMs: number): number {
    const minute = Math.floor(asOfMs / MINUTE_MS);
    if (minute !== this.#minute) this.#starts.clear();
    this.#minute = minute;
    const known = this.#starts.get(window);
    if (known !== undefined) return known;
    const start = windowStart(window, new Date(asOfMs), this.zone).getTime();
    this.#starts.set(window, start);
    return start;
  }

  #turnTo(atMs: number): void {
    this.#deadlineHour = -1;
    const at = new Date(atMs);
    this.#day = dayOf(at, this.zone);
    this.#startMs = startOfDay(at, this.zone).getTime();
    this.#endMs = instantAtHour(addDays(this.#day, 1), 0, this.zone).getTime();
  }
}
