// Owns what a person has to give with each action, and which action comes first in thumb reach. A table, pure.
// Refuses permission: the server says which actions this viewer has; its refusals are shown beside the field they name.
import type { StageName } from '#ui/stage';

/** Actions of the contract. */
export type ActionName =
  | 'ACCEPT'
  | 'FILE'
  | 'DISPATCH'
  | 'TAKE'
  | 'ARRIVE'
  | 'FINISH'
  | 'START'
  | 'REPORT_BACK'
  | 'VERIFY'
  | 'CLOSE'
  | 'SOLVE_IN_GRID'
  | 'REOPEN'
  | 'REQUEST_EXTENSION'
  | 'APPROVE_EXTENSION'
  | 'REFUSE_EXTENSION'
  | 'JOIN';

/** Fields of the form under an action; the server names the same ones in a refusal's path. */
export type FieldName =
  | 'organization'
  | 'crew'
  | 'photos'
  | 'outcome'
  | 'duplicateOf'
  | 'residentsWord'
  | 'until'
  | 'note'
  | 'reason'
  | 'caller';

/** Outcomes of the contract. */
export type OutcomeName = 'FULL' | 'PARTIAL' | 'NOT_POSSIBLE' | 'REFERRED' | 'DUPLICATE';

/** A form: which mutation, which fields, in order. Without fields one tap is enough. */
export interface ActionForm {
  readonly mutation: 'advance' | 'dispatch' | 'reopen' | 'join';
  readonly fields: readonly FieldName[];
}

/** What the person has filled in so far. */
export interface ActionValues {
  readonly organization: string | null;
  readonly crew: number | null;
  readonly photosBefore: number;
  readonly photosAfter: number;
  readonly outcome: OutcomeName | null;
  /** With outcome DUPLICATE: opaque id of the request it repeats. */
  readonly duplicateOf: string | null;
  readonly residentsWord: boolean;
  /** Epoch ms. */
  readonly until: number | null;
  readonly note: string;
}

const ONE_TAP: ActionForm = { mutation: 'advance', fields: [] };
const advance = (...fields: readonly FieldName[]): ActionForm => ({ mutation: 'advance', fields });

const FORMS: Readonly<Record<ActionName, ActionForm>> = {
  ACCEPT: ONE_TAP,
  FILE: ONE_TAP,
  TAKE: ONE_TAP,
  SOLVE_IN_GRID: ONE_TAP,
  APPROVE_EXTENSION: ONE_TAP,
  START: ONE_TAP,
  DISPATCH: { mutation: 'dispatch', fields: ['organization', 'note'] },
  ARRIVE: advance('crew'),
  FINISH: advance('photos', 'note'),
  REPORT_BACK: advance('photos', 'note'),
  VERIFY: advance('note'),
  CLOSE: advance('outcome', 'residentsWord', 'note'),
  REOPEN: { mutation: 'reopen', fields: ['reason'] },
  REQUEST_EXTENSION: advance('until', 'reason'),
  REFUSE_EXTENSION: advance('reason'),
  JOIN: { mutation: 'join', fields: ['caller'] },
};

/**
 * The form of an action at a stage: sending back asks for a reason, closing a verified request needs no word, and a
 * duplicate needs the other request instead of one.
 */
export function formOf(action: ActionName, stage: StageName, outcome: OutcomeName | null = null): ActionForm {
  if (action === 'CLOSE' && outcome === 'DUPLICATE') return advance('outcome', 'duplicateOf', 'note');
  if (action === 'START' && stage === 'REPORTED_BACK') return advance('reason');
  if (action === 'CLOSE' && stage === 'VERIFIED') return advance('outcome', 'note');
  return FORMS[action];
}

const UNHANDLED: ReadonlySet<StageName> = new Set(['REPORTED', 'ACCEPTED', 'FILED']);

/** What nobody handled cannot be closed as settled. */
export function outcomesAt(stage: StageName): readonly OutcomeName[] {
  const handled = UNHANDLED.has(stage) ? [] : (['FULL', 'PARTIAL'] as const);
  return [...handled, 'NOT_POSSIBLE', 'REFERRED', 'DUPLICATE'];
}

/** The first thing still missing, before anything is sent; null when the form can go. */
export function missingField(action: ActionName, stage: StageName, values: ActionValues): FieldName | null {
  const lacking = (field: FieldName) => LACKING[field]?.(values, action) ?? false;
  return formOf(action, stage, values.outcome).fields.find(lacking) ?? null;
}

const LACKING: Readonly<Partial<Record<FieldName, (values: ActionValues, action: ActionName) => boolean>>> = {
  organization: ({ organization }) => organization === null,
  crew: ({ crew }) => crew === null || crew < 1,
  photos: ({ photosBefore, photosAfter, note }, action) =>
    action === 'FINISH' && (photosBefore < 1 || photosAfter < 1) && note.trim() === '',
  outcome: ({ outcome }) => outcome === null,
  duplicateOf: ({ duplicateOf }) => duplicateOf === null,
  residentsWord: ({ residentsWord }) => !residentsWord,
  until: ({ until }) => until === null,
  reason: ({ note }) => note.trim() === '',
};

const FIRST: readonly ActionName[] = [
  'TAKE',
  'ARRIVE',
  'FINISH',
  'APPROVE_EXTENSION',
  'DISPATCH',
  'CLOSE',
  'VERIFY',
  'ACCEPT',
  'FILE',
  'START',
  'REPORT_BACK',
  'SOLVE_IN_GRID',
];

/**
 * The one to stand out; null where nothing moves the request forward.
 *
 * @param withFirm a firm is at work on it: what comes next is the firm's
 */
export function leadingAction(
  actions: readonly ActionName[],
  stage: StageName,
  urgent: boolean,
  withFirm = false,
): ActionName | null {
  const offered = withFirm ? actions.filter((action) => action !== 'CLOSE' && action !== 'DISPATCH') : actions;
  return FIRST.find((action) => offered.includes(action) && leads(action, stage, urgent)) ?? null;
}

// What is dispatched waits for the firm; starting in its place, or handing on what is begun, is the exception. Closing
// unhandled is too.
function leads(action: ActionName, stage: StageName, urgent: boolean): boolean {
  if (action === 'CLOSE') return !UNHANDLED.has(stage);
  if (action === 'START') return stage !== 'DISPATCHED';
  if (action === 'DISPATCH') return UNHANDLED.has(stage) && (stage !== 'REPORTED' || urgent);
  return true;
}

/** `input.photos[0].upload` belongs to the field photos; a path that names none to the form as a whole. */
export function fieldOfPath(
  path: string | null | undefined,
): FieldName | 'text' | 'entrance' | 'category' | 'callerName' | 'callerPhone' | 'door' | null {
  const [, name = ''] = /^(?:input\.)?(\w+)/.exec(path ?? '') ?? [];
  return KNOWN_FIELDS.find((field) => field === name) ?? null;
}

const KNOWN_FIELDS = [
  'organization',
  'crew',
  'photos',
  'outcome',
  'duplicateOf',
  'residentsWord',
  'until',
  'note',
  'reason',
  'text',
  'entrance',
  'category',
  'callerName',
  'callerPhone',
  'door',
] as const;
