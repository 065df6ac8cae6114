// Checks that every code these rules refuse with is published, and that its sentence finds all its parameters.
import { ERRORS, errorText, type ErrorCode } from '@qinghe/schema';
import { expect, it } from 'vitest';
import { LIFECYCLE_REFUSALS } from './request-guards.ts';
import { decide, reportedState } from './request-lifecycle.ts';
import { checkRequestText, TEXT_REFUSALS } from './request-text-rules.ts';

it('every refusal is a published error code', () => {
  const codes = [...LIFECYCLE_REFUSALS, ...TEXT_REFUSALS] satisfies readonly ErrorCode[];
  expect(codes).toHaveLength(21);
  for (const code of codes) expect(ERRORS).toHaveProperty(code);
});

it('the sentences of refusals with parameters are complete', () => {
  const [nul] = checkRequestText('水\0').refusals;
  const [long] = checkRequestText('水'.repeat(2001)).refusals;
  const order = { ...reportedState('r1', new Date(0)), stage: 'IN_PROGRESS', order: 'ARRIVED' } as const;
  const photos = decide(
    order,
    'FINISH',
    { personId: 'p1', parties: new Set(['ORGANIZATION']) },
    { at: new Date(0), photosBefore: 1 },
  );
  if (!nul || !long || !('refused' in photos)) throw new Error('expected three refusals');
  expect(errorText(nul.code, 'ZH', nul.params)).toContain('第 1 位');
  expect(errorText(long.code, 'EN', long.params)).toContain('2000');
  expect(errorText(photos.refused, 'ZH', photos.params)).toContain('前 1 张、后 0 张');
});
