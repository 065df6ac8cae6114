// Owns the list of the viewer's own sessions: the big screen is ended from here, e.g. on the phone.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { execute, refresh, useData } from '#api/client';
import { useFormats } from '#i18n/index';
import { Chip, pageRoot } from '#ui/page';
import { RowsSkeleton } from '#ui/state';
import { RevokeSession, Sessions } from './access-documents.ts';
import './access.css';
import { useAccessAction } from './use-access-action.ts';

/** Props of `SessionsDialog`. */
export interface SessionsDialogProps {
  readonly onClose: () => void;
}

export function SessionsDialog({ onClose }: SessionsDialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useData(Sessions, {}, { staleMs: 0 });
  const { busy, refused, run } = useAccessAction(async (id: string) => {
    const { result } = await execute(RevokeSession, { id });
    await refresh(Sessions);
    return result.__typename === 'Refusal' ? { message: result.message, path: null } : null;
  });
  return (
    <Modal open title={t('access.sessions')} footer={null} onCancel={onClose} destroyOnHidden getContainer={pageRoot}>
      <p className="qh-sign-in-note">{t('access.sessionsNote')}</p>
      {refused ? (
        <p role="alert" className="qh-access-refused">
          {refused.message}
        </p>
      ) : null}
      {data ? (
        <ul className="qh-sessions">
          {data.sessions.map((session) => (
            <li key={session.id} data-screen={session.screen}>
              <div>
                <strong>
                  {session.label === 'BROWSER' || session.label === 'SCREEN'
                    ? t(`access.label${session.label}`)
                    : session.label}
                </strong>{' '}
                {session.screen ? <Chip>{t('access.bigScreen')}</Chip> : null}
                <span>{t('access.lastSeen', { at: formats.dayTime(session.lastSeenAt) })}</span>
              </div>
              {session.current ? (
                <span>{t('access.thisSession')}</span>
              ) : (
                <Button disabled={busy} onClick={() => void run(session.id)}>
                  {t('access.endSession')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <RowsSkeleton rows={2} />
      )}
    </Modal>
  );
}
