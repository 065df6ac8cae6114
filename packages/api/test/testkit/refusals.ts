// What every refusal owes its caller: code, place, a sentence in their language, the number of the call; and nothing else.
import { expect } from 'vitest';
import { AppError } from '#platform/errors';
import type { GraphqlAnswer } from './client.ts';

/** The code of the refusal that a call ends in, with its path; `done` when it does not. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.path ? `${error.code} ${error.path}` : error.code;
    throw error;
  }
}

/** The sentence is Chinese, tells neither SQL nor stack, and the call has its number. */
export function expectSentence(answer: GraphqlAnswer): void {
  expect(answer.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  expect(answer.errors?.[0]?.message).not.toMatch(/select |postgres|stack|\.[jt]s:|Did you mean/i);
  expect(answer.errors?.[0]?.message).not.toMatch(/\{\w+\}/);
  expect(answer.errors?.[0]?.extensions['requestId']).toMatch(/^[0-9a-f-]{36}$/);
}

/** Nothing was answered but this code, at this place of the input, with the code's own HTTP status. */
export function expectRefused(answer: GraphqlAnswer, code: string, field?: string): void {
  const extensions = answer.errors?.[0]?.extensions;
  expect(extensions?.['code']).toBe(code);
  if (field !== undefined) expect(extensions?.['field']).toBe(field);
  expect(answer.status).toBe(extensions?.['status']);
  expectSentence(answer);
}

/** A refusal that is part of the contract's union. */
export function expectRefusedInUnion(answer: GraphqlAnswer, mutation: string, code: string, path: string): void {
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.[mutation]).toMatchObject({
    __typename: 'Refusal',
    code,
    path,
    message: expect.stringMatching(/[\u4e00-\u9fff]/) as string,
  });
}
