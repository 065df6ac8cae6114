// Owns what the sheet shows: the view's figures, asked for one instant and never live, so that paper and its link agree.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useLive } from '#api/live-store';
import { type FiguresOfInstant, useFiguresAt, usePastDays } from '#api/past-figures';
import { serverNow } from '#api/server-clock';
import { useFormats } from '#i18n/index';
import { useGeometry } from '#map/index';
import { figureLooks } from '#view/figure-looks';
import { BY, normaliseOf } from '#view/live-question';
import { useBreaks } from '#view/use-breaks';
import { useView, type View, viewHref, type ViewTime } from '#view/view-state';
import type { Sheet } from './sheet.types.ts';

/** The instant or the day a sheet is of: a sheet stands still. */
export type SheetTime = Extract<ViewTime, { kind: 'at' | 'day' }>;

/** Instant without parts of a second, so that the link is short. */
function wholeSecond(instantMs: number): string {
  return new Date(Math.floor(instantMs / 1000) * 1000).toISOString().replace('.000', '');
}

/** What a view prints: of now, this instant, kept while the panel is open; of a range, its last day. */
export function useSheetTime(): SheetTime {
  const time = useView((view) => view.time);
  const known = useLive(({ asOf }) => asOf);
  const [now] = useState(() => wholeSecond(known === null ? serverNow() : Date.parse(known)));
  if (time.kind === 'live') return { kind: 'at', instant: now };
  return time.kind === 'range' ? { kind: 'day', date: time.to } : time;
}

/** The sheet; null while anything of it is on its way. */
export function useSheet(
  community: Community,
  time: SheetTime,
): { readonly sheet: Sheet | null; readonly error: Error | null } {
  const { t, i18n } = useTranslation();
  const formats = useFormats();
  const view = useView((state) => state);
  // A kernel density has no vector form: its sheet shows the requests of entrances it is drawn from.
  const heat = view.measure === 'heat';
  const [measure, by] = heat ? (['requests', 'entrance'] as const) : ([view.measure, view.by] as const);
  const normalise = normaliseOf(view);
  const { figures, error } = useFigures(community.code, { ...view, by }, time);
  const validAt = view.grids === 'then' ? (figures?.asOf ?? null) : null;
  const { geometry, error: geometryError } = useGeometry(community.code, null, validAt);
  const breaks = useBreaks(community.code, BY[by], time.kind === 'day' ? 'H24' : view.window, normalise);
  const link = `${location.origin}${viewHref({ time, panel: 'attention', select: null, community: community.code })}`;
  const sheet = useMemo((): Sheet | null => {
    if (!figures || !geometry || !breaks) return null;
    return {
      title: i18n.language === 'en' && community.nameEn ? community.nameEn : community.name,
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
      windowText: time.kind === 'day' ? formats.day(figures.asOf) : t(`legend.window${view.window}`),
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
    time.kind,
    formats,
    t,
    i18n.language,
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
  const date = time.kind === 'day' ? time.date : '';
  const ofDay = usePastDays(
    { ...question, metrics: ['NEW_REQUESTS', 'VISITS'] },
    { from: date, to: date },
    { enabled: time.kind === 'day', lastDayEnded: false },
  );
  const day = ofDay.days?.[0];
  const dayFigures = useMemo(
    () =>
      day
        ? {
            asOf: day.asOf,
            windowStart: day.asOf,
            windowEnd: day.asOf,
            areas: new Map(day.cells.map((cell) => [cell.mapId, cell])),
          }
        : null,
    [day],
  );
  return time.kind === 'at' ? atInstant : { figures: dayFigures, error: ofDay.error };
}
