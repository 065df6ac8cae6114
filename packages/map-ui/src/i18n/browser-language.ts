// Owns which of our languages a browser asks for, as the server reads Accept-Language. Pure.
import type { Language } from './i18n.ts';

/** @param asked BCP 47 tags, most wanted first; Chinese when none is ours */
export function browserLanguage(asked: readonly string[]): Language {
  const spoken = asked.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag) => tag === 'en' || tag === 'zh') === 'en' ? 'en' : 'zh';
}
