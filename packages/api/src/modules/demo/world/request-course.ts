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

const LATE_SHARE = 0.065;
const LATE_HOURS = [20, 216] as const;
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

function closingTime(reportedMs: number, template: RequestTemplate, key: readonly KeyPart[]): number {
  const [shortest, longest] = template.courseHours;
  const late = template.finishHours !== null && template.finishHours < 360 && unitOf('late', ...key) < LATE_SHARE;
  const hours = late
    ? (template.finishHours ?? 0) + LATE_HOURS[0] + unitOf('lateness', ...key) * (LATE_HOURS[1] - LATE_HOURS[0])
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
  return [...(unitOf('quick', ...key) < 0.7 ? quick : filed), closing(template, closeMs, worker, key)];
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
  const crew = integerOf(1, 3, 'crew', ...key);
  const verify: Move[] =
    unitOf('verify', ...key) < 0.6 ? [{ action: 'VERIFY', atMs: between(0.9), actor: worker }] : [];
  return [
    { action: 'ACCEPT', atMs: acceptMs, actor: worker },
    { action: 'DISPATCH', atMs: dispatchMs, actor: worker, organization: PROPERTY_FIRM.code },
    { action: 'TAKE', atMs: takeMs, actor: PROPERTY_LOGIN },
    { action: 'ARRIVE', atMs: between(0.15 + 0.35 * unitOf('arrive', ...key)), actor: PROPERTY_LOGIN, crew },
    {
      action: 'FINISH',
      atMs: between(0.6 + 0.25 * unitOf('finish', ...key)),
      actor: PROPERTY_LOGIN,
      note: template.solved,
    },
    ...verify,
    closing(template, closeMs, worker, key),
  ];
}

/** Steps in order, at least 20 s apart, outside the night unless the matter is urgent; taking an order may be at any hour. */
function stamped(moves: readonly Move[], reported: RequestReported, template: RequestTemplate): RequestAdvanced[] {
  let previousMs = reported.atMs;
  return moves.map((move, i): RequestAdvanced => {
    const key = [reported.requestId, i];
    const atMs = Math.round(
      Math.max(template.courseHours[1] < 4 ? move.atMs : inDaytime(move.atMs, key), previousMs + 20_000),
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
      note: move.note ?? null,
    };
  });
}

/**
 * The course of a request, fixed by its own id. `worker`: username of the grid worker who answers for the entrance.
 * About 95 % end within the clock of their category, the rest one to nine days after it; none is longer than
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
