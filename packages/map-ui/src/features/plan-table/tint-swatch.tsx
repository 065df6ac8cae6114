// Owns the square that says which tint a grid has on the map, hatched where it is locked, ticked where its row is picked.
import { TINTS } from '#theme/palette';

/** Props of `TintSwatch`. */
export interface TintSwatchProps {
  readonly tint: number;
  readonly locked: boolean;
  readonly picked: boolean;
}

const SIZE = 18;

export function TintSwatch({ tint, locked, picked }: TintSwatchProps) {
  return (
    <svg width={SIZE} height={SIZE} className="qh-swatch" aria-hidden="true">
      <rect x={0.5} y={0.5} width={SIZE - 1} height={SIZE - 1} fill={TINTS[tint] ?? TINTS[0]} />
      {locked ? <path d="M10 0 L18 8 M0 0 L18 18 M0 10 L8 18" className="qh-swatch-hatch" /> : null}
      <rect x={0.5} y={0.5} width={SIZE - 1} height={SIZE - 1} className="qh-swatch-edge" />
      {picked ? <path d="M4 9 L8 13 L14 5" className="qh-swatch-tick" /> : null}
    </svg>
  );
}

/** A padlock; silent, since the cell says it in words. */
export function Padlock() {
  return (
    <svg width={12} height={14} viewBox="0 0 12 14" aria-hidden="true" className="qh-padlock">
      <path d="M3 6 V4 a3 3 0 0 1 6 0 V6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="0.5" y="6" width="11" height="7.5" fill="currentColor" />
    </svg>
  );
}
