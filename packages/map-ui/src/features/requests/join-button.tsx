// Owns 我也是: one more caller on a request that is open, instead of a second request. A second tap is a repetition.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute, newClientEventId } from '#api/client';
import type { RequestRowFragment, RequestWholeFragment } from '#api/gql/graphql';
import { TextAction } from '#ui/control';
import type { CallerDraft } from './caller-fields.tsx';
import { createEventIds } from '#api/event-ids';
import { JoinRequest } from './request-mutations.ts';

/** Props of `JoinButton`. */
export interface JoinButtonProps {
  readonly request: RequestRowFragment;
  readonly caller: CallerDraft;
  readonly onJoined: (request: RequestWholeFragment) => void;
}

const filled = (text: string) => (text.trim() === '' ? null : text.trim());

export function JoinButton({ request, caller, onJoined }: JoinButtonProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const idFor = useMemo(() => createEventIds(newClientEventId), []);
  const join = async () => {
    const body = {
      request: request.id,
      callerName: filled(caller.callerName),
      callerPhone: filled(caller.callerPhone),
      door: filled(caller.door),
    };
    setBusy(true);
    setError(null);
    try {
      const { result } = await execute(JoinRequest, { input: { ...body, clientEventId: idFor(body) } });
      if (result.__typename === 'Refusal') setError(result.message);
      else onJoined(result);
    } catch (failure) {
      setError((failure instanceof ApiError && failure.message) || t('requests.failedSend'));
    }
    setBusy(false);
  };
  return (
    <>
      <TextAction
        text={t('requests.joinShort')}
        label={`${t('requests.joinShort')}: ${request.title}`}
        disabled={busy}
        onAction={() => void join()}
      />
      {error === null ? null : (
        <span className="qh-field-note" data-invalid role="alert">
          {error}
        </span>
      )}
    </>
  );
}
