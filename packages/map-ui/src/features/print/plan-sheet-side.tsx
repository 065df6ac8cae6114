// Owns the column beside the map: key, figures, a row a grid, moved units, who signs.
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { TINTS } from '#ui/theme';
import type { PlanSheet, PlanSheetRow } from './plan-sheet.types.ts';
import { SIDE } from './sheet-layout.ts';

const ROW = 4.6;
const RIGHT = SIDE.x + SIDE.width;
const COLUMNS = [SIDE.x + 30, SIDE.x + 50, SIDE.x + 76, RIGHT] as const;
/** More rows than these do not fit; the page's table and the list of doors have all. */
const MOST_ROWS = 18;
const MOST_MOVES = 9;
const SIGNATURES_TOP = SIDE.y + SIDE.height - 92;

export function PlanSheetSide({ sheet }: { readonly sheet: PlanSheet }) {
  const rows = sheet.rows.slice(0, MOST_ROWS);
  const tableTop = SIDE.y + 26;
  const movesTop = tableTop + (rows.length + 2) * ROW + 4;
  return (
    <g className="qh-paper-small">
      <Key />
      <Figures sheet={sheet} />
      <Table rows={rows} top={tableTop} />
      <Moves sheet={sheet} top={movesTop} />
      <Signatures sheet={sheet} />
    </g>
  );
}

function Key() {
  const { t } = useTranslation();
  const top = SIDE.y + 3;
  return (
    <>
      <path d={`M${SIDE.x} ${top}h9`} className="qh-paper-after" />
      <text x={SIDE.x + 11} y={top + 1.1}>
        {t('print.planAfter')}
      </text>
      <path d={`M${SIDE.x + 32} ${top}h9`} className="qh-paper-before" />
      <text x={SIDE.x + 43} y={top + 1.1}>
        {t('print.planBefore')}
      </text>
      <path
        d={`M${SIDE.x + 62} ${top + 1.6}l3.2 -3.2m0 3.2l3.2 -3.2m0 3.2l3.2 -3.2`}
        stroke="#6A6F73"
        strokeWidth={0.35}
        fill="none"
      />
      <text x={SIDE.x + 73} y={top + 1.1}>
        {t('print.planMoved')}
      </text>
    </>
  );
}

function Figures({ sheet }: { readonly sheet: PlanSheet }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const figures = [
    [t('print.planCv'), sheet.cv[1].toFixed(3), t('print.planNow', { value: sheet.cv[0].toFixed(3) })],
    [t('print.planMovedUnits'), formats.number(sheet.moves.length), ''],
    [t('print.planMovedHouseholds'), formats.number(sheet.movedHouseholds), ''],
  ] as const;
  return figures.map(([name, value, note], index) => {
    const left = SIDE.x + [0, 44, 72][index]!;
    return (
      <Fragment key={name}>
        <text x={left} y={SIDE.y + 11} className="qh-paper-secondary">
          {name}
        </text>
        <text x={left} y={SIDE.y + 18} className="qh-paper-asof">
          {value}
        </text>
        <text x={left + 18} y={SIDE.y + 18} className="qh-paper-secondary">
          {note}
        </text>
      </Fragment>
    );
  });
}

function Table({ rows, top }: { readonly rows: readonly PlanSheetRow[]; readonly top: number }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const heads = [t('print.households'), t('print.planChange'), t('print.planMinutes'), t('print.planCare')];
  const signed = (change: number) =>
    change === 0 ? '' : `${change > 0 ? '+' : '−'}${formats.number(Math.abs(change))}`;
  return (
    <>
      <text x={SIDE.x} y={top} className="qh-paper-secondary">
        {t('print.grid')}
      </text>
      {heads.map((head, column) => (
        <text key={head} x={COLUMNS[column]} y={top} textAnchor="end" className="qh-paper-secondary">
          {head}
        </text>
      ))}
      <path d={`M${SIDE.x} ${top + 1.6}H${RIGHT}`} className="qh-paper-rule" />
      {rows.map(({ grid, households, change, minutesPerWeek, dailyCareDoors, tint, locked }, index) => {
        const y = top + (index + 1) * ROW + 1.4;
        const values = [households, null, minutesPerWeek, dailyCareDoors].map((value) =>
          value === null ? signed(change) : formats.number(value),
        );
        return (
          <Fragment key={grid}>
            <rect x={SIDE.x} y={y - 2.6} width={3} height={3} fill={TINTS[tint]} stroke="#59616A" strokeWidth={0.35} />
            <text x={SIDE.x + 4.6} y={y}>
              {locked ? t('print.planLocked', { grid }) : grid}
            </text>
            {values.map((value, column) => (
              <text key={heads[column]} x={COLUMNS[column]} y={y} textAnchor="end">
                {value}
              </text>
            ))}
          </Fragment>
        );
      })}
    </>
  );
}

/** Two columns of moved units, then how many more there are. */
function Moves({ sheet: { moves }, top }: { readonly sheet: PlanSheet; readonly top: number }) {
  const { t } = useTranslation();
  if (moves.length === 0)
    return (
      <text x={SIDE.x} y={top}>
        {t('print.planNoMoves')}
      </text>
    );
  const rows = Math.max(1, Math.min(MOST_MOVES, Math.floor((SIGNATURES_TOP - 8 - top) / ROW)));
  const shown = moves.slice(0, rows * 2);
  return (
    <>
      <text x={SIDE.x} y={top} className="qh-paper-secondary">
        {moves.length > shown.length
          ? t('print.planMovesSome', { all: moves.length, shown: shown.length })
          : t('print.planMoves')}
      </text>
      {shown.map(({ mapId, name, from, to }, index) => (
        <text key={mapId} x={SIDE.x + (index % 2) * 49} y={top + (Math.floor(index / 2) + 1) * ROW}>
          {t('print.planMove', { name, from, to })}
        </text>
      ))}
    </>
  );
}

function Signatures({ sheet }: { readonly sheet: PlanSheet }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  return sheet.signatures.map(({ role, by, at }, index) => {
    const y = SIGNATURES_TOP + index * 9;
    return (
      <Fragment key={role}>
        <text x={SIDE.x} y={y}>
          {t(`print.sign${role}`)}
        </text>
        <path d={`M${SIDE.x + 26} ${y + 1}H${RIGHT}`} className="qh-paper-rule" />
        <text x={SIDE.x + 28} y={y}>
          {by ?? ''}
        </text>
        <text x={RIGHT} y={y} textAnchor="end" className="qh-paper-secondary">
          {at === null ? t('print.signDate') : formats.fullDay(at)}
        </text>
      </Fragment>
    );
  });
}
