// Checks that docs/errors.md is what the codes say; `vitest run -u` writes it anew.
import { expect, test } from 'vitest';
import { ERRORS } from './error-codes.ts';
import { errorsPage } from './errors-page.ts';

test('the page lists every code once', () => {
  const listed = [...errorsPage().matchAll(/^\| `(\w+)` \| \d{3} \|/gm)].map((match) => match[1] ?? '');
  expect(listed.toSorted()).toEqual(Object.keys(ERRORS).toSorted());
});

test('docs/errors.md is up to date', async () => {
  await expect(errorsPage()).toMatchFileSnapshot('../../../docs/errors.md');
});
