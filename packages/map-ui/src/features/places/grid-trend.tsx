// Owns the ninety days of a grid: weeks as points, and the sentence for those who do not see the drawing.
import { useTranslation } from 'react-i18next';
import { useData } from '#api/client';
import { useFormats } from '#i18n/index';
import { TrendChart } from '#ui/chart';
import type { DisplayMode } from '#ui/theme';
import { GRID_TREND } from './place-documents.ts';
import { halves, trendPoints } from './trend-points.ts';

/** Props of `GridTrend`. */
export interface GridTrendProps {
  readonly community: string;
  readonly grid: string;
  readonly households: number;
  readonly asOf: string | null;
  readonly mode: DisplayMode;
  readonly stale: boolean;
}

export function GridTrend({ community, grid, households, asOf, mode, stale }: GridTrendProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useData(GRID_TREND, { community, grid, asOf }, { staleMs: 60_000, keepPrevious: false });
  // A box of the chart's size, so that nothing moves when it comes.
  if (!data) return <div className="qh-grid-trend-wait" />;
  const points = trendPoints(data.trend.weeks, households, formats.day);
  const change = halves(points.map(({ visits }) => visits));
  const summary = change
    ? t('grid.trendChange', { before: formats.decimal(change.before), after: formats.decimal(change.after) })
    : t('grid.trendShort');
  return <TrendChart points={points} summary={summary} period={t('legend.windowD90')} mode={mode} stale={stale} />;
}
