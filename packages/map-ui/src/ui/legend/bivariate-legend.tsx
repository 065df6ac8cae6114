// Owns the legend of two measures: nine cells with how many areas each holds, the breaks, window and denominator.
// Refuses to compute breaks.
import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type BivariateCell, isCornerToFix, type Third } from '../../theme/classify.ts';
import { bivariateColour, inkOn, staleGrey } from '../../theme/palette.ts';
import './legend.css';

/** Props of `BivariateLegend`. */
export interface BivariateLegendProps {
  /** Areas in each cell: `counts[visits][requests]`, low first. */
  readonly counts: readonly (readonly number[])[];
  /** Two ascending breaks of each measure, written for the language. */
  readonly requestBreaks: readonly [string, string];
  readonly visitBreaks: readonly [string, string];
  /** Window, denominator, what a cell's number counts, when breaks are set: short lines. */
  readonly lines: readonly string[];
  /** In a hall: only the window. */
  readonly shortLine: string;
  readonly screen?: boolean;
  readonly stale?: boolean;
  /** A cell is hovered or focused; null when none is any more. */
  readonly onFilter?: (cell: BivariateCell | null) => void;
}

const THIRDS: readonly Third[] = [0, 1, 2];
const LEVEL_KEYS = ['legend.low', 'legend.middle', 'legend.high'] as const;

export function BivariateLegend(props: BivariateLegendProps) {
  const { t } = useTranslation();
  const { requestBreaks, visitBreaks, lines, shortLine, screen = false } = props;
  return (
    <div className="qh-legend" data-testid="legend">
      <span className="qh-legend-axis">↑ {t(screen ? 'legend.visitsAxisScreen' : 'legend.visitsAxis')}</span>
      <div className="qh-legend-plot">
        <div className="qh-legend-breaks-y">
          <span>{visitBreaks[1]}</span>
          <span>{visitBreaks[0]}</span>
        </div>
        <Cells {...props} />
        <div className="qh-legend-breaks-x">
          <span>{requestBreaks[0]}</span>
          <span>{requestBreaks[1]}</span>
        </div>
        <span className="qh-legend-axis qh-legend-axis-x">
          {t(screen ? 'legend.requestsAxisScreen' : 'legend.requestsAxis')} →
        </span>
      </div>
      {screen ? (
        <p className="qh-legend-line">{shortLine}</p>
      ) : (
        lines.map((line) => (
          <p key={line} className="qh-legend-line">
            {line}
          </p>
        ))
      )}
      {screen ? null : (
        <p className="qh-legend-corner">
          <strong>!</strong> {t('legend.cornerNote')}
        </p>
      )}
    </div>
  );
}

/** Roving focus: one tab stop, arrows move in the plane. */
function Cells({ counts, screen = false, stale = false, onFilter }: BivariateLegendProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent, { requests, visits }: BivariateCell) => {
    const [right, up] =
      { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] ?? [];
    if (right === undefined || up === undefined) return;
    event.preventDefault();
    const clamp = (value: number) => Math.min(2, Math.max(0, value));
    box.current?.querySelector<HTMLElement>(`[data-cell="${clamp(requests + right)}${clamp(visits + up)}"]`)?.focus();
  };
  const cells = THIRDS.toReversed().flatMap((visits) => THIRDS.map((requests) => ({ requests, visits })));
  return (
    <div ref={box} className="qh-legend-cells" onMouseLeave={() => onFilter?.(null)}>
      {cells.map((cell) => {
        const count = counts[cell.visits]?.[cell.requests] ?? 0;
        const colour = stale ? staleGrey(bivariateColour(cell)) : bivariateColour(cell);
        const corner = isCornerToFix(cell);
        const style: CSSProperties = { background: colour, color: corner ? '#1B1F23' : inkOn(colour) };
        return (
          <button
            key={`${cell.requests}${cell.visits}`}
            type="button"
            className="qh-legend-cell"
            data-cell={`${cell.requests}${cell.visits}`}
            data-corner={corner}
            tabIndex={corner ? 0 : -1}
            style={style}
            aria-label={t('legend.cell', {
              count,
              requests: t(LEVEL_KEYS[cell.requests]),
              visits: t(LEVEL_KEYS[cell.visits]),
            })}
            title={t('legend.filterHint')}
            onMouseEnter={() => onFilter?.(cell)}
            onFocus={() => onFilter?.(cell)}
            onBlur={() => onFilter?.(null)}
            onKeyDown={(event) => onKeyDown(event, cell)}
          >
            {cellText(count, screen, corner)}
          </button>
        );
      })}
    </div>
  );
}

function cellText(count: number, screen: boolean, corner: boolean): string {
  if (screen) return corner ? '!' : '';
  return count === 0 ? '—' : String(count);
}
