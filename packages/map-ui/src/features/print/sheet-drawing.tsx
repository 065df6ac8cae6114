// Owns the whole sheet as one SVG in millimetres.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { PaperMark } from './paper-mark.tsx';
import type { Sheet } from './sheet.types.ts';
import { MAP_FRAME, PAPER, SIDE } from './sheet-layout.ts';
import { SheetFoot } from './sheet-foot.tsx';
import { LEGEND_HEIGHT, SheetLegend } from './sheet-legend.tsx';
import { projectionOf, SheetMap } from './sheet-map.tsx';
import { SheetTable } from './sheet-table.tsx';

export function SheetDrawing({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const projection = projectionOf(sheet.geometry);
  const titles = { both: t('print.both'), requests: t('print.requests'), visits: t('print.visits') };
  const byText = { grid: t('legend.byGrid'), building: t('legend.byBuilding'), entrance: t('legend.byEntrance') }[
    sheet.by
  ];
  const tableTop = SIDE.y + LEGEND_HEIGHT + 22;
  return (
    <svg
      className="qh-paper"
      viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
      role="img"
      aria-label={`${sheet.title} ${titles[sheet.scheme]}`}
      data-testid="paper"
    >
      <rect width={PAPER.width} height={PAPER.height} fill="#FAF8F4" className="qh-paper-ground" />
      <text x={MAP_FRAME.x} y={24} className="qh-paper-title">
        {sheet.title}
        <tspan className="qh-paper-subtitle" dx={4}>
          {[titles[sheet.scheme], byText, sheet.windowText].join(' · ')}
        </tspan>
      </text>
      {sheet.synthetic ? <PaperMark text={t('common.syntheticChip')} right={SIDE.x + SIDE.width} /> : null}
      <path d={`M${MAP_FRAME.x} 29H${SIDE.x + SIDE.width}`} className="qh-paper-bar" />
      {projection ? <SheetMap sheet={sheet} projection={projection} /> : null}
      <SheetLegend sheet={sheet} />
      <text x={SIDE.x} y={SIDE.y + LEGEND_HEIGHT + 4} className="qh-paper-small qh-paper-secondary">
        {t('time.asOf')}
      </text>
      <text x={SIDE.x} y={SIDE.y + LEGEND_HEIGHT + 13} className="qh-paper-asof">
        {formats.fullDay(sheet.asOf)} {formats.time(sheet.asOf)}
      </text>
      <SheetTable sheet={sheet} top={tableTop} />
      {projection ? <SheetFoot sheet={sheet} scale={projection.scale} /> : null}
    </svg>
  );
}
