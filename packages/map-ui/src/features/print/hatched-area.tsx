// Owns one filled and hatched area of the sheet, its corner outline too. Refuses pattern tiles and transparency of lines:
// paper wants lines.
import { useId } from 'react';
import { dotsPath, type Hatch, hatchPath } from './hatch.ts';
import { type Frame, THIN_LINE } from './sheet-layout.ts';

/** Props of `HatchedArea`. */
export interface HatchedAreaProps {
  /** SVG path, millimetres. */
  readonly path: string;
  /** A box that holds the path. */
  readonly frame: Frame;
  readonly fill: string;
  readonly hatch: Hatch;
  /** Colour of the lines: what reads on the fill. */
  readonly ink: string;
  /** Many requests, few visits: an inner outline. */
  readonly corner?: boolean;
}

/** Grey of hatches that mean no value, and lines on light and dark fills: seen in grey, quieter than the grid lines. */
const QUIET = { light: '#6A6F73', dark: '#E7E2D8' } as const;

export function HatchedArea({ path, frame, fill, hatch, ink, corner = false }: HatchedAreaProps) {
  const clip = useId();
  const lines = hatchPath(hatch, frame);
  const stroke = ink === '#1B1F23' ? QUIET.light : QUIET.dark;
  return (
    <g>
      <path d={path} fill={fill} fillRule="evenodd" />
      <clipPath id={clip}>
        <path d={path} clipRule="evenodd" />
      </clipPath>
      <g clipPath={`url(#${clip})`} fill="none">
        {lines === '' ? null : <path d={lines} stroke={stroke} strokeWidth={THIN_LINE} />}
        {hatch.dots ? <path d={dotsPath(frame)} stroke={stroke} strokeWidth={0.8} strokeLinecap="round" /> : null}
        {corner ? (
          <>
            <path d={path} stroke="#1B1F23" strokeWidth={5.2} strokeLinejoin="round" />
            <path d={path} stroke={fill} strokeWidth={2.8} strokeLinejoin="round" />
          </>
        ) : null}
      </g>
    </g>
  );
}
