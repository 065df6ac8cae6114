// Owns a number and its unit as one piece that never breaks, in figures of one width. Refuses formatting: text comes in.
import './number.css';

/** Props of `Num`. */
export interface NumProps {
  /** Already written for the language, e.g. "5,235" or "13:43". */
  readonly value: string;
  readonly unit?: string;
  /** Semibold figure. */
  readonly strong?: boolean;
}

/** A number that keeps its unit. */
export function Num({ value, unit, strong = false }: NumProps) {
  return (
    <span className="qh-num" data-strong={strong}>
      <span className="qh-num-value">{value}</span>
      {unit ? <span className="qh-num-unit">{unit}</span> : null}
    </span>
  );
}

/** Props of `NumberPill`. */
export interface NumberPillProps {
  /** A grid's display number, e.g. "07". */
  readonly label: string;
  /** Many requests, few visits: carries the "!". */
  readonly corner?: boolean;
}

/** The map's number pill, for lists and tables. */
export function NumberPill({ label, corner = false }: NumberPillProps) {
  return <span className="qh-pill">{corner ? `${label}!` : label}</span>;
}
