// Owns when a door is due in calendar days of the community, as keys and values for the words. Refuses the device's
// time zone. Pure: now is an argument.
import type { FloorDoor } from './door.types.ts';

const DAY_MS = 86_400_000;

/** Number of the calendar day an instant falls on in a zone; differences are whole days. */
export function dayNumber(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Date.parse(`${parts.format(at)}T00:00:00Z`) / DAY_MS;
}

/** How late or how soon. */
export type DueWords =
  | { readonly kind: 'overdueDays'; readonly days: number }
  | { readonly kind: 'overdueToday'; readonly lateMs: number }
  | { readonly kind: 'dueBy'; readonly at: number }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'due' };

/** Words of a door that is due; without an instant (withheld) only the duty. */
export function dueWords(door: Pick<FloorDoor, 'duty' | 'dueAt'>, now: number, timeZone: string): DueWords {
  if (door.dueAt === null) return { kind: door.duty === 'OVERDUE' ? 'overdue' : 'due' };
  const dueAt = Date.parse(door.dueAt);
  if (door.duty !== 'OVERDUE') return { kind: 'dueBy', at: dueAt };
  const days = dayNumber(now, timeZone) - dayNumber(dueAt, timeZone);
  return days > 0 ? { kind: 'overdueDays', days } : { kind: 'overdueToday', lateMs: Math.max(0, now - dueAt) };
}

/** When a door was last knocked at, as one says it. */
export type KnockDay = 'today' | 'yesterday' | 'earlier';

export function knockDay(at: string, now: number, timeZone: string): KnockDay {
  const days = dayNumber(now, timeZone) - dayNumber(Date.parse(at), timeZone);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : 'earlier';
}
