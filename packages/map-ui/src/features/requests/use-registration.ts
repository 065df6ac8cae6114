// Owns the form of a new request: its draft, what the pasted message proposed, what was refused where, and whether it
// waits for the network. Refuses to change what waits: its id and content stay one.
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { newClientEventId } from '#api/client';
import { serverNow } from '#api/server-clock';
import type { RequestKind, RequestWholeFragment } from '#api/gql/graphql';
import { fieldOfPath } from './action-forms.ts';
import type { PlaceChoice } from './request-data.ts';
import { rememberRequest } from './request-data.ts';
import { createEventIds } from '#api/event-ids';
import { registrationBox } from './registration.ts';
import type { FieldError } from './use-action.ts';

/** What the person has filled in. */
export interface RequestDraft {
  readonly place: PlaceChoice | null;
  readonly category: string | null;
  /** Null: the category's usual kind. */
  readonly kind: RequestKind | null;
  readonly text: string;
  readonly callerName: string;
  readonly callerPhone: string;
  readonly door: string;
}

const EMPTY_DRAFT: RequestDraft = {
  place: null,
  category: null,
  kind: null,
  text: '',
  callerName: '',
  callerPhone: '',
  door: '',
};

/** Where the form stands. */
export type FormState = 'open' | 'sending' | 'waiting';

interface Options {
  readonly community: string;
  readonly username: string;
  /** The door's label the form starts with; empty: none. */
  readonly door: string;
  /** What the category is called, for the label of what waits. */
  readonly categoryName: (code: string) => string;
  readonly onSaved: (request: RequestWholeFragment) => void;
}

/** The form and the box behind it. */
export function useRegistration({ community, username, door, categoryName, onSaved }: Options) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<RequestDraft>({ ...EMPTY_DRAFT, door });
  const [error, setError] = useState<FieldError | null>(null);
  const [sending, setSendingId] = useState<string | null>(null);
  // An answer may come before the page has drawn that something is being sent.
  const current = useRef<string | null>(null);
  const setSending = (id: string | null) => {
    current.current = id;
    setSendingId(id);
  };
  const [notice, setNotice] = useState<{ readonly text: string; readonly request: string | null } | null>(null);
  const box = useMemo(() => registrationBox(community, username), [community, username]);
  const waiting = useSyncExternalStore(box.watch, box.waiting);
  const idFor = useMemo(() => createEventIds(newClientEventId), []);
  const mine = sending !== null && waiting.some(({ input }) => input.clientEventId === sending);

  useEffect(
    () =>
      box.subscribe((left) => {
        const { entry, outcome } = left;
        const here = entry.input.clientEventId === current.current;
        if (here) setSending(null);
        if (outcome.kind === 'sent') {
          rememberRequest(outcome.result);
          if (here) onSaved(outcome.result);
          else setNotice({ text: t('requests.uploaded', { label: entry.label }), request: outcome.result.id });
        } else if (outcome.kind === 'refused') {
          if (here) setError({ field: fieldOfPath(outcome.path), message: outcome.message });
          else
            setNotice({
              text: `${t('requests.notUploaded', { label: entry.label })} ${outcome.message}`,
              request: null,
            });
        }
      }),
    [box, onSaved, t],
  );

  // What an earlier page of this tab left behind is tried as soon as somebody can hear the answer.
  useEffect(() => void box.flush(), [box]);

  const change = (part: Partial<RequestDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setError(null);
  };
  const submit = async () => {
    const lacking = lackOf(draft);
    if (lacking !== null) return setError({ field: lacking, message: t(LACKS[lacking]) });
    const { place, category } = draft;
    if (!place || category === null) return;
    const body = bodyOf(community, place.id, category, draft);
    const clientEventId = idFor(body);
    setError(null);
    setSending(clientEventId);
    await box.submit({
      input: { ...body, clientTime: new Date(serverNow()).toISOString(), clientEventId },
      label: `${place.name} ${categoryName(category)}`,
    });
  };
  const next = () => {
    setSending(null);
    setDraft(EMPTY_DRAFT);
    setError(null);
  };
  const state: FormState = mine ? 'waiting' : sending === null ? 'open' : 'sending';
  return { draft, change, error, state, waiting, notice, submit, next };
}

type Lack = 'entrance' | 'category' | 'text';

const LACKS = {
  entrance: 'requests.choosePlace',
  category: 'requests.chooseCategory',
  text: 'requests.wordsMissing',
} as const;

function lackOf({ place, category, text }: RequestDraft): Lack | null {
  if (place === null) return 'entrance';
  if (category === null) return 'category';
  return text.trim() === '' ? 'text' : null;
}

const filled = (text: string) => (text.trim() === '' ? null : text.trim());

function bodyOf(
  community: string,
  entrance: string,
  category: string,
  { kind, text, callerName, callerPhone, door }: RequestDraft,
) {
  return {
    community,
    entrance,
    category,
    kind,
    text,
    callerName: filled(callerName),
    callerPhone: filled(callerPhone),
    door: filled(door),
  };
}
