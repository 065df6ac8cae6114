// Holds that a request can be declared to repeat neither itself nor a duplicate.
import { expect, it } from 'vitest';
import { duplicateCandidates } from './duplicate-candidates.ts';

const row = (id: string, outcome: 'DUPLICATE' | 'FULL' | null = null) => ({ id, outcome });

it('offers the entrance first and each once', () => {
  const here = [row('me'), row('a'), row('b', 'DUPLICATE'), row('c', 'FULL')];
  const { same, others } = duplicateCandidates({ id: 'me' }, here, [row('a'), row('me'), row('d'), row('b')]);
  expect(same.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(others.map(({ id }) => id)).toEqual(['d']);
});
