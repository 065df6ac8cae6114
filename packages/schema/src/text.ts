// A sentence in both languages, with {placeholders}.

export type Language = 'ZH' | 'EN';
export interface Text {
  readonly zh: string;
  readonly en: string;
}
export type TextParams = Readonly<Record<string, string | number | boolean | null>>;

/** Fills {name} placeholders; one without a value stays visible, so that the fault is seen and not hidden. */
export function fill(text: Text, language: Language, params: TextParams): string {
  const template = language === 'EN' ? text.en : text.zh;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
