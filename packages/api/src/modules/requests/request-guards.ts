// Owns the facts a request's move is judged by, and the guard of each action: what must be given, what must hold.
// Refuses roles and stages: those stand in the table of request-transitions.ts.
import type { OrderState, RequestAction, RequestParty, RequestStage } from './request-stages.ts';

/** 全部解决, 部分解决, 无法解决, 重复, 转交. */
export const REQUEST_OUTCOMES = ['FULL', 'PARTIAL', 'NOT_POSSIBLE', 'DUPLICATE', 'REFERRED'] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Why a move is refused; each has its sentence in the contract's rule texts. */
export const LIFECYCLE_REFUSALS = [
  'ACTION_NOT_AT_STAGE',
  'ACTOR_NOT_ALLOWED',
  'ORGANIZATION_REQUIRED',
  'SAME_ORGANIZATION',
  'CREW_REQUIRED',
  'PHOTOS_REQUIRED',
  'OUTCOME_REQUIRED',
  'OUTCOME_NOT_AT_STAGE',
  'DUPLICATE_OF_REQUIRED',
  'VERIFICATION_REQUIRED',
  'REASON_REQUIRED',
  'EXTENSION_NOT_LATER',
  'EXTENSION_PENDING',
  'NO_EXTENSION_PENDING',
  'OWN_EXTENSION',
] as const;
export type LifecycleRefusalCode = (typeof LIFECYCLE_REFUSALS)[number];

export interface LifecycleRefusal {
  readonly refused: LifecycleRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** All that the rules need to know of a request; nothing personal. Ids are opaque. */
export interface RequestState {
  readonly requestId: string;
  readonly stage: RequestStage;
  readonly organizationId: string | null;
  readonly order: OrderState | null;
  readonly outcome: RequestOutcome | null;
  /** When the matter is due to be finished. */
  readonly dueAt: Date;
  readonly extension: { readonly until: Date; readonly askedBy: string } | null;
  /** How often it was reopened. */
  readonly reopenings: number;
}

/** Who acts: as which parties, decided by the caller from memberships, scopes, routing and the work order. */
export interface LifecycleActor {
  readonly personId: string;
  readonly parties: ReadonlySet<RequestParty>;
}

/** What comes with an action. Only what the action needs is read; texts have passed the text rules before. */
export interface ActionInput {
  readonly at: Date;
  readonly organizationId?: string;
  /** People on the spot. */
  readonly crew?: number;
  readonly photosBefore?: number;
  readonly photosAfter?: number;
  readonly outcome?: RequestOutcome;
  readonly duplicateOf?: string;
  /** The resident said that the matter is settled. */
  readonly residentWord?: boolean;
  readonly until?: Date;
  readonly reason?: string;
}

/** Returns why not, or null. */
export type Guard = (state: RequestState, input: ActionInput, actor: LifecycleActor) => LifecycleRefusal | null;

const CLOSED_UNHANDLED: readonly RequestOutcome[] = ['NOT_POSSIBLE', 'DUPLICATE', 'REFERRED'];
const UNHANDLED: readonly RequestStage[] = ['REPORTED', 'ACCEPTED', 'FILED'];

/** A refusal with its parameters. */
export function refuse(refused: LifecycleRefusalCode, params: LifecycleRefusal['params'] = {}): LifecycleRefusal {
  return { refused, params };
}

/** What each action demands beyond stage and role; an action that is not listed demands nothing. */
export const GUARDS: Readonly<Partial<Record<RequestAction, Guard>>> = {
  DISPATCH: dispatchGuard,
  ARRIVE: (_state, input) => (Number.isInteger(input.crew) && (input.crew ?? 0) >= 1 ? null : refuse('CREW_REQUIRED')),
  FINISH: finishGuard,
  START: (state, input) => (state.stage === 'REPORTED_BACK' ? reasonGuard(input) : null),
  CLOSE: closeGuard,
  REOPEN: (_state, input) => reasonGuard(input),
  REQUEST_EXTENSION: requestExtensionGuard,
  APPROVE_EXTENSION: decideExtensionGuard,
  REFUSE_EXTENSION: (state, input, actor) => decideExtensionGuard(state, input, actor) ?? reasonGuard(input),
};

function dispatchGuard(state: RequestState, input: ActionInput): LifecycleRefusal | null {
  if (!input.organizationId) return refuse('ORGANIZATION_REQUIRED');
  const again = state.stage === 'DISPATCHED' && input.organizationId === state.organizationId;
  return again ? refuse('SAME_ORGANIZATION') : null;
}

// Inside a home a picture may be unwelcome, so a stated reason replaces it; silence does not.
function finishGuard(_state: RequestState, input: ActionInput): LifecycleRefusal | null {
  const before = input.photosBefore ?? 0;
  const after = input.photosAfter ?? 0;
  if ((before >= 1 && after >= 1) || input.reason?.trim()) return null;
  return refuse('PHOTOS_REQUIRED', { before, after });
}

function closeGuard(state: RequestState, input: ActionInput): LifecycleRefusal | null {
  const { outcome } = input;
  if (!outcome) return refuse('OUTCOME_REQUIRED');
  if (UNHANDLED.includes(state.stage) && !CLOSED_UNHANDLED.includes(outcome)) {
    return refuse('OUTCOME_NOT_AT_STAGE', { outcome, stage: state.stage });
  }
  if (outcome === 'DUPLICATE' && (!input.duplicateOf || input.duplicateOf === state.requestId)) {
    return refuse('DUPLICATE_OF_REQUIRED');
  }
  // A duplicate is verified by the other request, which anyone can look up.
  const settled = state.stage === 'VERIFIED' || input.residentWord === true || outcome === 'DUPLICATE';
  return settled ? null : refuse('VERIFICATION_REQUIRED', { stage: state.stage });
}

function requestExtensionGuard(state: RequestState, input: ActionInput): LifecycleRefusal | null {
  if (state.extension) return refuse('EXTENSION_PENDING');
  const until = input.until?.getTime() ?? Number.NaN;
  if (!(until > state.dueAt.getTime() && until > input.at.getTime())) {
    return refuse('EXTENSION_NOT_LATER', { dueAt: state.dueAt.toISOString() });
  }
  return reasonGuard(input);
}

function decideExtensionGuard(
  state: RequestState,
  _input: ActionInput,
  actor: LifecycleActor,
): LifecycleRefusal | null {
  if (!state.extension) return refuse('NO_EXTENSION_PENDING');
  return state.extension.askedBy === actor.personId ? refuse('OWN_EXTENSION') : null;
}

function reasonGuard(input: ActionInput): LifecycleRefusal | null {
  return input.reason?.trim() ? null : refuse('REASON_REQUIRED');
}
