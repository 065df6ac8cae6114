// Owns what is said between heading and rows after saving: a refusal, or the request a follow-up may become.
import { useTranslation } from 'react-i18next';
import { TextAction } from '#ui/control';
import type { FloorDoor } from './door.types.ts';
import type { WorkNotice } from './use-floor-work.ts';

/** Props of `FloorNotice`. */
export interface FloorNoticeProps {
  readonly notice: WorkNotice;
  readonly nameOf: (door: FloorDoor) => string;
  readonly onDismiss: () => void;
  readonly onRegister?: ((door: FloorDoor) => void) | undefined;
}

export function FloorNotice({ notice, nameOf, onDismiss, onRegister }: FloorNoticeProps) {
  const { t } = useTranslation();
  if (notice === null) return null;
  if (notice.kind === 'refused') {
    return (
      <p className="qh-due-notice" role="alert">
        <span>{notice.message || t('visits.notSaved')}</span>
        <TextAction text={t('visits.understood')} onAction={onDismiss} />
      </p>
    );
  }
  const { door } = notice;
  return (
    <p className="qh-due-notice" role="status">
      <span>{t('visits.followUpSaved', { door: nameOf(door) })}</span>
      {onRegister ? <TextAction text={t('visits.registerRequest')} onAction={() => onRegister(door)} /> : null}
    </p>
  );
}
