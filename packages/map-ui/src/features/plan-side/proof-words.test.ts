// Checks that nothing is called better than it is known to be.
import { expect, it } from 'vitest';
import { createFormats } from '#i18n/formats';
import { createI18n } from '#i18n/i18n';
import { proofWords } from './proof-words.ts';

const { t } = createI18n('zh');
const formats = createFormats('zh', 'Asia/Shanghai');

it.each([
  [{ proof: 'proved', within: 0 }, '已证最优'],
  [{ proof: 'within', within: 0.03201 }, '与最优至多差 3.3%'],
  [{ proof: 'within', within: 1 }, '与最优至多差 100%'],
  [{ proof: 'within', within: 7.5 }, '下界过松'],
  [{ proof: 'none', within: null }, '无下界'],
  [{ proof: 'within', within: 4.6, roles: ['most-compact'] }, '无下界'],
  [{ proof: 'within', within: 4.6, roles: ['most-compact'], cut: 105, cutBound: 100 }, '与最优至多差 5%'],
  [{ proof: 'proved', within: 0, roles: ['most-compact', 'knee'] }, '已证最优'],
] as const)('%j: %s', (plan, words) => {
  expect(proofWords({ cut: 100, cutBound: null, roles: [], ...plan }, t, formats)).toBe(words);
});
