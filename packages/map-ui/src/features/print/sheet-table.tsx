// Owns the figures of each grid in numbers: colour alone is no record.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { LiveArea } from '#api/live-store';
import type { Sheet } from './sheet.types.ts';
import { SIDE } from './sheet-layout.ts';

const ROW = 4.5;
/** More rows than this do not fit. */
export const MOST_ROWS = 17;
const COLUMNS = [SIDE.x, SIDE.x + 36, SIDE.x + 66, SIDE.x + SIDE.width] as const;

/** @param top of the table, millimetres */
export function SheetTable({ sheet, top }: { readonly sheet: Sheet; readonly top: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const rows = sheet.geometry.grids.features.toSorted((a, b) => a.properties.label.localeCompare(b.properties.label));
  if (sheet.by !== 'grid' || rows.length > MOST_ROWS) return null;
  const heads = [t('print.grid'), t('print.households'), t('print.requests'), t('print.visits')];
  return (
    <g className="qh-paper-small">
      {heads.map((head, index) => (
        <text
          key={head}
          x={COLUMNS[index]}
          y={top}
          textAnchor={index === 0 ? 'start' : 'end'}
          className="qh-paper-secondary"
        >
          {head}
        </text>
      ))}
      <path d={`M${SIDE.x} ${top + 1.6}H${SIDE.x + SIDE.width}`} className="qh-paper-rule" />
      {rows.map(({ id, properties }, index) => {
        const area = sheet.areas.get(Number(id));
        const values = [
          properties.label,
          householdsOf(sheet, area),
          figureOf(area, 'NEW_REQUESTS')?.numerator,
          figureOf(area, 'VISITS')?.numerator,
        ];
        return values.map((value, column) => (
          <text
            key={`${id}-${heads[column]}`}
            x={COLUMNS[column]}
            y={top + (index + 1) * ROW + 1.4}
            textAnchor={column === 0 ? 'start' : 'end'}
          >
            {typeof value === 'number' ? formats.number(value) : (value ?? '—')}
          </text>
        ));
      })}
    </g>
  );
}

function figureOf(area: LiveArea | undefined, metric: LiveArea['figures'][number]['metric']) {
  return area?.figures.find((figure) => figure.metric === metric);
}

/** The denominator of the rates; counts have none. */
function householdsOf(sheet: Sheet, area: LiveArea | undefined): number | null {
  return sheet.per100 ? (figureOf(area, 'VISITS')?.denominator ?? null) : null;
}
