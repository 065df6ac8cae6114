// Owns under which of its names a community is shown.
import { useTranslation } from 'react-i18next';

/** The English name in English, where there is one. */
export function useCommunityName({ name, nameEn }: { readonly name: string; readonly nameEn?: string | null }): string {
  const { i18n } = useTranslation();
  return i18n.language === 'en' && nameEn ? nameEn : name;
}
