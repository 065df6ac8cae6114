// Owns one action in the making: what is filled in, what is refused and where, and that a second tap is a repetition.
// Refuses optimism: nothing is shown as done before the server said so.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, newClientEventId } from '#api/client';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { type ActionName, type ActionValues, fieldOfPath, missingField } from './action-forms.ts';
import { createEventIds } from '#api/event-ids';
import { type ActionDraft, isRefusal, type RefusalView, sendAction } from './send-action.ts';

const EMPTY: ActionDraft = {
  organization: null,
  crew: 2,
  photosBefore: 0,
  photosAfter: 0,
  outcome: null,
  duplicateOf: null,
  residentsWord: false,
  until: null,
  note: '',
  photos: [],
  callerName: '',
  callerPhone: '',
  door: '',
};

/** A refusal beside a field, or of the form as a whole (field null). */
export interface FieldError {
  readonly field: string | null;
  readonly message: string;
}

/** Outcome of a tap, for the panel around. */
export interface ActionListener {
  readonly onDone: (request: RequestWholeFragment) => void;
  /** Somebody else was faster: look again. */
  readonly onStale: (message: string) => void;
}

/** A change of the form; a function where it builds on what is there by then, e.g. after an upload. */
export type DraftChange = Partial<ActionDraft> | ((before: ActionDraft) => Partial<ActionDraft>);

/** State of the form of one request's actions. */
export function useAction(request: RequestWholeFragment, { onDone, onStale }: ActionListener) {
  const { t } = useTranslation();
  const [action, setAction] = useState<ActionName | null>(null);
  const [draft, setDraft] = useState(EMPTY);
  const [error, setError] = useState<FieldError | null>(null);
  const [busy, setBusy] = useState(false);
  const idFor = useMemo(() => createEventIds(newClientEventId), []);
  const reset = () => {
    for (const { preview } of draft.photos) URL.revokeObjectURL(preview);
    setAction(null);
    setDraft(EMPTY);
    setError(null);
  };
  const refuse = (refusal: RefusalView) => {
    if (refusal.code !== 'STALE') return setError({ field: fieldOfPath(refusal.path), message: refusal.message });
    reset();
    onStale(refusal.message);
  };
  const send = async (chosen: ActionName) => {
    const missing = missingField(chosen, request.stage, valuesOf(draft));
    if (missing !== null) return setError({ field: missing, message: lack(missing) });
    setBusy(true);
    setError(null);
    try {
      const result = await sendAction(
        { request, action: chosen, draft },
        idFor([
          request.id,
          request.steps.length,
          chosen,
          { ...draft, photos: draft.photos.map(({ upload }) => upload) },
        ]),
      );
      if (isRefusal(result)) refuse(result);
      else {
        reset();
        onDone(result);
      }
    } catch (failure) {
      setError({ field: null, message: (failure instanceof ApiError && failure.message) || t('requests.failedSend') });
    } finally {
      setBusy(false);
    }
  };
  const lack = (field: string) => (hasLackText(field) ? t(`requests.lack${field}`) : t('requests.failedSend'));
  const change = (part: DraftChange) => {
    setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
    setError(null);
  };
  return { action, draft, error, busy, open: setAction, change, send, cancel: reset };
}

const LACK_TEXTS = [
  'organization',
  'crew',
  'photos',
  'outcome',
  'duplicateOf',
  'residentsWord',
  'until',
  'reason',
] as const;

function hasLackText(field: string): field is (typeof LACK_TEXTS)[number] {
  return LACK_TEXTS.some((known) => known === field);
}

function valuesOf(draft: ActionDraft): ActionValues {
  const count = (phase: 'BEFORE' | 'AFTER') => draft.photos.filter((photo) => photo.phase === phase).length;
  return { ...draft, photosBefore: count('BEFORE'), photosAfter: count('AFTER') };
}
