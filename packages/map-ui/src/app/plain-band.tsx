// Owns the line over a page that came without encryption: only the demo on a local network does.
import { useTranslation } from 'react-i18next';

/** Nothing on this machine or behind TLS. */
export function PlainBand() {
  const { t } = useTranslation();
  if (isSecureContext) return null;
  return (
    <p className="qh-plain-band" role="note">
      {t('common.plainLan')}
    </p>
  );
}
