// Owns the ring that empties while a clock runs, and the icon that replaces it when time is over. Refuses ticking:
// the share comes in, so that one timer moves all rings.
import { ringDash } from './ring-dash.ts';
import './clock.css';

const RADIUS = 9;
const LARGE_RADIUS = 12.25;

/** Props of `ClockRing`. */
export interface ClockRingProps {
  /** Share of the time still left, 1 to 0. */
  readonly remainingShare: number;
  readonly overdue?: boolean;
  readonly stale?: boolean;
  /** Read out, e.g. "物业响应还剩 13:43". */
  readonly label: string;
  /** Minutes used, written inside when there is room (size 56 and more). */
  readonly minutesUsed?: string;
  /** CSS pixels; 28 in lists. */
  readonly size?: number;
}

export function ClockRing({
  remainingShare,
  overdue = false,
  stale = false,
  label,
  minutesUsed,
  size = 28,
}: ClockRingProps) {
  return (
    <span
      className="qh-clock-ring"
      data-overdue={overdue}
      data-stale={stale}
      data-large={minutesUsed !== undefined}
      role="img"
      aria-label={label}
      style={{ width: size, height: size }}
    >
      <svg viewBox="0 0 28 28" aria-hidden="true">
        {overdue ? <OverdueFace /> : <RunningFace remainingShare={remainingShare} large={minutesUsed !== undefined} />}
      </svg>
      {minutesUsed === undefined ? null : <span className="qh-clock-ring-used">{minutesUsed}</span>}
    </span>
  );
}

function RunningFace({ remainingShare, large }: { readonly remainingShare: number; readonly large: boolean }) {
  const radius = large ? LARGE_RADIUS : RADIUS;
  return (
    <>
      <circle className="qh-clock-ring-track" cx="14" cy="14" r={radius} />
      <circle
        className="qh-clock-ring-left"
        cx="14"
        cy="14"
        r={radius}
        transform="rotate(-90 14 14)"
        strokeDasharray={ringDash(remainingShare, radius)}
      />
      {!large ? <circle className="qh-clock-ring-dot" cx="14" cy="14" r="4" /> : null}
    </>
  );
}

function OverdueFace() {
  return (
    <>
      <circle className="qh-clock-ring-left" cx="14" cy="14" r="11" />
      <path className="qh-clock-ring-hands" d="M14 8.5V14.5L18 16.5" />
    </>
  );
}

/** The overdue clock alone, in the colour of the text around it. */
export function ClockIcon() {
  return (
    <svg className="qh-clock-icon" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="11" fill="none" stroke="currentColor" strokeWidth="3.5" />
      <path d="M14 8.5V14.5L18 16.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
    </svg>
  );
}
