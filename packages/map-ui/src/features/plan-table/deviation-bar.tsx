// Owns the bar of a row: from the target to the draft's households, the limits, and where the grid was before.
import { type BarLimits, type BarScale, brokenLimit, headPlace } from './bar-scale.ts';

/** Props of `DeviationBar`. */
export interface DeviationBarProps {
  readonly households: number;
  /** Null where the grid did not change. */
  readonly before: number | null;
  readonly limits: BarLimits;
  readonly scale: BarScale;
}

const THICKNESS = 12;

/** Read out by the row's numbers: the drawing itself is silent. */
export function DeviationBar({ households, before, limits, scale }: DeviationBarProps) {
  const target = scale(limits.targetHouseholds);
  const value = scale(households);
  return (
    <svg className="qh-bar" width="100%" height="100%" aria-hidden="true">
      <rect
        className={brokenLimit(households, limits) === null ? 'qh-bar-fill' : 'qh-bar-fill qh-bar-broken'}
        x={`${Math.min(target, value)}%`}
        width={`${Math.abs(value - target)}%`}
        y="50%"
        height={THICKNESS}
        transform={`translate(0 ${-THICKNESS / 2})`}
      />
      {[limits.minHouseholds, limits.maxHouseholds].map((limit) => (
        <line key={limit} className="qh-bar-limit" x1={at(scale, limit)} x2={at(scale, limit)} y1="0" y2="100%" />
      ))}
      <line className="qh-bar-target" x1={`${target}%`} x2={`${target}%`} y1="0" y2="100%" />
      {before === null ? null : (
        <>
          <line className="qh-bar-casing" x1={at(scale, before)} x2={at(scale, before)} y1="20%" y2="80%" />
          <line className="qh-bar-before" x1={at(scale, before)} x2={at(scale, before)} y1="20%" y2="80%" />
        </>
      )}
    </svg>
  );
}

/** The same scale over the column's head: both limits and the target in numbers. */
export function BarHead({ limits, scale }: Pick<DeviationBarProps, 'limits' | 'scale'>) {
  const { minHouseholds, targetHouseholds, maxHouseholds } = limits;
  return (
    <svg className="qh-bar qh-bar-head" height={26} width="100%" aria-hidden="true">
      {[minHouseholds, targetHouseholds, maxHouseholds].map((limit) => (
        <g key={limit} className={limit === targetHouseholds ? 'qh-bar-strong' : ''}>
          <text {...headPlace(scale(targetHouseholds), scale(limit))} y={14}>
            {limit}
          </text>
          <line className="qh-bar-tick" x1={at(scale, limit)} x2={at(scale, limit)} y1={19} y2={26} />
        </g>
      ))}
    </svg>
  );
}

function at(scale: BarScale, households: number): string {
  return `${scale(households)}%`;
}
