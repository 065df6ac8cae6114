// The face of language and formats for features and app: `#i18n/index`.
export { type Formats, type Instant } from './formats.ts';
export { useFormats } from './formats-context.tsx';
export { browserLanguage } from './browser-language.ts';
export type { Language } from './i18n.ts';
export { LANGUAGE_NAMES } from './language-names.ts';
