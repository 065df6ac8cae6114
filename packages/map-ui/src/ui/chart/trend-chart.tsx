// Owns the trend of 90 days as a figure: key, drawing, and a sentence for those who do not see it.
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisplayMode } from '../../theme/tokens.ts';
import type { TrendPoint } from './trend-options.ts';
import './chart.css';

const TrendDrawing = lazy(async () => ({ default: (await import('./trend-drawing.tsx')).TrendDrawing }));

/** Props of `TrendChart`. */
export interface TrendChartProps {
  readonly points: readonly TrendPoint[];
  /** The trend in one sentence. */
  readonly summary: string;
  /** At the right of the key, e.g. "近90天". */
  readonly period: string;
  readonly mode: DisplayMode;
  readonly stale?: boolean;
}

export function TrendChart({ points, summary, period, mode, stale = false }: TrendChartProps) {
  const { t } = useTranslation();
  return (
    <figure className="qh-trend" data-stale={stale} role="img" aria-label={`${t('legend.trend')}: ${summary}`}>
      <figcaption className="qh-trend-key" aria-hidden="true">
        <span className="qh-trend-visits">{t('legend.trendVisits')}</span>
        <span className="qh-trend-requests">{t('legend.trendRequests')}</span>
        <span className="qh-trend-period">{period}</span>
      </figcaption>
      <Suspense fallback={<div className="qh-trend-drawing" />}>
        <TrendDrawing points={points} stale={stale} mode={mode} />
      </Suspense>
    </figure>
  );
}
