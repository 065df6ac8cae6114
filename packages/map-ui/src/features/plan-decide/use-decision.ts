// Owns one decision on its way: busy, refused with the server's sentence, done. A second tap repeats, it never doubles.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute, newClientEventId, refresh } from '#api/client';
import { createEventIds } from '#api/event-ids';
import type { TypedDocumentString } from '#api/gql/graphql';
import { WaitingDoors } from '#api/waiting-doors';
import {
  GridWorkersQuery,
  HandoverListQuery,
  PlanCourseQuery,
  PlanDoorsQuery,
  PlanListQuery,
} from './plan-documents.ts';

/** Any answer of a mutation: its result, or a refusal. */
interface Answer {
  readonly result: { readonly __typename: string; readonly message?: string };
}

type Accepted<A extends Answer> = Exclude<A['result'], { readonly __typename: 'Refusal' }>;

/** What the server answered that was no acceptance. */
export interface Decision {
  readonly busy: boolean;
  /** Sentence of the last refusal; null when there is none. */
  readonly refusal: string | null;
  /** @returns what was accepted; null when it was refused, and then `refusal` says why */
  readonly send: <A extends Answer, Input extends object>(
    document: TypedDocumentString<A, { input: Input & { clientEventId: string } }>,
    input: Input,
  ) => Promise<Accepted<A> | null>;
  readonly clear: () => void;
}

const SHOWN = [PlanListQuery, PlanCourseQuery, PlanDoorsQuery, HandoverListQuery, GridWorkersQuery, WaitingDoors];

/** Sends decisions of one part of the page, one at a time. */
export function useDecision(): Decision {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const idFor = useMemo(() => createEventIds(newClientEventId), []);
  const send: Decision['send'] = async (document, input) => {
    setBusy(true);
    setRefusal(null);
    try {
      const body = { ...input, clientEventId: idFor([document.toString(), input]) };
      const { result } = await execute(document, { input: body });
      if (result.__typename === 'Refusal') {
        setRefusal(result.message ?? t('errors.noAnswer'));
        return null;
      }
      await Promise.all(SHOWN.map(refreshOne));
      // The refusal is gone; the rest is what the document selects.
      return result as never;
    } catch (error) {
      setRefusal(error instanceof ApiError && error.message !== '' ? error.message : t('errors.noAnswer'));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, send, clear: () => setRefusal(null) };
}

function refreshOne(document: TypedDocumentString<unknown, never>): Promise<void> {
  return refresh(document);
}
