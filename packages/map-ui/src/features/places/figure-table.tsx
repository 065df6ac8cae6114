// Owns the table of a place's figures: value, what was counted, what it was divided by, and why. Refuses sums.
import { useTranslation } from 'react-i18next';
import type { Metric } from '#api/gql/graphql';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { figureValue, inTableOrder, isFlow, type PlaceFigure } from './figure-words.ts';
import type { TimeWords } from './use-time-words.ts';

/** Props of `FigureTable`. */
export interface FigureTableProps {
  readonly figures: readonly PlaceFigure[];
  /** Per 100 households, or plain counts. */
  readonly per100: boolean;
  /** e.g. "近7天" and "此刻". */
  readonly time: TimeWords;
  readonly stale: boolean;
  readonly onExplain: (metric: Metric) => void;
}

export function FigureTable({ figures, per100, time, stale, onExplain }: FigureTableProps) {
  const { t } = useTranslation();
  return (
    <table className="qh-figures" data-stale={stale}>
      <thead>
        <tr>
          <th scope="col">{t('grid.figure')}</th>
          <th scope="col">{per100 ? t('grid.per100') : t('grid.value')}</th>
          <th scope="col">{t('grid.numerator')}</th>
          <th scope="col">{t('grid.denominator')}</th>
          <th scope="col">
            <span className="qh-visually-hidden">{t('grid.why')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inTableOrder(figures).map((figure) => (
          <FigureRow key={figure.metric} figure={figure} time={time} stale={stale} onExplain={onExplain} />
        ))}
      </tbody>
    </table>
  );
}

interface FigureRowProps extends Pick<FigureTableProps, 'time' | 'stale' | 'onExplain'> {
  readonly figure: PlaceFigure;
}

function FigureRow({ figure, time, stale, onExplain }: FigureRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { metric, numerator, denominator, reason } = figure;
  const name = t(`grid.metric${metric}`);
  const value = figureValue(figure, formats);
  const alarm = (metric === 'OVERDUE_REQUESTS' || metric === 'DOORS_OVERDUE') && numerator > 0;
  return (
    <tr data-metric={metric} data-alarm={alarm && !stale}>
      <th scope="row">
        {name}
        <span>{isFlow(metric) ? time.flows : time.stocks}</span>
      </th>
      <td>{value ?? <span className="qh-figures-none">{t(`grid.reason${reason ?? 'NO_HOUSEHOLDS'}`)}</span>}</td>
      <td>{formats.number(numerator)}</td>
      <td>{denominator === null ? '—' : formats.decimal(denominator, 2)}</td>
      <td>
        <TextAction
          text={t('grid.why')}
          label={t('grid.whyOf', { figure: name })}
          stale={stale}
          onAction={() => onExplain(metric)}
        />
      </td>
    </tr>
  );
}
