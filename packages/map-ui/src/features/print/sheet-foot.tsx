// Owns what vouches for the sheet: instant, scale, north, the link as a code, who made the data.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { scaleLength } from '#map/index';
import { qrPath } from './qr-path.ts';
import type { Sheet } from './sheet.types.ts';
import { SIDE, SMALL_TYPE, wrapped } from './sheet-layout.ts';

const QR = 34;
const BOTTOM = SIDE.y + SIDE.height;
const LONGEST_BAR = 52;

/** Props of `SheetFoot`. */
export interface SheetFootProps {
  readonly sheet: Pick<Sheet, 'link' | 'attribution'>;
  readonly scale: number;
}

export function SheetFoot({ sheet, scale }: SheetFootProps) {
  const { t } = useTranslation();
  const code = useMemo(() => qrPath(sheet.link), [sheet.link]);
  const top = BOTTOM - QR;
  const textLeft = SIDE.x + QR + 5;
  const notes = [
    ...wrapped(t('print.codeNote'), (SIDE.width - QR - 5) / SMALL_TYPE),
    ...wrapped(sheet.attribution ?? '', (SIDE.width - QR - 5) / SMALL_TYPE),
  ];
  return (
    <g>
      <rect x={SIDE.x} y={top} width={QR} height={QR} fill="#FFFFFF" />
      <path
        transform={`translate(${SIDE.x + 1} ${top + 1}) scale(${(QR - 2) / code.size})`}
        d={code.path}
        fill="#1B1F23"
      />
      {notes.map((line, index) => (
        <text key={line} x={textLeft} y={top + SMALL_TYPE + index * 4.4} className="qh-paper-small qh-paper-secondary">
          {line}
        </text>
      ))}
      <ScaleAndNorth scale={scale} top={top - 15} />
    </g>
  );
}

function ScaleAndNorth({ scale, top }: { readonly scale: number; readonly top: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { lengthMetres, widthPixels: wide } = scaleLength(scale / 1000, LONGEST_BAR);
  return (
    <g>
      <g className="qh-paper-small">
        <text x={SIDE.x} y={top}>
          0
        </text>
        <text x={SIDE.x + wide / 2} y={top} textAnchor="middle">
          {formats.number(lengthMetres / 2)}
        </text>
        <text x={SIDE.x + wide} y={top} textAnchor="middle">
          {formats.metres(lengthMetres)}
        </text>
        <text x={SIDE.x + SIDE.width - 12} y={top + 4} textAnchor="end">
          {t('print.scale', { scale: formats.number(scale) })}
        </text>
        <text x={SIDE.x + SIDE.width - 4} y={top + 8} textAnchor="middle">
          {t('map.north')}
        </text>
      </g>
      <path d={`M${SIDE.x} ${top + 2}v2h${wide}v-2M${SIDE.x + wide / 2} ${top + 4}v-2`} className="qh-paper-bar" />
      <path d={`M${SIDE.x + SIDE.width - 4} ${top - 7}l2.6 10.5l-2.6 -2.4l-2.6 2.4z`} fill="#1B1F23" />
    </g>
  );
}
