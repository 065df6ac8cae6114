// Owns which orders a firm finished lately, newest first, parted into today and the days before. Pure.
import type { RequestRowFragment } from '#api/gql/graphql';

type Ordered = Pick<RequestRowFragment, 'workOrders'>;

const DAYS = 7;
const DAY_MS = 86_400_000;

/** Epoch ms; null while it is being worked on. */
export function finishedAt({ workOrders }: Ordered): number | null {
  const at = workOrders.at(-1)?.finishedAt;
  return at ? Date.parse(at) : null;
}

/**
 * @param now epoch ms
 * @param sameDay whether two instants lie on one day of the community
 */
export function finishedLately<Row extends Ordered>(
  rows: readonly Row[],
  now: number,
  sameDay: (a: number, b: number) => boolean,
): { readonly today: readonly Row[]; readonly before: readonly Row[] } {
  const lately = rows
    .flatMap((row) => {
      const at = finishedAt(row);
      return at !== null && at > now - DAYS * DAY_MS ? [{ row, at }] : [];
    })
    .toSorted((a, b) => b.at - a.at);
  const ofToday = (wanted: boolean) => lately.flatMap(({ row, at }) => (sameDay(at, now) === wanted ? [row] : []));
  return { today: ofToday(true), before: ofToday(false) };
}
