// Holds the page's first language to what the browser asks for.
import { expect, it } from 'vitest';
import { browserLanguage } from './browser-language.ts';

it.each([
  [['en-US', 'en'], 'en'],
  [['zh-CN', 'en'], 'zh'],
  [['fr-FR', 'en-GB', 'zh'], 'en'],
  [['fr-FR'], 'zh'],
  [[], 'zh'],
] as const)('%j is %s', (asked, language) => {
  expect(browserLanguage(asked)).toBe(language);
});
