// Holds the labels of buildings to the viewer's language.
import { expect, it } from 'vitest';
import { createI18n } from '../i18n/i18n.ts';
import { buildingLabel } from './building-label.ts';

const HOME = { name: '9栋', number: '9', kind: 'RESIDENTIAL' };
const CANTEEN = { name: '社区食堂', number: '21', kind: 'CANTEEN' };
const NAMED = { name: '和平楼', number: '', kind: 'RESIDENTIAL' };

it.each([
  ['zh', ['9栋', '社区食堂', '和平楼']],
  ['en', ['Bldg 9', 'Canteen', '和平楼']],
] as const)('%s', (language, labels) => {
  const label = buildingLabel(language, createI18n(language).t);
  expect([HOME, CANTEEN, NAMED].map(label)).toEqual(labels);
});
