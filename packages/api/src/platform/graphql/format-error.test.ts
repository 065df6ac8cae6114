// Checks what leaves the server when something throws, and what its log keeps.
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { describeForLog } from '../log.ts';
import { describeError, formatError } from './format-error.ts';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each([
  ['57P01', 'UNAVAILABLE'],
  ['08006', 'UNAVAILABLE'],
  ['57014', 'UNAVAILABLE'],
  ['ECONNREFUSED', 'UNAVAILABLE'],
  ['DATABASE_RESTARTED', 'UNAVAILABLE'],
  ['22021', 'INVALID_TEXT'],
  ['23505', 'INTERNAL'],
])('%s is %s', (code, published) => {
  expect(describeError(new GraphQLError('wrapped', { originalError: withCode(code) })).code).toBe(published);
});

it('says code, field and sentence in the language asked for', () => {
  const error = new AppError('TOO_LONG', { max: 20 }, 'input.door');
  expect(formatError(error, 'EN', 'r1')).toEqual({
    message: 'The text is too long; at most 20 characters.',
    extensions: { code: 'TOO_LONG', status: 400, requestId: 'r1', field: 'input.door' },
  });
  expect(formatError(error, 'ZH', 'r1').message).toBe('文字太长,最多 20 个字。');
});

it('masks the unforeseen, also where a resolver returned what the schema does not know', () => {
  const inside = new GraphQLError('Enum "X" cannot represent value: "彭文萍"', { path: ['door'] });
  for (const error of [new TypeError('household.name is not a function'), inside]) {
    const told = formatError(error, 'EN', 'r2');
    expect(told.message).toBe('The server failed; it is recorded under r2.');
    expect(JSON.stringify(told)).not.toMatch(/彭文萍|household/);
  }
});

it('logs of a database error the code only: its message quotes values', () => {
  const error = withCode('23505', "insert into households values ('彭文萍') - duplicate key");
  expect(JSON.stringify(describeForLog(error))).not.toMatch(/彭文萍|insert/);
  expect(describeForLog(error)).toMatchObject({ code: '23505' });
});
