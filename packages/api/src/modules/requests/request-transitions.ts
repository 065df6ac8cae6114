// Owns the table of a request's eight stages: which action leads where, and who may take it. Data only.
// Refuses conditions on facts: those are guards, in request-guards.ts.
import type { OrderState, RequestAction, RequestParty, RequestStage, RequestStep } from './request-stages.ts';

/** One permitted move. */
export interface Transition {
  readonly action: RequestAction;
  readonly from: RequestStage;
  /** Only with the work order in one of these states; null is "no order". Absent: in any. */
  readonly order?: readonly (OrderState | null)[];
  readonly to: RequestStage;
  readonly steps: readonly RequestStep[];
  readonly who: readonly RequestParty[];
  /** The order's state afterwards; absent: unchanged. */
  readonly orderThen?: OrderState | null;
}

const GRID: readonly RequestParty[] = ['SECRETARY', 'RESPONSIBLE', 'GRID_WORKER'];
const ORG: readonly RequestParty[] = ['ORGANIZATION'];
const NO_ORDER = [null] as const;

const dispatch = (from: RequestStage, steps: readonly RequestStep[], order?: Transition['order']): Transition => ({
  action: 'DISPATCH',
  from,
  to: 'DISPATCHED',
  steps,
  who: GRID,
  orderThen: 'OFFERED',
  ...(order && { order }),
});
const solveInGrid = (from: RequestStage): Transition => ({
  action: 'SOLVE_IN_GRID',
  from,
  to: 'IN_PROGRESS',
  steps: ['IN_PROGRESS'],
  who: GRID,
});
const closeEarly = (from: RequestStage): Transition => ({
  action: 'CLOSE',
  from,
  to: 'CLOSED',
  steps: ['RESIDENT_WORD', 'CLOSED'],
  who: GRID,
});

/**
 * Every permitted move. What is not here is refused. A dispatch from an earlier stage stamps the stages it implies, so
 * nobody has to tap three times in a hurry. A second dispatch hands an order that nobody took to another organization.
 * A worker may START and REPORT_BACK on behalf of an organization that does not use the screen. What was solved in the grid
 * is verified by the secretary: nobody's own work is verified by the same hand.
 */
export const TRANSITIONS: readonly Transition[] = [
  { action: 'ACCEPT', from: 'REPORTED', to: 'ACCEPTED', steps: ['ACCEPTED'], who: GRID },
  { action: 'FILE', from: 'ACCEPTED', to: 'FILED', steps: ['FILED'], who: GRID },
  dispatch('REPORTED', ['ACCEPTED', 'FILED', 'DISPATCHED']),
  dispatch('ACCEPTED', ['FILED', 'DISPATCHED']),
  dispatch('FILED', ['DISPATCHED']),
  dispatch('DISPATCHED', ['DISPATCHED']),
  dispatch('IN_PROGRESS', ['DISPATCHED'], NO_ORDER),
  {
    action: 'TAKE',
    from: 'DISPATCHED',
    order: ['OFFERED'],
    to: 'IN_PROGRESS',
    steps: ['ORDER_TAKEN', 'IN_PROGRESS'],
    who: ORG,
    orderThen: 'TAKEN',
  },
  {
    action: 'ARRIVE',
    from: 'IN_PROGRESS',
    order: ['TAKEN'],
    to: 'IN_PROGRESS',
    steps: ['CREW_ARRIVED'],
    who: ORG,
    orderThen: 'ARRIVED',
  },
  {
    action: 'FINISH',
    from: 'IN_PROGRESS',
    order: ['ARRIVED'],
    to: 'REPORTED_BACK',
    steps: ['ORDER_FINISHED', 'REPORTED_BACK'],
    who: ORG,
    orderThen: 'FINISHED',
  },
  {
    action: 'START',
    from: 'DISPATCHED',
    to: 'IN_PROGRESS',
    steps: ['ORDER_TAKEN', 'IN_PROGRESS'],
    who: GRID,
    orderThen: 'TAKEN',
  },
  {
    action: 'START',
    from: 'REPORTED_BACK',
    order: ['FINISHED'],
    to: 'IN_PROGRESS',
    steps: ['SENT_BACK', 'IN_PROGRESS'],
    who: GRID,
    orderThen: 'TAKEN',
  },
  {
    action: 'START',
    from: 'REPORTED_BACK',
    order: NO_ORDER,
    to: 'IN_PROGRESS',
    steps: ['SENT_BACK', 'IN_PROGRESS'],
    who: GRID,
  },
  {
    action: 'REPORT_BACK',
    from: 'IN_PROGRESS',
    order: ['TAKEN', 'ARRIVED'],
    to: 'REPORTED_BACK',
    steps: ['ORDER_FINISHED', 'REPORTED_BACK'],
    who: GRID,
    orderThen: 'FINISHED',
  },
  {
    action: 'REPORT_BACK',
    from: 'IN_PROGRESS',
    order: NO_ORDER,
    to: 'REPORTED_BACK',
    steps: ['REPORTED_BACK'],
    who: GRID,
  },
  { action: 'VERIFY', from: 'REPORTED_BACK', order: ['FINISHED'], to: 'VERIFIED', steps: ['VERIFIED'], who: GRID },
  { action: 'VERIFY', from: 'REPORTED_BACK', order: NO_ORDER, to: 'VERIFIED', steps: ['VERIFIED'], who: ['SECRETARY'] },
  { action: 'VERIFY', from: 'IN_PROGRESS', order: NO_ORDER, to: 'VERIFIED', steps: ['VERIFIED'], who: ['SECRETARY'] },
  closeEarly('REPORTED'),
  closeEarly('ACCEPTED'),
  closeEarly('FILED'),
  {
    action: 'CLOSE',
    from: 'IN_PROGRESS',
    order: NO_ORDER,
    to: 'CLOSED',
    steps: ['RESIDENT_WORD', 'CLOSED'],
    who: GRID,
  },
  { action: 'CLOSE', from: 'REPORTED_BACK', to: 'CLOSED', steps: ['RESIDENT_WORD', 'CLOSED'], who: GRID },
  { action: 'CLOSE', from: 'VERIFIED', to: 'CLOSED', steps: ['CLOSED'], who: GRID },
  solveInGrid('REPORTED'),
  solveInGrid('ACCEPTED'),
  solveInGrid('FILED'),
  { action: 'REOPEN', from: 'CLOSED', to: 'ACCEPTED', steps: ['REOPENED', 'ACCEPTED'], who: GRID, orderThen: null },
  ...(['ACCEPTED', 'FILED', 'DISPATCHED', 'IN_PROGRESS'] as const).flatMap((from): Transition[] => [
    {
      action: 'REQUEST_EXTENSION',
      from,
      to: from,
      steps: ['EXTENSION_REQUESTED'],
      who: ['RESPONSIBLE', 'GRID_WORKER', 'ORGANIZATION'],
    },
    { action: 'APPROVE_EXTENSION', from, to: from, steps: ['EXTENSION_APPROVED'], who: ['SECRETARY'] },
    { action: 'REFUSE_EXTENSION', from, to: from, steps: ['EXTENSION_REFUSED'], who: ['SECRETARY'] },
  ]),
];
