// Owns what becomes of one request: who acts, when, and how it ends.
// Refuses to decide how many there are or where they come from: that is requests-of-day.ts.
import { type KeyPart, idOf, integerOf, unitOf, weightedIndex } from './chance.ts';
import type {
  CourseAction,
  CourseOutcome,
  RequestAdvanced,
  RequestCourse,
  RequestReported,
} from './happening-types.ts';
import { DAY_MS, HOUR_MS, midnightBefore, MINUTE_MS } from './local-day.ts';
import { PROPERTY_FIRM } from './people.ts';
import { type RequestTemplate, templateOf } from './request-table.ts';

/** No course is longer: whoever looks for steps on a day needs to look back so many days. */
export const LONGEST_COURSE_DAYS = 20;

const LATE_SHARE = 0.08;
const LATE_HOURS = { least: 20, spread: 196 };
const OUTCOMES: readonly CourseOutcome[] = ['FULL', 'PARTIAL', 'NOT_POSSIBLE'];
const OUTCOME_WEIGHTS = [90, 7, 3];
const PROPERTY_LOGIN = 'property';

interface Move {
  readonly action: CourseAction;
  readonly atMs: number;
  readonly actor: string;
  readonly organization?: string;
  readonly crew?: number;
  readonly outcome?: CourseOutcome;
  readonly residentWord?: true;
  readonly reason?: string;
  readonly note?: string;
}

/** Nobody rings a resident at night about a lamp: such steps wait for the morning. */
function inDaytime(atMs: number, key: readonly KeyPart[]): number {
  const startMs = midnightBefore(atMs);
  const hour = (atMs - startMs) / HOUR_MS;
  const morning = 8 * HOUR_MS + integerOf(0, 70, 'morning', ...key) * MINUTE_MS;
  if (hour < 8) return startMs + morning;
  return hour < 21.5 ? atMs : startMs + DAY_MS + morning;
}

/** A matter of danger is never late here, and a dispute has time; the rest is late now and then, by one to nine days. */
function isLate({ finishHours }: RequestTemplate, key: readonly KeyPart[]): boolean {
  return (finishHours === 24 || finishHours === 168) && unitOf('late', ...key) < LATE_SHARE;
}

function closingTime(reportedMs: number, template: RequestTemplate, key: readonly KeyPart[]): number {
  const [shortest, longest] = template.courseHours;
  const clockHours = template.finishHours ?? 0;
  const hours = isLate(template, key)
    ? clockHours + LATE_HOURS.least + unitOf('lateness', ...key) * Math.min(LATE_HOURS.spread, 4 * clockHours)
    : shortest + unitOf('course', ...key) ** 0.9 * (longest - shortest);
  return reportedMs + hours * HOUR_MS;
}

function acceptTime(reportedMs: number, template: RequestTemplate, key: readonly KeyPart[]): number {
  if (template.kind === 'URGENT') return reportedMs + integerOf(40, 700, 'accept', ...key) * 1000;
  return inDaytime(reportedMs + integerOf(3, 70, 'accept', ...key) * MINUTE_MS, key);
}

function closing(template: RequestTemplate, atMs: number, actor: string, key: readonly KeyPart[]): Move {
  const outcome = OUTCOMES[weightedIndex(OUTCOME_WEIGHTS, 'outcome', ...key)] ?? 'FULL';
  return { action: 'CLOSE', atMs, actor, outcome, note: outcome === 'FULL' ? template.solved : '已向居民说明情况' };
}

function gridMoves(
  template: RequestTemplate,
  worker: string,
  [acceptMs, closeMs]: readonly [number, number],
  key: readonly KeyPart[],
): Move[] {
  const between = (share: number) => acceptMs + share * (closeMs - acceptMs);
  const quick: Move[] = [{ action: 'SOLVE_IN_GRID', atMs: acceptMs, actor: worker }];
  const filed: Move[] = [
    { action: 'ACCEPT', atMs: acceptMs, actor: worker },
    { action: 'FILE', atMs: between(0.1), actor: worker },
    { action: 'SOLVE_IN_GRID', atMs: between(0.3), actor: worker },
    { action: 'REPORT_BACK', atMs: between(0.85), actor: worker, note: template.solved },
  ];
  const moves = unitOf('quick', ...key) < 0.7 ? quick : filed;
  return [...moves, { ...closing(template, closeMs, worker, key), residentWord: true }];
}

function dispatchMoves(
  template: RequestTemplate,
  worker: string,
  [acceptMs, closeMs]: readonly [number, number],
  key: readonly KeyPart[],
): Move[] {
  const dispatchMs = acceptMs + integerOf(1, 4, 'dispatch', ...key) * MINUTE_MS;
  const slow = unitOf('slow', ...key) < 0.05;
  const takeMs = dispatchMs + integerOf(slow ? 17 : 1, slow ? 50 : 12, 'take', ...key) * MINUTE_MS;
  const between = (share: number) => takeMs + share * Math.max(0, closeMs - takeMs);
  // Whatever takes long afterwards, somebody comes within half of the clock.
  const latestArrivalMs = acceptMs + ((template.finishHours ?? 4) / 2) * HOUR_MS;
  const arriveMs = Math.min(between(0.15 + 0.35 * unitOf('arrive', ...key)), latestArrivalMs);
  const crew = integerOf(1, 3, 'crew', ...key);
  const verify: Move[] =
    unitOf('verify', ...key) < 0.6 ? [{ action: 'VERIFY', atMs: between(0.9), actor: worker }] : [];
  return [
    { action: 'ACCEPT', atMs: acceptMs, actor: worker },
    { action: 'DISPATCH', atMs: dispatchMs, actor: worker, organization: PROPERTY_FIRM.code },
    { action: 'TAKE', atMs: takeMs, actor: PROPERTY_LOGIN },
    { action: 'ARRIVE', atMs: arriveMs, actor: PROPERTY_LOGIN, crew },
    {
      action: 'FINISH',
      atMs: between(0.6 + 0.25 * unitOf('finish', ...key)),
      actor: PROPERTY_LOGIN,
      reason: '演示数据,未拍照',
      note: template.solved,
    },
    ...verify,
    { ...closing(template, closeMs, worker, key), ...(verify.length === 0 && { residentWord: true as const }) },
  ];
}

/** Minutes that a step takes at least after the one before it; others follow within 20 s. */
const LEAST_MINUTES: Readonly<Partial<Record<CourseAction, number>>> = { FINISH: 22, VERIFY: 12, CLOSE: 6 };

function leastMs(action: CourseAction, key: readonly KeyPart[]): number {
  const minutes = LEAST_MINUTES[action];
  return minutes === undefined ? 20_000 : minutes * (1 + 0.5 * unitOf('least', ...key)) * MINUTE_MS;
}

/** Steps in order, with time between them, outside the night unless the matter is urgent; taking an order may be at any hour. */
function stamped(moves: readonly Move[], reported: RequestReported, template: RequestTemplate): RequestAdvanced[] {
  let previousMs = reported.atMs;
  return moves.map((move, i): RequestAdvanced => {
    const key = [reported.requestId, i];
    const atMs = Math.round(
      Math.max(
        template.courseHours[1] < 4 ? move.atMs : inDaytime(move.atMs, key),
        previousMs + leastMs(move.action, key),
      ),
    );
    previousMs = atMs;
    return {
      happening: 'REQUEST_ADVANCED',
      atMs,
      stepId: idOf(atMs, 'step', ...key),
      clientEventId: idOf(atMs, 'client', ...key),
      requestId: reported.requestId,
      action: move.action,
      actor: move.actor,
      organization: move.organization ?? null,
      crew: move.crew ?? null,
      outcome: move.outcome ?? null,
      residentWord: move.residentWord ?? false,
      reason: move.reason ?? null,
      note: move.note ?? null,
    };
  });
}

/**
 * The course of a request, fixed by its own id. `worker`: username of the grid worker who answers for the entrance.
 * About 95 % end within the clock of their category, the rest up to nine days after it; none is longer than
 * {@link LONGEST_COURSE_DAYS}.
 */
export function courseOf(reported: RequestReported, worker: string): RequestCourse {
  const template = templateOf(reported.category);
  const key = [reported.requestId];
  const acceptMs = acceptTime(reported.atMs, template, key);
  const span = [acceptMs, Math.max(closingTime(reported.atMs, template, key), acceptMs + 5 * MINUTE_MS)] as const;
  const inGrid = unitOf('inGrid', ...key) < template.inGridShare;
  const moves = inGrid ? gridMoves(template, worker, span, key) : dispatchMoves(template, worker, span, key);
  return { reported, steps: stamped(moves, reported, template) };
}
