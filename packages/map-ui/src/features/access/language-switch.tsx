// Owns the choice of language; it is part of the address, so a link opens in it.
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '#i18n/index';
import { setView, useView } from '#view/view-state';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const chosen = useView(({ lang }) => lang);
  const shown = chosen ?? (i18n.language === 'en' ? 'en' : 'zh');
  const other = shown === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="qh-text-action"
      lang={other}
      aria-label={`${t('access.language')}: ${LANGUAGE_NAMES[other]}`}
      onClick={() => setView({ lang: other })}
    >
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
