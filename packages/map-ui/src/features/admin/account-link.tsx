// Owns a one-time link on the screen: shown once, to be handed over. Refuses to send it.
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';

/** A link as the server made it. */
export interface OneTimeLink {
  readonly username: string;
  readonly link: string;
  readonly expiresAt: string;
}

export function AccountLinkNote({ made }: { readonly made: OneTimeLink }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const address = new URL(made.link, location.origin).href;
  return (
    <div role="status" className="qh-admin-link" data-testid="account-link">
      <p>{t('admin.linkFor', { username: made.username, at: formats.dayTime(made.expiresAt) })}</p>
      <Typography.Text copyable={{ text: address }}>{address}</Typography.Text>
    </div>
  );
}
