// Owns the legend of the heat level: events per hectare, the kernel's radius, the window.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { HEAT_RADIUS_METRES } from '#map/index';
import { RAMP, staleGrey } from '#ui/theme';
import type { Breaks } from '#view/figure-looks';
import type { Measure } from '#view/view-state';
import { heatTicks, heatWeight } from './heat-points.ts';

/** Props of `HeatLegend`. */
export interface HeatLegendProps {
  readonly measure: Measure;
  readonly breaks: Breaks;
  readonly window: string;
  readonly screen: boolean;
  readonly stale: boolean;
}

export function HeatLegend({ measure, breaks, window, screen, stale }: HeatLegendProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const of = measure === 'visits' ? 'visits' : 'requests';
  const ticks = heatTicks(heatWeight(breaks[of].five.at(-1) ?? 1));
  const colours = RAMP[of].map((colour) => (stale ? staleGrey(colour) : colour));
  return (
    <div className="qh-legend" data-testid="legend">
      <span className="qh-legend-axis">{t(of === 'visits' ? 'legend.heatVisits' : 'legend.heatRequests')}</span>
      <div className="qh-heat-ramp" style={{ background: `linear-gradient(to right, ${colours.join(', ')})` }} />
      <div className="qh-heat-ticks">
        {ticks.map((tick) => (
          <span key={tick}>{formats.decimal(tick, tick < 10 ? 1 : 0)}</span>
        ))}
      </div>
      <p className="qh-legend-line">{window}</p>
      {screen ? null : <p className="qh-legend-line">{t('legend.heatBandwidth', { metres: HEAT_RADIUS_METRES })}</p>}
    </div>
  );
}
