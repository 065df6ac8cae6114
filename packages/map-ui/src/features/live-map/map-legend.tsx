// Owns the legend of what is on the map: measure, window, denominator, breaks, how many areas; its cells filter the map.
import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { MapView } from '#map/index';
import { BivariateLegend, type LegendEntry, SingleLegend } from '#ui/legend';
import type { BivariateCell, FigureLook } from '#ui/theme';
import { useShownFigures } from '#view/map-port';
import { useShownAreas } from '#view/shown-instant';
import { useView } from '#view/view-state';
import { type Breaks, cellCounts, figureLooks, idsInCell, idsWithLook, stepCounts } from '#view/figure-looks';
import { HeatLegend } from './heat-legend.tsx';
import { LAYER } from './use-figures.ts';

/** Props of `MapLegend`. */
export interface MapLegendProps {
  readonly view: MapView | null;
  readonly breaks: Breaks;
  /** Looks on the map now. */
  readonly looks: RefObject<ReadonlyMap<number, FigureLook>>;
  readonly screen: boolean;
  readonly stale: boolean;
}

export function MapLegend({ view, breaks, looks, screen, stale }: MapLegendProps) {
  const { measure, by, heat } = useView((state) => state);
  const counted = useCounted(breaks);
  const { lines, short, write } = useLines(breaks);
  const { t } = useTranslation();
  const per100 = useView((state) => state.normalise === 'per100');
  const keepCell = useCallback(
    (cell: BivariateCell | null) => view?.brush(LAYER[by], cell ? idsInCell(looks.current, cell) : null),
    [view, by, looks],
  );
  const keepEntry = useCallback(
    (entry: LegendEntry | null) => view?.brush(LAYER[by], entry ? idsWithLook(looks.current, entry) : null),
    [view, by, looks],
  );
  if (heat) return <HeatLegend measure={measure} breaks={breaks} window={short} screen={screen} stale={stale} />;
  if (measure === 'both') {
    const pair = (values: readonly number[]) => [write(values[0] ?? 0), write(values[1] ?? 0)] as const;
    return (
      <BivariateLegend
        counts={cellCounts(counted)}
        requestBreaks={pair(breaks.requests.three)}
        visitBreaks={pair(breaks.visits.three)}
        lines={lines}
        shortLine={short}
        screen={screen}
        stale={stale}
        onFilter={keepCell}
      />
    );
  }
  const titles = per100
    ? { requests: t('legend.requestsAxis'), visits: t('legend.visitsAxis') }
    : { requests: t('legend.countRequests'), visits: t('legend.countVisits') };
  return (
    <SingleLegend
      measure={measure}
      title={titles[measure]}
      breaks={breaks[measure].five.map(write)}
      counts={stepCounts(counted)}
      lines={screen ? [short] : lines}
      screen={screen}
      stale={stale}
      onFilter={keepEntry}
    />
  );
}

/** Looks once more, for the counts in the cells: the map has its own, past React. */
function useCounted(breaks: Breaks): ReadonlyMap<number, FigureLook> {
  const { measure, heat, by } = useView((state) => state);
  const areas = useShownAreas(by);
  return heat ? new Map() : figureLooks(areas, measure, breaks);
}

function useLines(breaks: Breaks) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { window, normalise, time } = useView((state) => state);
  const shownAsOf = useShownFigures((figures) => figures?.asOf ?? null);
  const playsDays = time.kind === 'day' || time.kind === 'range';
  const short = playsDays && shownAsOf !== null ? formats.day(shownAsOf) : t(`legend.window${window}`);
  const day = breaks.day === '' ? '' : formats.day(`${breaks.day}T12:00:00Z`);
  const lines = [
    t(normalise === 'per100' ? 'legend.lineHouseholds' : 'legend.lineCounts', { window: short }),
    t('legend.lineBreaks', { day }),
  ];
  return { lines, short, write: (value: number) => formats.decimal(value) };
}
