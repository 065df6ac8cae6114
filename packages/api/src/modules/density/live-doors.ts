// Doors with a care level, folded from visits: what is due, met and overdue now. The rule is visit-cadence.ts.
import { dueDay, type VisitOutcome } from '#modules/visits';
import type { CareLevel, Norms } from '#modules/geography';
import type { CalendarDay } from '#platform/time/zoned-time';
import type { Counts } from './metric.ts';
import type { DayClock } from './day-clock.ts';

export interface DoorSeed {
  readonly householdId: string;
  readonly entranceId: string;
  readonly level: CareLevel;
  readonly beganOn: CalendarDay;
}

interface Door {
  readonly level: CareLevel;
  readonly beganOn: CalendarDay;
  /** Day of the last meeting before the day of `lastMetOn`, so that today's meeting can be told from earlier ones. */
  metBefore: CalendarDay | null;
  lastMetOn: CalendarDay | null;
  movedOn: CalendarDay | null;
}

/** The doors of one entrance. */
export class LiveDoors {
  readonly #doors = new Map<string, Door>();

  add(seed: DoorSeed): void {
    this.#doors.set(seed.householdId, {
      level: seed.level,
      beganOn: seed.beganOn,
      metBefore: null,
      lastMetOn: null,
      movedOn: null,
    });
  }

  apply(householdId: string, outcome: VisitOutcome, day: CalendarDay): void {
    const door = this.#doors.get(householdId);
    if (!door) return;
    if (outcome === 'MOVED_AWAY') door.movedOn = later(door.movedOn, day);
    if (outcome !== 'MET' && outcome !== 'FOLLOW_UP') return;
    if (door.lastMetOn === null || day > door.lastMetOn) {
      door.metBefore = door.lastMetOn;
      door.lastMetOn = day;
    } else if (day < door.lastMetOn) door.metBefore = later(door.metBefore, day);
  }

  /** Adds due, met and overdue doors as of `atMs`. O(doors of the entrance). */
  count(counts: Counts, atMs: number, clock: DayClock, norms: Norms): void {
    const today = clock.dayOf(atMs);
    const deadlinePassed = atMs >= clock.deadline(atMs, norms.visitDeadlineHour);
    for (const door of this.#doors.values()) {
      const due = dueOn(door, today, norms);
      if (due === null || due > today) continue;
      counts.doorsDue++;
      if (door.lastMetOn === today) counts.dueMet++;
      else if (door.movedOn !== today && (due < today || deadlinePassed)) counts.doorsOverdue++;
    }
  }
}

/** The day the door was due as today began; null before its level began, or once its household had left for good. */
function dueOn(door: Door, today: CalendarDay, norms: Norms): CalendarDay | null {
  if (door.beganOn > today) return null;
  const metEarlier = door.lastMetOn === today ? door.metBefore : door.lastMetOn;
  const movedEarlier =
    door.movedOn !== null && door.movedOn < today && door.movedOn >= door.beganOn ? door.movedOn : null;
  if (movedEarlier !== null && movedEarlier >= (metEarlier ?? '')) return null;
  return dueDay(door.level, door.beganOn, metEarlier, norms);
}

function later(a: CalendarDay | null, b: CalendarDay): CalendarDay {
  return a !== null && a > b ? a : b;
}
