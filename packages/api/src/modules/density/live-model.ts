// One community's figures in memory: a fold of the event log, asked for any window that ends now.
import type { VisitOutcome } from '#modules/visits';
import type { Norms } from '#modules/geography';
import type { LoggedEvent } from '#platform/events/event';
import type { CellGeography } from './cells.ts';
import { DayClock } from './day-clock.ts';
import { type DoorSeed, LiveDoors } from './live-doors.ts';
import { addCounts, type Counts, noCounts } from './metric.ts';

/** Events older than this can be in no window. */
const KEEP_MS = 92 * 86_400_000;

class EntranceState {
  readonly created: number[] = [];
  readonly closed: number[] = [];
  readonly visits: number[] = [];
  /** Last meeting by household: distinct doors met in a window that ends now are those at or after its start. */
  readonly metAt = new Map<string, number>();
  /** Due instant by open request. */
  readonly open = new Map<string, number>();
  readonly doors = new LiveDoors();
}

export class LiveModel {
  readonly geography: CellGeography;
  readonly norms: Norms;
  readonly clock: DayClock;
  seq = 0;
  readonly #entrances: readonly EntranceState[];
  readonly #entranceOfRequest = new Map<string, number>();

  constructor(geography: CellGeography, doors: readonly DoorSeed[], norms: Norms, zone: string) {
    this.geography = geography;
    this.norms = norms;
    this.clock = new DayClock(zone);
    this.#entrances = geography.entrances.map(() => new EntranceState());
    for (const door of doors) this.#at(door.entranceId)?.doors.add(door);
  }

  /** @returns index of the entrance whose figures may have changed, or null */
  apply(event: LoggedEvent): number | null {
    this.seq = event.seq;
    const index = this.#indexOf(event);
    const entrance = index === undefined ? undefined : this.#entrances[index];
    if (index === undefined || !entrance) return null;
    if (event.kind === 'visit.recorded') this.#applyVisit(entrance, event);
    else this.#applyRequest(entrance, event, index);
    return index;
  }

  /** Sums the entrances of a cell. O(entrances × (log events + doors)). */
  count(entrances: readonly number[], windowStartMs: number, asOfMs: number): Counts {
    const sum = noCounts();
    for (const index of entrances) {
      const entrance = this.#entrances[index];
      if (entrance) addCounts(sum, this.#countOne(entrance, windowStartMs, asOfMs));
    }
    return sum;
  }

  /** Entrances where a clock ran out in (fromMs, toMs]. */
  expired(fromMs: number, toMs: number): number[] {
    const passed: number[] = [];
    this.#entrances.forEach((entrance, index) => {
      for (const due of entrance.open.values()) {
        if (due > fromMs && due <= toMs) {
          passed.push(index);
          break;
        }
      }
    });
    return passed;
  }

  /** Forgets events that no window can hold any more. */
  trim(asOfMs: number): void {
    for (const entrance of this.#entrances) {
      for (const times of [entrance.created, entrance.closed, entrance.visits])
        times.splice(0, lowerBound(times, asOfMs - KEEP_MS));
    }
  }

  #countOne(entrance: EntranceState, windowStartMs: number, asOfMs: number): Counts {
    const counts = noCounts();
    counts.newRequests = entrance.created.length - lowerBound(entrance.created, windowStartMs);
    counts.closedRequests = entrance.closed.length - lowerBound(entrance.closed, windowStartMs);
    counts.visits = entrance.visits.length - lowerBound(entrance.visits, windowStartMs);
    for (const metAt of entrance.metAt.values()) if (metAt >= windowStartMs) counts.doorsMet++;
    counts.openRequests = entrance.open.size;
    for (const due of entrance.open.values()) if (due <= asOfMs) counts.overdueRequests++;
    entrance.doors.count(counts, asOfMs, this.clock, this.norms);
    return counts;
  }

  #applyVisit(entrance: EntranceState, event: LoggedEvent): void {
    const outcome = event.data['outcome'] as VisitOutcome;
    if (outcome !== 'NOT_HOME') insert(entrance.visits, event.at);
    if (!event.householdId) return;
    if (outcome === 'MET' || outcome === 'FOLLOW_UP') {
      entrance.metAt.set(event.householdId, Math.max(event.at, entrance.metAt.get(event.householdId) ?? 0));
    }
    entrance.doors.apply(event.householdId, outcome, this.clock.dayOf(event.at));
  }

  #applyRequest(entrance: EntranceState, event: LoggedEvent, index: number): void {
    const requestId = event.requestId;
    if (!requestId) return;
    const dueAt = Number(event.data['dueAt']);
    if (event.kind === 'request.created') {
      insert(entrance.created, event.at);
      entrance.open.set(requestId, dueAt);
      this.#entranceOfRequest.set(requestId, index);
    } else if (event.kind === 'request.closed') {
      insert(entrance.closed, event.at);
      entrance.open.delete(requestId);
    } else if (event.kind === 'request.reopened' || event.kind === 'request.extended')
      entrance.open.set(requestId, dueAt);
  }

  #indexOf(event: LoggedEvent): number | undefined {
    if (event.entranceId) return this.geography.indexOf.get(event.entranceId);
    return event.requestId ? this.#entranceOfRequest.get(event.requestId) : undefined;
  }

  #at(entranceId: string): EntranceState | undefined {
    return this.#entrances[this.geography.indexOf.get(entranceId) ?? -1];
  }
}

/** First index whose time is at or after `ms`, in an ascending list. */
function lowerBound(times: readonly number[], ms: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Events come nearly in order of time; a late one finds its place. */
function insert(times: number[], ms: number): void {
  if (times.length === 0 || (times.at(-1) as number) <= ms) times.push(ms);
  else times.splice(lowerBound(times, ms), 0, ms);
}
