// Owns the words of a request's life: stages, actions, parties, states of a work order, steps of the history.
// Refuses to say what may follow what: that is the table in request-transitions.ts.

/** 上报, 受理, 立案, 派遣, 处置, 反馈, 核查, 结案. */
export const REQUEST_STAGES = [
  'REPORTED',
  'ACCEPTED',
  'FILED',
  'DISPATCHED',
  'IN_PROGRESS',
  'REPORTED_BACK',
  'VERIFIED',
  'CLOSED',
] as const;
export type RequestStage = (typeof REQUEST_STAGES)[number];

export const REQUEST_ACTIONS = [
  'ACCEPT',
  'FILE',
  'DISPATCH',
  'TAKE',
  'ARRIVE',
  'FINISH',
  'START',
  'REPORT_BACK',
  'VERIFY',
  'CLOSE',
  'SOLVE_IN_GRID',
  'REOPEN',
  'REQUEST_EXTENSION',
  'APPROVE_EXTENSION',
  'REFUSE_EXTENSION',
] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

/**
 * As what somebody acts on one request. RESPONSIBLE is the responsible person and the on-call second name, whatever their
 * role; ORGANIZATION speaks for the organization that holds the work order; GRID_WORKER counts only in the request's own grid.
 */
export const REQUEST_PARTIES = [
  'SECRETARY',
  'RESPONSIBLE',
  'GRID_WORKER',
  'ORGANIZATION',
  'PROPERTY_MANAGER',
  'POLICE',
  'PLANNER',
  'STREET_REVIEWER',
  'DISTRICT_REVIEWER',
  'ADMINISTRATOR',
  'VOLUNTEER',
  'CADRE',
] as const;
export type RequestParty = (typeof REQUEST_PARTIES)[number];

/** State of the work order: OFFERED 已派未接, TAKEN 已接单, ARRIVED 已到场, FINISHED 已完工; null while none exists. */
export type OrderState = 'OFFERED' | 'TAKEN' | 'ARRIVED' | 'FINISHED';

/** What the history stamps, in order: stages reached, and marks that leave the stage as it is. */
export type RequestStep =
  | RequestStage
  | 'ORDER_TAKEN'
  | 'CREW_ARRIVED'
  | 'ORDER_FINISHED'
  | 'RESIDENT_WORD'
  | 'SENT_BACK'
  | 'REOPENED'
  | 'EXTENSION_REQUESTED'
  | 'EXTENSION_APPROVED'
  | 'EXTENSION_REFUSED';
