// Holds both languages complete: no key missing, none extra, the same blanks in both, and no key that nobody uses.
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createI18n } from './i18n.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const SOURCE = new URL('..', import.meta.url);
type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

const entries = (catalogue: Catalogue) =>
  Object.entries(catalogue).flatMap(([area, words]) =>
    Object.entries(words).map(([key, text]): readonly [string, string] => [`${area}.${key}`, text]),
  );
const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').toSorted();
const base = (key: string) => key.replace(/_(one|other)$/, '');

/** Code of the page, without catalogues and tests. */
function code(): string {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const read = files.filter((file) => !/(^|\/)i18n\/(zh|en)[/.]|\.test\.|api\/gql/.test(file));
  expect(read.length).toBeGreaterThan(20);
  return read.map((file) => readFileSync(new URL(file, SOURCE), 'utf8')).join('\n');
}

describe('the catalogues', () => {
  const source = new Map<string, string>(entries(zh));
  const english = new Map<string, string>(entries(en));

  it('hold the same keys but for English plurals', () => {
    const expected = [...source.keys()].flatMap((key) =>
      key.endsWith('_other') ? [key.replace(/_other$/, '_one'), key] : [key],
    );
    expect(expected.length).toBeGreaterThan(60);
    expect([...english.keys()].toSorted()).toEqual(expected.toSorted());
  });

  it('have the same blanks', () => {
    for (const [key, text] of english) {
      const chinese = source.get(key) ?? source.get(key.replace(/_one$/, '_other')) ?? '';
      expect([key, blanks(text)]).toEqual([key, blanks(chinese)]);
    }
  });

  it('leave no English word untranslated by accident', () => {
    for (const [key, text] of english) expect([key, /[\u4e00-\u9fff]/.test(text)]).toEqual([key, false]);
  });

  it('hold no key that nobody uses', () => {
    const text = code();
    const stems = [...text.matchAll(/`(\w+\.\w*)\$\{/g)].map(([, stem = '']) => stem);
    const used = (key: string) => text.includes(`'${key}'`) || stems.some((stem) => key.startsWith(stem));
    expect([...source.keys()].map(base).filter((key) => !used(key))).toEqual([]);
  });

  it('use no key that is not there', () => {
    const areas = Object.keys(zh).join('|');
    const keys = [...code().matchAll(new RegExp(`'((?:${areas})\\.[A-Za-z0-9_]+)'`, 'g'))].map(([, key = '']) => key);
    const known = new Set([...source.keys()].map(base));
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('createI18n', () => {
  it('speaks both languages', () => {
    expect(createI18n('zh').t('strip.open')).toBe('未办结诉求');
    expect(createI18n('en').t('strip.open')).toBe('Open requests');
    expect(createI18n('en').t('legend.cell', { count: 1, requests: 'high', visits: 'low' })).toBe(
      'Requests high, visits low: 1 grid',
    );
  });
});
