// Checks that every rule is told in both languages, with the same parameters and without words the product avoids.
import { expect, test } from 'vitest';
import { ATTENTION_TEXTS, ROUTING_REASON_TEXTS, RULE_NOTE_TEXTS, RULE_TEXTS } from './rule-texts.ts';

const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();
const groups = { RULE_TEXTS, RULE_NOTE_TEXTS, ROUTING_REASON_TEXTS, ATTENTION_TEXTS };

test('each code has a Chinese and an English sentence with equal parameters', () => {
  const entries = Object.values(groups).flatMap((group) => Object.entries(group));
  expect(entries).toHaveLength(35);
  expect(new Set(entries.map(([code]) => code)).size).toBe(entries.length);
  for (const [code, text] of entries) {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(text.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(text.en).toMatch(/^[^\p{Script=Han}]+\.$/u);
    expect(parameters(text.zh)).toEqual(parameters(text.en));
    expect(text.zh).not.toMatch(/静默|战时|重点人员|流动人口|维稳|管控/);
    expect(text.en).not.toMatch(/\b(target|suspect)\b/i);
  }
});
