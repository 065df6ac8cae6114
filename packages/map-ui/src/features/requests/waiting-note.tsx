// Owns saying what waits for the network, and what became of it. Refuses to call anything saved that is not.
import { useTranslation } from 'react-i18next';
import { TextAction } from '#ui/control';
import type { useRegistration } from './use-registration.ts';

/** Props of `WaitingNote`. */
export interface WaitingNoteProps {
  readonly form: Pick<ReturnType<typeof useRegistration>, 'waiting' | 'notice'>;
  readonly onOpen: (requestId: string) => void;
}

export function WaitingNote({ form: { waiting, notice }, onOpen }: WaitingNoteProps) {
  const { t } = useTranslation();
  const saved = notice?.request ?? null;
  if (waiting.length === 0 && notice === null) return null;
  return (
    <div className="qh-waiting" role="status" data-testid="registrations-waiting">
      {waiting.length > 0 ? (
        <>
          <strong>{t('requests.waitingTitle')}</strong>
          <span>
            {[t('requests.waitingCount', { count: waiting.length }), ...waiting.map(({ label }) => label)].join(' · ')}
          </span>
          <span>{t('requests.waitingDetail')}</span>
        </>
      ) : null}
      {notice === null ? null : <span>{notice.text}</span>}
      {saved === null ? null : <TextAction text={t('requests.view')} onAction={() => onOpen(saved)} />}
    </div>
  );
}
