// Checks the gate before anything runs: size, cost, and the place of a bad value.
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { OperationGate, readOperation } from './operation.ts';

const gate = new OperationGate(
  buildSchema(`
    enum Outcome { MET NOT_HOME }
    input Knock { door: ID!, outcome: Outcome!, note: String }
    input Record { knocks: [Knock!]!, community: String! }
    type Item { id: ID!, parts: [Item!]! }
    type Query { items(first: Int!): [Item!]!, record(input: Record!): Item }`),
);

function refusalOf(
  query: string,
  variables: Record<string, unknown> = {},
  operationName: string | null = null,
): AppError {
  try {
    gate.admit({ query, variables, operationName }, true);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was admitted');
}

const RECORD = 'query ($r: Record!) { record(input: $r) { id } }';

it.each<[string, Record<string, unknown>, string, string]>([
  [
    'an unknown enum',
    { r: { community: 'x', knocks: [{ door: 'd', outcome: 'JOY' }] } },
    'input.knocks[0].outcome',
    'Outcome! (MET | NOT_HOME)',
  ],
  ['a missing field', { r: { community: 'x', knocks: [{ outcome: 'MET' }] } }, 'input.knocks[0].door', 'ID!'],
  ['a strange field', { r: { community: 'x', knocks: [], phone: '1' } }, 'input.phone', 'Record!'],
  ['a missing variable', {}, 'input', 'Record!'],
])('%s: its place and type', (_name, variables, path, expected) => {
  const refusal = refusalOf(RECORD, variables);
  expect([refusal.code, refusal.path, refusal.params]).toEqual([
    'BAD_USER_INPUT',
    path,
    { detail: `${path}: ${expected}` },
  ]);
});

it('texts that cannot be stored, in variables and literals', () => {
  const note = (text: string) => ({ r: { community: 'x', knocks: [{ door: 'd', outcome: 'MET', note: text }] } });
  expect(refusalOf(RECORD, note('a\u0000'))).toMatchObject({ code: 'INVALID_TEXT', path: 'input.knocks[0].note' });
  expect(refusalOf(RECORD, note('\udc00'))).toMatchObject({ code: 'INVALID_TEXT', path: 'input.knocks[0].note' });
  expect(refusalOf('{ record(input: { community: "\\u0000", knocks: [] }) { id } }')).toMatchObject({
    code: 'INVALID_TEXT',
    path: 'input.community',
  });
});

it('a bad literal: its place, not its value', () => {
  const refusal = refusalOf('{ record(input: { community: "x", knocks: [{ door: "d", outcome: SECRET }] }) { id } }');
  expect([refusal.code, refusal.path]).toEqual(['GRAPHQL_VALIDATION_FAILED', 'input.knocks[0].outcome']);
  expect(JSON.stringify(refusal.params)).not.toContain('SECRET');
});

it('counts what a page and a nested list may cost', () => {
  // 100 × (1 + 4 × (1 + 4 × (1 + 4 × 1))) is within, one list deeper is not.
  const nested = (depth: number): string => (depth === 0 ? 'id' : `id parts { ${nested(depth - 1)} }`);
  expect(() =>
    gate.admit({ query: `{ items(first: 100) { ${nested(2)} } }`, variables: {}, operationName: null }, true),
  ).not.toThrow();
  expect(refusalOf(`{ items(first: 100) { ${nested(4)} } }`).code).toBe('QUERY_TOO_EXPENSIVE');
});

it('one operation, named where there are several', () => {
  expect(refusalOf('query a { __typename } query b { __typename }').path).toBe('operationName');
  expect(refusalOf('query a { __typename }', {}, 'b').path).toBe('operationName');
  for (const body of [
    null,
    'x',
    {},
    { query: '' },
    { query: 1 },
    { query: 'x', variables: [] },
    { query: 'x', operationName: 1 },
  ])
    expect(() => readOperation(body)).toThrow('BAD_REQUEST');
  expect(() => readOperation([{}])).toThrow('BATCHING_DISABLED');
});
