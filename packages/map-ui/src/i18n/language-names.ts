// Owns the names of the languages, each in itself, so that one finds one's own. Not translated, hence not a catalogue.

export const LANGUAGE_NAMES = { zh: '中文', en: 'English' } as const;
