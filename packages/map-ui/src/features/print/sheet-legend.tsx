// Owns the legend of the sheet: measure, window, denominator, breaks, colours with their hatches.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import {
  type BivariateCell,
  fillColour,
  type FigureLook,
  inkOn,
  isCornerToFix,
  type Step,
  type Third,
} from '#ui/theme';
import { cellCounts, stepCounts } from '#view/figure-looks';
import { HatchedArea } from './hatched-area.tsx';
import { hatchOf } from './hatch.ts';
import type { Sheet } from './sheet.types.ts';
import { type Frame, SIDE, SMALL_TYPE, wrapped } from './sheet-layout.ts';

const THIRDS: readonly Third[] = [0, 1, 2];
const STEPS: readonly Step[] = [4, 3, 2, 1, 0];
const CELL = 15;
const ROW = 7;
/** Height the legend takes, millimetres. */
export const LEGEND_HEIGHT = 93;

export function SheetLegend({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const day = sheet.breaks.day === '' ? '' : formats.day(`${sheet.breaks.day}T12:00:00Z`);
  const lines = [
    t(sheet.per100 ? 'legend.lineHouseholds' : 'legend.lineCounts', { window: sheet.windowText }),
    t('legend.lineBreaks', { day }),
    ...(sheet.scheme === 'both' ? [`! ${t('legend.cornerNote')}`] : []),
    ...sheet.notes,
  ].flatMap((line) => wrapped(line, SIDE.width / SMALL_TYPE));
  return (
    <g>
      {sheet.scheme === 'both' ? <Cells sheet={sheet} /> : <Steps sheet={sheet} scheme={sheet.scheme} />}
      {lines.map((line, index) => (
        <text key={line} x={SIDE.x} y={SIDE.y + 72 + index * 5} className="qh-paper-small">
          {line}
        </text>
      ))}
    </g>
  );
}

function Swatch({ look, sheet, frame }: { readonly look: FigureLook; readonly sheet: Sheet; readonly frame: Frame }) {
  const fill = fillColour(look, sheet.scheme, false);
  const box = `M${frame.x} ${frame.y}h${frame.width}v${frame.height}h${-frame.width}z`;
  return (
    <>
      <HatchedArea
        path={box}
        frame={frame}
        fill={fill}
        hatch={hatchOf(look, sheet.scheme)}
        ink={inkOn(fill)}
        corner={isCornerToFix(look.cell)}
      />
      <path d={box} className="qh-paper-swatch" />
    </>
  );
}

function Cells({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const counts = cellCounts(sheet.looks);
  const [left, top] = [SIDE.x + 16, SIDE.y + 8];
  const frameOf = ({ requests, visits }: BivariateCell): Frame => ({
    x: left + requests * CELL,
    y: top + (2 - visits) * CELL,
    width: CELL,
    height: CELL,
  });
  const { requests, visits } = sheet.breaks;
  return (
    <g>
      <text x={SIDE.x} y={SIDE.y + 4} className="qh-paper-small">
        ↑ {t(sheet.per100 ? 'legend.visitsAxis' : 'legend.countVisits')}
      </text>
      {THIRDS.flatMap((visitThird) =>
        THIRDS.map((requestThird) => {
          const cell = { requests: requestThird, visits: visitThird };
          const frame = frameOf(cell);
          return (
            <g key={`${requestThird}${visitThird}`}>
              <Swatch look={{ look: 'value', cell }} sheet={sheet} frame={frame} />
              <rect x={frame.x + 4} y={frame.y + 4.6} width={7} height={5.6} rx={2.8} fill="#FAF8F4" />
              <text x={frame.x + CELL / 2} y={frame.y + 8.6} className="qh-paper-small qh-paper-middle">
                {counts[visitThird]?.[requestThird] || '—'}
              </text>
            </g>
          );
        }),
      )}
      {[0, 1].map((index) => (
        <g key={index} className="qh-paper-small">
          <text x={left - 1.5} y={top + (2 - index) * CELL + 1} textAnchor="end">
            {formats.decimal(visits.three[index] ?? 0, 2)}
          </text>
          <text x={left + (index + 1) * CELL} y={top + 3 * CELL + 4.4} textAnchor="middle">
            {formats.decimal(requests.three[index] ?? 0, 2)}
          </text>
        </g>
      ))}
      <text x={left} y={top + 3 * CELL + 9.6} className="qh-paper-small">
        {t(sheet.per100 ? 'legend.requestsAxis' : 'legend.countRequests')} →
      </text>
      <Exceptions sheet={sheet} left={left + 3 * CELL + 5} top={top} />
    </g>
  );
}

function Steps({ sheet, scheme }: { readonly sheet: Sheet; readonly scheme: 'requests' | 'visits' }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const counts = stepCounts(sheet.looks);
  const breaks = sheet.breaks[scheme].five.map((value) => formats.decimal(value, 2));
  const per100 = { requests: t('legend.requestsAxis'), visits: t('legend.visitsAxis') };
  const plain = { requests: t('legend.countRequests'), visits: t('legend.countVisits') };
  return (
    <g>
      <text x={SIDE.x} y={SIDE.y + 4} className="qh-paper-small">
        {(sheet.per100 ? per100 : plain)[scheme]}
      </text>
      {STEPS.map((step, index) => {
        const top = SIDE.y + 8 + index * (ROW + 2);
        return (
          <g key={step} className="qh-paper-small">
            <Swatch
              look={{ look: 'value', step }}
              sheet={sheet}
              frame={{ x: SIDE.x, y: top, width: 14, height: ROW }}
            />
            <text x={SIDE.x + 17} y={top + 4.7}>
              {step === 4
                ? t('legend.above', { value: breaks[3] ?? '' })
                : t('legend.atMost', { value: breaks[step] ?? '' })}
            </text>
            <text x={SIDE.x + 52} y={top + 4.7} textAnchor="end">
              {counts[step] ?? 0}
            </text>
          </g>
        );
      })}
      <Exceptions sheet={sheet} left={SIDE.x + 58} top={SIDE.y + 8} />
    </g>
  );
}

/** What is no class: zero, few, no data. */
function Exceptions({ sheet, left, top }: { readonly sheet: Sheet; readonly left: number; readonly top: number }) {
  const { t } = useTranslation();
  return (['zero', 'few', 'none'] as const).map((look, index) => (
    <g key={look} className="qh-paper-small">
      <Swatch look={{ look }} sheet={sheet} frame={{ x: left, y: top + index * CELL, width: 9, height: ROW }} />
      <text x={left} y={top + index * CELL + ROW + SMALL_TYPE + 0.6}>
        {t(`print.${look}`)}
      </text>
    </g>
  ));
}
