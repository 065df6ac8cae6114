// Owns the last line of the table: what all grids sum up to.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { TableColumn } from './table-columns.tsx';
import type { totalsOf } from './use-grid-rows.ts';

/** Props of `TotalsRow`. */
export interface TotalsRowProps {
  readonly totals: ReturnType<typeof totalsOf>;
  readonly columns: readonly TableColumn[];
}

/** Only what can be summed has a total. */
export function TotalsRow({ totals, columns }: TotalsRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const texts: Readonly<Record<string, string>> = {
    households: formats.number(totals.households),
    residents: totals.residents === null ? '–' : formats.number(totals.residents),
    minutes: formats.number(Math.round(totals.minutesPerWeek)),
    care: formats.number(totals.dailyCareDoors),
  };
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {t('plan.total')}
        </th>
        {columns.map(({ key }) => (
          <td key={key} className={`qh-cell-${key}`}>
            {texts[key] ?? ''}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
