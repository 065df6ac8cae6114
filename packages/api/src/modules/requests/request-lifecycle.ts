// Owns the decision over one move of a request: table, then role, then guard, then the next state with what to stamp.
// Refuses to store, to look anything up or to read a clock: state, actor, input and time are arguments.
import {
  GUARDS,
  refuse,
  type ActionInput,
  type LifecycleActor,
  type LifecycleRefusal,
  type RequestState,
} from './request-guards.ts';
import {
  REQUEST_ACTIONS,
  type OrderState,
  type RequestAction,
  type RequestStage,
  type RequestStep,
} from './request-stages.ts';
import { TRANSITIONS, type Transition } from './request-transitions.ts';

const WORK_DONE: ReadonlySet<RequestStage> = new Set(['REPORTED_BACK', 'VERIFIED', 'CLOSED']);

/** A permitted move: the state after it, and the steps to append to the history, in order, all at `input.at`. */
export interface LifecycleMove {
  readonly ok: RequestState;
  readonly steps: readonly RequestStep[];
}

/**
 * Decides one action on one request.
 *
 * Order of refusals: the move does not exist at this stage (`ACTION_NOT_AT_STAGE`), this actor may not make it
 * (`ACTOR_NOT_ALLOWED`), the guard's own code. Nothing is thrown. Pure, O(size of the table).
 *
 * `ok.dueAt` changes only with APPROVE_EXTENSION. After REOPEN the caller starts new clocks and sets it.
 * @returns the move, or `{ refused, params }`.
 */
export function decide(
  state: RequestState,
  action: RequestAction,
  actor: LifecycleActor,
  input: ActionInput,
): LifecycleMove | LifecycleRefusal {
  const possible = transitionsAt(state, action);
  if (possible.length === 0) return refuse('ACTION_NOT_AT_STAGE', { action, stage: state.stage });
  const transition = possible.find((candidate) => mayMake(candidate, actor));
  if (!transition) return refuse('ACTOR_NOT_ALLOWED', { action });
  const refusal = GUARDS[action]?.(state, input, actor);
  if (refusal) return refusal;
  const steps = transition.steps.filter((step) => step !== 'RESIDENT_WORD' || input.residentWord === true);
  return { ok: nextState(state, transition, actor, input), steps };
}

/**
 * The actions this actor could take now, in the table's order: what a screen offers as next steps. Guards on input (a reason,
 * a crew) are not asked; an extension that waits, or does not, is.
 */
export function availableActions(state: RequestState, actor: LifecycleActor): readonly RequestAction[] {
  return REQUEST_ACTIONS.filter((action) => {
    if (action === 'REQUEST_EXTENSION' && state.extension) return false;
    const decides = action === 'APPROVE_EXTENSION' || action === 'REFUSE_EXTENSION';
    if (decides && (!state.extension || state.extension.askedBy === actor.personId)) return false;
    return transitionsAt(state, action).some((candidate) => mayMake(candidate, actor));
  });
}

/** The state of a request that was just reported. */
export function reportedState(requestId: string, dueAt: Date): RequestState {
  return {
    requestId,
    stage: 'REPORTED',
    organizationId: null,
    order: null,
    outcome: null,
    dueAt,
    extension: null,
    reopenings: 0,
  };
}

function transitionsAt(state: RequestState, action: RequestAction): readonly Transition[] {
  return TRANSITIONS.filter(
    (candidate) =>
      candidate.action === action &&
      candidate.from === state.stage &&
      (candidate.order === undefined || candidate.order.includes(state.order)),
  );
}

function mayMake(transition: Transition, actor: LifecycleActor): boolean {
  return transition.who.some((party) => actor.parties.has(party));
}

function nextState(
  state: RequestState,
  transition: Transition,
  actor: LifecycleActor,
  input: ActionInput,
): RequestState {
  const order: OrderState | null = transition.orderThen === undefined ? state.order : transition.orderThen;
  // A question for more time lapses when the work is done.
  const extension = WORK_DONE.has(transition.to) ? null : state.extension;
  return { ...state, stage: transition.to, order, extension, ...EFFECTS[transition.action]?.(state, input, actor) };
}

type Effect = (state: RequestState, input: ActionInput, actor: LifecycleActor) => Partial<RequestState>;

// What an action changes beside stage and order. Guards have made sure that what is read here was given.
const EFFECTS: Readonly<Partial<Record<RequestAction, Effect>>> = {
  DISPATCH: (_state, input) => ({ organizationId: input.organizationId ?? null }),
  CLOSE: (_state, input) => ({ outcome: input.outcome ?? null }),
  REOPEN: (state) => ({ organizationId: null, outcome: null, extension: null, reopenings: state.reopenings + 1 }),
  REQUEST_EXTENSION: (_state, input, actor) => ({
    extension: input.until ? { until: input.until, askedBy: actor.personId } : null,
  }),
  APPROVE_EXTENSION: (state) => ({ extension: null, dueAt: state.extension?.until ?? state.dueAt }),
  REFUSE_EXTENSION: () => ({ extension: null }),
};
