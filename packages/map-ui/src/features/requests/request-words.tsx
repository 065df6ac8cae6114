// Owns the resident's words and the way to the caller. Refuses to show a phone unasked: each reading is recorded, and the
// button says so before.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute } from '#api/client';
import { TextAction } from '#ui/control';
import { RevealRequestContact } from './request-mutations.ts';
import type { SectionProps } from './request-people.tsx';

/** Words, door and callers as far as this viewer may know them. */
export function RequestWords({ request }: SectionProps) {
  const { t } = useTranslation();
  const withheld = request.text === null;
  return (
    <section className="qh-request-section">
      <h3>{t('requests.words')}</h3>
      {withheld ? (
        <p className="qh-request-note">{t('requests.wordsWithheld')}</p>
      ) : (
        <blockquote>{request.text}</blockquote>
      )}
      <dl className="qh-request-facts">
        {request.door === null ? null : (
          <div>
            <dt>{t('requests.door')}</dt>
            <dd>{request.door}</dd>
          </div>
        )}
        <div>
          <dt>{t('requests.callers')}</dt>
          <dd>{t('requests.callersCount', { count: request.callerCount })}</dd>
        </div>
      </dl>
      {withheld ? null : <Contact key={request.id} requestId={request.id} />}
    </section>
  );
}

interface Revealed {
  readonly name: string | null;
  readonly phone: string | null;
}

function Contact({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const [contact, setContact] = useState<Revealed | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const reveal = async () => {
    setBusy(true);
    setError(null);
    try {
      const { result } = await execute(RevealRequestContact, { request: requestId });
      if (result.__typename === 'Refusal') setError(result.message);
      else setContact(result);
    } catch (failure) {
      setError((failure instanceof ApiError && failure.message) || t('requests.failedSend'));
    }
    setBusy(false);
  };
  if (contact === null) {
    return (
      <p className="qh-request-contact">
        <TextAction text={t('requests.reveal')} disabled={busy} onAction={() => void reveal()} />
        <span className="qh-request-note" role={error === null ? undefined : 'alert'}>
          {error ?? t('requests.revealNote')}
        </span>
      </p>
    );
  }
  return (
    <p className="qh-request-contact" role="status">
      {contact.name === null && contact.phone === null ? <span>{t('requests.noContact')}</span> : null}
      {contact.name === null ? null : <strong>{contact.name}</strong>}
      {contact.phone === null ? null : <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
      <span className="qh-request-note">{t('requests.revealed')}</span>
    </p>
  );
}
