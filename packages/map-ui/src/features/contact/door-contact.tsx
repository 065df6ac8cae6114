// Owns 显示联系人 of a door: says first that reading is recorded, asks only on a click, forgets with the panel. Refuses
// caches: nothing personal outlives what shows it.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, execute } from '#api/client';
import type { RevealDoorContactMutation } from '#api/gql/graphql';
import { TextAction } from '#ui/control';
import { REVEAL_CONTACT } from './contact-documents.ts';
import './contact.css';

type Answer = RevealDoorContactMutation['result'];

/** Give it the dwelling as `key` too, so that one door's contact never stands at another. */
export function DoorContact({ dwelling }: { readonly dwelling: string }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const reveal = async () => {
    setAsking(true);
    setFailed(null);
    try {
      setAnswer((await execute(REVEAL_CONTACT, { dwelling })).result);
    } catch (error) {
      setFailed((error instanceof ApiError && error.message) || t('visits.contactFailed'));
    } finally {
      setAsking(false);
    }
  };
  if (answer?.__typename === 'Contact') return <ContactLine contact={answer} />;
  const said = failed ?? answer?.message ?? t('visits.contactRecorded');
  return (
    <p className="qh-contact">
      <TextAction text={t('visits.showContact')} disabled={asking} onAction={() => void reveal()} />
      <span role={failed === null && answer === null ? undefined : 'alert'}>{said}</span>
    </p>
  );
}

function ContactLine({ contact }: { readonly contact: Extract<Answer, { readonly __typename: 'Contact' }> }) {
  const { t } = useTranslation();
  const { name, phone, residents } = contact;
  return (
    <p className="qh-contact" role="status">
      <strong>{name ?? t('visits.contactNoName')}</strong>
      {phone === null ? <span>{t('visits.contactNoPhone')}</span> : <a href={`tel:${phone}`}>{phone}</a>}
      <span>{t('visits.contactResidents', { count: residents })}</span>
    </p>
  );
}
