// Owns the community's calendar day of an instant. Pure.

/** `YYYY-MM-DD` of an instant (epoch milliseconds) in a zone (IANA). */
export function dayOf(instantMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instantMs,
  );
}

const DAY_MS = 86_400_000;

/** The day after, by the calendar: a day of 23 hours has one too. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
