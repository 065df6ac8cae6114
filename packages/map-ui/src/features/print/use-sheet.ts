// Owns what the sheet shows: the view's figures, asked for one instant and never live, so that paper and its link agree.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useCommunityName } from '#api/community-name';
import { useLive } from '#api/live-store';
import { type FiguresOfInstant, useFiguresAt, usePastDays } from '#api/past-figures';
import { serverNow } from '#api/server-clock';
import { useFormats } from '#i18n/index';
import { useGeometry } from '#map/index';
import { figureLooks } from '#view/figure-looks';
import { BY, countedBy, normaliseOf } from '#view/live-question';
import { useBreaks } from '#view/use-breaks';
import { useView, type View, viewHref, type ViewTime } from '#view/view-state';
import { breaksOfLength, scaledBreaks, sumOfDays } from './range-figures.ts';
import type { Sheet } from './sheet.types.ts';

/** The instant or the days a sheet is of: a sheet stands still. */
export type SheetTime = Exclude<ViewTime, { kind: 'live' }>;

/** Instant without parts of a second, so that the link is short. */
function wholeSecond(instantMs: number): string {
  return new Date(Math.floor(instantMs / 1000) * 1000).toISOString().replace('.000', '');
}

/** What a view prints: of now, this instant, kept while the panel is open; of a range, the whole range. */
export function useSheetTime(): SheetTime {
  const time = useView((view) => view.time);
  const known = useLive(({ asOf }) => asOf);
  const [now] = useState(() => wholeSecond(known === null ? serverNow() : Date.parse(known)));
  return time.kind === 'live' ? { kind: 'at', instant: now } : time;
}

/** The sheet; null while anything of it is on its way. */
export function useSheet(
  community: Community,
  time: SheetTime,
): { readonly sheet: Sheet | null; readonly error: Error | null } {
  const { t } = useTranslation();
  const title = useCommunityName(community);
  const formats = useFormats();
  const view = useView((state) => state);
  // A kernel density has no vector form: its sheet shows the entrances it is drawn from.
  const { measure, heat } = view;
  const by = countedBy(view);
  const normalise = normaliseOf(view);
  const { figures, error } = useFigures(community.code, { ...view, by }, time);
  // Days are counted by the grids of those days: the sheet draws the same.
  const validAt = view.grids === 'then' || time.kind !== 'at' ? (figures?.asOf ?? null) : null;
  const { geometry, error: geometryError } = useGeometry(community.code, validAt);
  const span = useMemo(() => spanOf(time), [time]);
  const { window, factor } = span ? breaksOfLength(span.days) : { window: view.window, factor: 1 };
  const known = useBreaks(community.code, BY[by], window, normalise);
  const breaks = useMemo(() => known && scaledBreaks(known, factor), [known, factor]);
  const link = `${location.origin}${viewHref({ time, panel: 'attention', select: null, community: community.code })}`;
  const sheet = useMemo((): Sheet | null => {
    if (!figures || !geometry || !breaks) return null;
    return {
      title,
      synthetic: community.synthetic,
      attribution: community.attribution ?? null,
      geometry,
      scheme: measure,
      by,
      per100: normalise === 'PER_100_HOUSEHOLDS',
      areas: figures.areas,
      looks: figureLooks(figures.areas, measure, breaks),
      breaks,
      asOf: figures.asOf,
      windowText: span
        ? spanText(span, (date) => formats.day(`${date}T12:00:00Z`), t('time.days', { count: span.days }))
        : t(`legend.window${view.window}`),
      notes: [
        ...(heat ? [t('print.heatNote')] : []),
        ...(factor === 1 || !span ? [] : [t('print.breaksScaled', { days: span.days })]),
      ],
      link,
    };
  }, [
    figures,
    geometry,
    breaks,
    community,
    measure,
    by,
    normalise,
    span,
    factor,
    heat,
    formats,
    t,
    title,
    view.window,
    link,
  ]);
  return { sheet, error: error ?? geometryError };
}

function useFigures(
  community: string,
  view: View,
  time: SheetTime,
): { readonly figures: FiguresOfInstant | null; readonly error: Error | null } {
  const question = { community, by: BY[view.by], normalise: normaliseOf(view) };
  const asOf = time.kind === 'at' ? time.instant : '';
  const validAt = view.grids === 'then' ? asOf : null;
  const atInstant = useFiguresAt({ ...question, window: view.window, asOf, validAt }, time.kind === 'at');
  const span = useMemo(() => spanOf(time), [time]);
  const ofDays = usePastDays(
    { ...question, metrics: ['NEW_REQUESTS', 'VISITS'] },
    { from: span?.from ?? '', to: span?.to ?? '' },
    { enabled: span !== null, lastDayEnded: false },
  );
  const { days } = ofDays;
  const per100 = question.normalise === 'PER_100_HOUSEHOLDS';
  const figures = useMemo(() => {
    const [first, last] = [days?.[0], days?.at(-1)];
    if (!days || !first || !last) return null;
    return { asOf: last.asOf, windowStart: first.asOf, windowEnd: last.asOf, areas: sumOfDays(days, per100) };
  }, [days, per100]);
  return time.kind === 'at' ? atInstant : { figures, error: ofDays.error };
}

/** First and last day, and how many; null for an instant. */
interface Span {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

const DAY_MS = 86_400_000;

function spanOf(time: SheetTime): Span | null {
  if (time.kind === 'at') return null;
  const [from, to] = time.kind === 'day' ? [time.date, time.date] : [time.from, time.to];
  return { from, to, days: Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1 };
}

/** "7月7日", "7月1日–7月7日 · 7天". */
function spanText({ from, to, days }: Span, dayText: (date: string) => string, lengthText: string): string {
  return days === 1 ? dayText(to) : `${dayText(from)}–${dayText(to)} · ${lengthText}`;
}
