// Owns the language of the page: i18next with both catalogues bundled, keys typed from zh. Refuses texts of the
// server: errors and sentences arrive in the viewer's language.
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** Languages of the page; zh is the source. */
export type Language = 'zh' | 'en';

/** BCP 47 tags for Intl and for `<html lang>`. */
export const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof zh };
    returnNull: false;
  }
}

/**
 * The page's i18n instance. Components use `useTranslation()` and keys like `t('strip.open')`.
 */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    returnEmptyString: true,
  });
  return instance;
}
