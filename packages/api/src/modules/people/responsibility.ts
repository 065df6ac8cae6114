// Owns who is responsible for a place at an instant, and why: the answer is stored with a request and shown (为什么派给 TA).
// Refuses to let the shift decide: it only adds an on-call second name. Reasons hold codes and ids, never names.

/** What an assignment covers; an entrance is more specific than its building, a building more than its grid. */
export const ASSIGNMENT_SCOPES = ['ENTRANCE', 'BUILDING', 'GRID'] as const;
export type AssignmentScope = (typeof ASSIGNMENT_SCOPES)[number];

/** One person put in charge of one grid, building or entrance in [from, to). */
export interface Assignment {
  readonly id: string;
  readonly personId: string;
  readonly scope: AssignmentScope;
  /** Id of the grid, building or entrance. */
  readonly scopeId: string;
  readonly temporary: boolean;
  readonly from: Date;
  readonly to: Date | null;
}

/** Someone on duty outside the usual hours in [from, to); `gridId` null covers the whole community. */
export interface Shift {
  readonly id: string;
  readonly personId: string;
  readonly gridId: string | null;
  readonly from: Date;
  readonly to: Date;
}

/** Where a request lies. The grid is the one in force at the instant asked for. */
export interface Place {
  readonly gridId: string;
  readonly buildingId: string | null;
  readonly entranceId: string | null;
}

export const ROUTING_REASONS = [
  'BY_ENTRANCE',
  'BY_BUILDING',
  'BY_GRID',
  'TEMPORARY_FIRST',
  'LATEST_FIRST',
  'WIDER_SCOPE_YIELDS',
  'OFF_DUTY',
  'ON_CALL_ADDED',
  'NOBODY_ON_CALL',
  'NOBODY_ASSIGNED',
] as const;
export type RoutingReasonCode = (typeof ROUTING_REASONS)[number];

export interface RoutingReason {
  readonly code: RoutingReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The answer. `responsible` is null only when nobody is assigned: then the community's secretary has to name someone. */
export interface Responsibility {
  readonly responsible: { readonly personId: string; readonly assignmentId: string } | null;
  readonly onCall?: { readonly personId: string; readonly shiftId: string };
  /** The responsible person is outside the working hours and holds no shift. Responsibility stays. */
  readonly offDuty: boolean;
  readonly reasons: readonly RoutingReason[];
}

/**
 * Who is responsible for `place` at `at`: of the assignments in force the most specific wins; at equal scope a temporary one
 * before a permanent one, then the one that started last, then the smaller id, so the answer never depends on input order.
 *
 * @param isWorkingTime whether the community's calendar counts `at` as working time.
 * @returns the person, an on-call second name when the person is off duty, and the reasons in the order they applied. O(n log n).
 */
export function responsibleFor(
  place: Place,
  at: Date,
  assignments: readonly Assignment[],
  shifts: readonly Shift[],
  isWorkingTime: boolean,
): Responsibility {
  const inForce = assignments.filter((one) => covers(one, place) && holdsAt(one, at)).toSorted(bySpecificity);
  const [winner] = inForce;
  const duty = shifts
    .filter((one) => holdsAt(one, at) && (one.gridId === null || one.gridId === place.gridId))
    .toSorted(byNearness);
  const offDuty = !isWorkingTime && !duty.some((shift) => shift.personId === winner?.personId);
  const second = offDuty ? duty[0] : undefined;
  return {
    responsible: winner ? { personId: winner.personId, assignmentId: winner.id } : null,
    ...(second && { onCall: { personId: second.personId, shiftId: second.id } }),
    offDuty: winner !== undefined && offDuty,
    reasons: [
      ...(winner ? assignmentReasons(winner, inForce) : [reason('NOBODY_ASSIGNED')]),
      ...dutyReasons(offDuty, second),
    ],
  };
}

function covers(assignment: Assignment, place: Place): boolean {
  const ids = { ENTRANCE: place.entranceId, BUILDING: place.buildingId, GRID: place.gridId };
  return ids[assignment.scope] === assignment.scopeId;
}

function holdsAt(stretch: { readonly from: Date; readonly to: Date | null }, at: Date): boolean {
  return stretch.from <= at && (stretch.to === null || at < stretch.to);
}

function bySpecificity(a: Assignment, b: Assignment): number {
  return (
    ASSIGNMENT_SCOPES.indexOf(a.scope) - ASSIGNMENT_SCOPES.indexOf(b.scope) ||
    Number(b.temporary) - Number(a.temporary) ||
    b.from.getTime() - a.from.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

function byNearness(a: Shift, b: Shift): number {
  return (
    Number(a.gridId === null) - Number(b.gridId === null) ||
    b.from.getTime() - a.from.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

function assignmentReasons(winner: Assignment, inForce: readonly Assignment[]): readonly RoutingReason[] {
  const rivals = inForce.filter((one) => one !== winner && one.scope === winner.scope);
  const equals = rivals.filter((one) => one.temporary === winner.temporary);
  const wider = inForce.filter((one) => one.scope !== winner.scope);
  const reasons = [reason(`BY_${winner.scope}`, { scopeId: winner.scopeId, since: winner.from.toISOString() })];
  if (equals.length < rivals.length) reasons.push(reason('TEMPORARY_FIRST', { count: rivals.length - equals.length }));
  if (equals.length > 0) reasons.push(reason('LATEST_FIRST', { count: equals.length }));
  if (wider.length > 0) reasons.push(reason('WIDER_SCOPE_YIELDS', { count: wider.length }));
  return reasons;
}

function dutyReasons(offDuty: boolean, second: Shift | undefined): readonly RoutingReason[] {
  if (!offDuty) return [];
  return [reason('OFF_DUTY'), second ? reason('ON_CALL_ADDED', { shiftId: second.id }) : reason('NOBODY_ON_CALL')];
}

function reason(code: RoutingReasonCode, params: RoutingReason['params'] = {}): RoutingReason {
  return { code, params };
}
