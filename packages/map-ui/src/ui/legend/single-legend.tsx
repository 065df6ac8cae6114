// Owns the legend of one measure: five steps with their breaks, and the four looks that are no step. Refuses to
// compute breaks.
import { useTranslation } from 'react-i18next';
import type { Look, Step } from '../../theme/classify.ts';
import { RAMP, staleGrey } from '../../theme/palette.ts';
import './legend.css';

/** What a legend entry stands for; also what the map is filtered by. */
export type LegendEntry = { readonly look: 'value'; readonly step: Step } | { readonly look: Exclude<Look, 'value'> };

/** Props of `SingleLegend`. */
export interface SingleLegendProps {
  readonly measure: 'requests' | 'visits';
  /** Measure with its unit and denominator, e.g. "每百户诉求(件)". */
  readonly title: string;
  /** Four ascending breaks, written for the language. */
  readonly breaks: readonly string[];
  /** Areas at each step, lightest first; left out where it is not known. */
  readonly counts?: readonly number[];
  readonly lines: readonly string[];
  readonly screen?: boolean;
  readonly stale?: boolean;
  readonly onFilter?: (entry: LegendEntry | null) => void;
}

const STEPS: readonly Step[] = [4, 3, 2, 1, 0];
const OTHERS = ['zero', 'few', 'none', 'suppressed'] as const;

export function SingleLegend(props: SingleLegendProps) {
  const { title, lines, screen = false, onFilter } = props;
  const { t } = useTranslation();
  const shown = screen ? OTHERS.slice(0, 0) : OTHERS;
  return (
    <div className="qh-legend" data-testid="legend" onMouseLeave={() => onFilter?.(null)}>
      <span className="qh-legend-axis">{title}</span>
      <ul className="qh-legend-list">
        {STEPS.map((step) => (
          <StepRow key={step} step={step} {...props} />
        ))}
        {shown.map((look) => (
          <li key={look}>
            <button type="button" className="qh-legend-row" {...filterHandlers({ look }, onFilter)}>
              <span className={`qh-legend-swatch qh-look-${look}`} aria-hidden="true">
                {look === 'zero' ? '0' : ''}
              </span>
              <span>{t(`legend.${look}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {lines.map((line) => (
        <p key={line} className="qh-legend-line">
          {line}
        </p>
      ))}
    </div>
  );
}

function StepRow({
  step,
  measure,
  breaks,
  counts,
  stale = false,
  onFilter,
}: SingleLegendProps & { readonly step: Step }) {
  const { t } = useTranslation();
  const colour = stale ? staleGrey(RAMP[measure][step]) : RAMP[measure][step];
  const text =
    step === 4 ? t('legend.above', { value: breaks[3] ?? '' }) : t('legend.atMost', { value: breaks[step] ?? '' });
  return (
    <li>
      <button type="button" className="qh-legend-row" {...filterHandlers({ look: 'value', step }, onFilter)}>
        <span className="qh-legend-swatch" style={{ background: colour }} aria-hidden="true" />
        <span className="qh-legend-row-text">{text}</span>
        {counts ? <span className="qh-legend-count">{counts[step] ?? 0}</span> : null}
      </button>
    </li>
  );
}

function filterHandlers(entry: LegendEntry, onFilter: SingleLegendProps['onFilter']) {
  return { onMouseEnter: () => onFilter?.(entry), onFocus: () => onFilter?.(entry), onBlur: () => onFilter?.(null) };
}
