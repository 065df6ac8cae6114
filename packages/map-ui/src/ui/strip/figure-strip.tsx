// Owns the strip of figures above the map. Refuses the as-of clock: it stands beside the legend.
import { useTranslation } from 'react-i18next';
import { ClockIcon } from '../clock/index.ts';
import './strip.css';

/** One figure of the strip. */
export interface StripFigure {
  readonly id: string;
  readonly label: string;
  /** Written for the language; null while loading. */
  readonly value: string | null;
  readonly unit?: string;
  /** Overdue only. */
  readonly alarm?: boolean;
}

/** Props of `FigureStrip`. */
export interface FigureStripProps {
  /** Six on a desk, three on a phone. */
  readonly figures: readonly StripFigure[];
  /** The stream is dead: secondary grey, last values kept. */
  readonly stale?: boolean;
}

export function FigureStrip({ figures, stale = false }: FigureStripProps) {
  const { t } = useTranslation();
  return (
    <dl className="qh-strip" data-stale={stale} aria-label={t('strip.figures')}>
      {figures.map((figure) => (
        <div
          key={figure.id}
          className="qh-strip-figure"
          data-alarm={figure.alarm === true && !stale}
          data-figure={figure.id}
        >
          <dt>
            {figure.alarm === true ? (
              <span className="qh-strip-icon">
                <ClockIcon />
              </span>
            ) : null}
            {figure.label}
          </dt>
          <dd>
            {figure.value === null ? (
              <span className="qh-strip-skeleton" />
            ) : (
              <span className="qh-strip-value">{figure.value}</span>
            )}
            {figure.unit ? <span className="qh-strip-unit">{figure.unit}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
