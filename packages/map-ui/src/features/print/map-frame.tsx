// Owns the window of the sheet a map is seen through: nothing is drawn past its line. Refuses what is in it.
import { type ReactNode, useId } from 'react';
import { MAP_FRAME } from './sheet-layout.ts';

const { x, y, width, height } = MAP_FRAME;

/** @param children vectors in the paper's millimetres */
export function MapFrame({ children }: { readonly children: ReactNode }) {
  const clip = useId();
  return (
    <g>
      <clipPath id={clip}>
        <rect x={x} y={y} width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>{children}</g>
      <rect x={x} y={y} width={width} height={height} className="qh-paper-frame" />
    </g>
  );
}
