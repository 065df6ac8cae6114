// Owns turning a filled form into the one mutation that its action needs. Refuses retries: the caller keeps the id.
import { execute } from '#api/client';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { type ActionName, type ActionValues, formOf } from './action-forms.ts';
import { AdvanceRequest, DispatchRequest, JoinRequest, ReopenRequest } from './request-mutations.ts';
import type { PickedPhoto } from './upload-photo.ts';

/** What a form holds when it is sent. */
export interface ActionDraft extends ActionValues {
  readonly photos: readonly PickedPhoto[];
  readonly callerName: string;
  readonly callerPhone: string;
  readonly door: string;
}

/** The body of an action, without the id that makes a repetition safe. */
export interface ActionSending {
  readonly request: Pick<RequestWholeFragment, 'id' | 'stage' | 'steps'>;
  readonly action: ActionName;
  readonly draft: ActionDraft;
}

/** A refusal the person can do something about. */
export interface RefusalView {
  readonly code: string;
  readonly message: string;
  readonly path: string | null;
}

/** @throws ApiError as {@link execute}; refusals are returned */
export async function sendAction(
  sending: ActionSending,
  clientEventId: string,
): Promise<RequestWholeFragment | RefusalView> {
  return SENDERS[formOf(sending.action, sending.request.stage).mutation](sending, clientEventId);
}

/** Tells the two apart. */
export function isRefusal(result: RequestWholeFragment | RefusalView): result is RefusalView {
  return 'message' in result;
}

const filled = (text: string) => (text.trim() === '' ? null : text.trim());

type Sender = (sending: ActionSending, clientEventId: string) => Promise<RequestWholeFragment | RefusalView>;

const SENDERS: Readonly<Record<'advance' | 'dispatch' | 'reopen' | 'join', Sender>> = {
  advance: async ({ request, action, draft }, clientEventId) => {
    const { result } = await execute(AdvanceRequest, {
      input: {
        ...advanceInput(request.stage, action, draft),
        request: request.id,
        expectedSteps: request.steps.length,
        clientEventId,
      },
    });
    return result;
  },
  dispatch: async ({ request, draft }, clientEventId) => {
    const { result } = await execute(DispatchRequest, {
      input: { request: request.id, organization: draft.organization ?? '', note: filled(draft.note), clientEventId },
    });
    return result;
  },
  reopen: async ({ request, draft }, clientEventId) => {
    const { result } = await execute(ReopenRequest, {
      input: { request: request.id, reason: draft.note, clientEventId },
    });
    return result;
  },
  join: async ({ request, draft }, clientEventId) => {
    const caller = {
      callerName: filled(draft.callerName),
      callerPhone: filled(draft.callerPhone),
      door: filled(draft.door),
    };
    const { result } = await execute(JoinRequest, { input: { request: request.id, ...caller, clientEventId } });
    return result;
  },
};

function advanceInput(stage: RequestWholeFragment['stage'], action: ActionName, draft: ActionDraft) {
  const { fields } = formOf(action, stage, draft.outcome);
  const has = (field: (typeof fields)[number]) => fields.includes(field);
  return {
    action,
    note: has('note') || has('reason') ? filled(draft.note) : null,
    ...(has('crew') && { crew: draft.crew }),
    ...(has('outcome') && { outcome: draft.outcome }),
    ...(has('duplicateOf') && { duplicateOf: draft.duplicateOf }),
    ...(has('residentsWord') && { residentsWord: draft.residentsWord }),
    ...(has('until') && draft.until !== null && { until: new Date(draft.until).toISOString() }),
    ...(has('photos') && { photos: draft.photos.map(({ upload, phase }) => ({ upload, phase })) }),
  };
}
