// Checks that every import fault is told in both languages with the same parameters.
import { expect, test } from 'vitest';
import { IMPORT_FAULT_TEXTS } from './import-fault-texts.ts';

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

test('each of the codes has a Chinese and an English sentence with equal parameters', () => {
  const entries = Object.entries(IMPORT_FAULT_TEXTS);
  expect(entries.length).toBeGreaterThan(80);
  for (const [code, text] of entries) {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(text.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(text.en).toMatch(/^[^\p{Script=Han}]+\.$/u);
    expect(parameters(text.zh)).toEqual(parameters(text.en));
  }
});
