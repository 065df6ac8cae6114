// Owns the hatches by which a sheet is read without colour: upright lines count requests, level lines visits, denser is
// more; 45° is no data, crossed withheld, dots few. Pure; lines are drawn out, because printers turn pattern tiles into
// pixels.
import type { FigureLook, Scheme } from '#ui/theme';
import type { Frame } from './sheet-layout.ts';

/** Distances between lines, millimetres; left out: none of that kind. */
export interface Hatch {
  readonly upright?: number;
  readonly level?: number;
  /** One way, or both ways. */
  readonly diagonal?: 'one' | 'crossed';
  readonly dots?: true;
}

/** By step of one measure, lightest first. */
const STEP_GAP = [undefined, 6, 4, 2.6, 1.6] as const;
/** By third of one of two measures. */
const THIRD_GAP = [undefined, 5, 2.2] as const;
const DIAGONAL_GAP = 4;
const DOT_GAP = 3.2;

/** Hatch of a look. */
export function hatchOf({ look, step, cell }: FigureLook, scheme: Scheme): Hatch {
  if (look === 'none') return { diagonal: 'one' };
  if (look === 'suppressed') return { diagonal: 'crossed' };
  if (look === 'few') return { dots: true };
  if (look === 'zero') return {};
  if (scheme === 'both') return cell ? lines(THIRD_GAP[cell.requests], THIRD_GAP[cell.visits]) : {};
  const gap = step === undefined ? undefined : STEP_GAP[step];
  return scheme === 'requests' ? lines(gap, undefined) : lines(undefined, gap);
}

function lines(upright: number | undefined, level: number | undefined): Hatch {
  return { ...(upright === undefined ? {} : { upright }), ...(level === undefined ? {} : { level }) };
}

/**
 * Lines of a hatch over a frame, as an SVG path; clip it to the area. Lines of neighbours meet because they lie on one
 * net. O(frame ÷ gap).
 */
export function hatchPath({ upright, level, diagonal }: Hatch, frame: Frame): string {
  const right = frame.x + frame.width;
  const bottom = frame.y + frame.height;
  const parts: string[] = [];
  if (upright !== undefined)
    for (const x of netOf(frame.x, right, upright)) parts.push(`M${x} ${at(frame.y)}V${at(bottom)}`);
  if (level !== undefined)
    for (const y of netOf(frame.y, bottom, level)) parts.push(`M${at(frame.x)} ${y}H${at(right)}`);
  if (diagonal)
    for (const sum of netOf(frame.x + frame.y, right + bottom, DIAGONAL_GAP))
      parts.push(`M${at(sum - frame.y)} ${at(frame.y)}L${at(sum - bottom)} ${at(bottom)}`);
  if (diagonal === 'crossed')
    for (const rest of netOf(frame.x - bottom, right - frame.y, DIAGONAL_GAP))
      parts.push(`M${at(rest + frame.y)} ${at(frame.y)}L${at(rest + bottom)} ${at(bottom)}`);
  return parts.join('');
}

/** Dots of the few over a frame: lines of no length, to be drawn with round ends. */
export function dotsPath(frame: Frame): string {
  const rows = netOf(frame.y, frame.y + frame.height, DOT_GAP);
  const columns = netOf(frame.x, frame.x + frame.width, DOT_GAP);
  return rows.flatMap((y) => columns.map((x) => `M${x} ${y}h0`)).join('');
}

/** Multiples of a gap between two values. */
function netOf(from: number, to: number, gap: number): number[] {
  const first = Math.ceil(from / gap);
  return Array.from({ length: Math.max(0, Math.floor(to / gap) - first + 1) }, (_, index) => at((first + index) * gap));
}

function at(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}
