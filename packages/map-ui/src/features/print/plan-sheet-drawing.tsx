// Owns the whole sheet of a plan as one SVG in millimetres. Until it is in force the sheet says so, in ink on itself.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { PlanSheetMap } from './plan-sheet-map.tsx';
import { PlanSheetSide } from './plan-sheet-side.tsx';
import type { PlanSheet } from './plan-sheet.types.ts';
import { SheetFoot } from './sheet-foot.tsx';
import { MAP_FRAME, PAPER, SIDE } from './sheet-layout.ts';
import { projectionOf } from './sheet-map.tsx';
import { markWidth, PaperMark } from './paper-mark.tsx';

export function PlanSheetDrawing({ sheet }: { readonly sheet: PlanSheet }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const projection = projectionOf(sheet.geometry);
  const right = SIDE.x + SIDE.width;
  const state =
    sheet.effectiveFrom === null
      ? t('print.planSaved', { version: sheet.version, at: formats.dayTime(sheet.savedAt) })
      : t('print.planForce', { version: sheet.version, day: formats.fullDay(sheet.effectiveFrom) });
  return (
    <svg
      className="qh-paper"
      viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
      role="img"
      aria-label={`${sheet.title} ${sheet.planName}`}
      data-testid="paper"
    >
      <rect width={PAPER.width} height={PAPER.height} fill="#FAF8F4" className="qh-paper-ground" />
      <text x={MAP_FRAME.x} y={24} className="qh-paper-title">
        {sheet.title}
        <tspan className="qh-paper-subtitle" dx={4}>
          {[sheet.planName, state].join(' · ')}
        </tspan>
      </text>
      {sheet.synthetic ? <PaperMark text={t('common.syntheticChip')} right={right} /> : null}
      {sheet.inForce ? null : (
        <PaperMark
          filled
          text={t('print.planNotInForce')}
          right={right - (sheet.synthetic ? markWidth(t('common.syntheticChip')) + 5 : 0)}
        />
      )}
      <path d={`M${MAP_FRAME.x} 29H${SIDE.x + SIDE.width}`} className="qh-paper-bar" />
      {projection ? <PlanSheetMap sheet={sheet} projection={projection} /> : null}
      <PlanSheetSide sheet={sheet} />
      {projection ? <SheetFoot sheet={sheet} scale={projection.scale} /> : null}
    </svg>
  );
}
