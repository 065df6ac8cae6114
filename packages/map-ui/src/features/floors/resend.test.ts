// Holds that only silence is answered by another attempt.
import { describe, expect, it } from 'vitest';
import { ApiError } from '#api/api-error';
import { isUnreached, pauseBeforeAttempt } from './resend.ts';

describe('isUnreached', () => {
  it.each([
    ['OFFLINE', true],
    ['UNAVAILABLE', true],
    ['NOT_FOUND', false],
    ['CLOCK_SKEW', false],
    ['SCREEN_READ_ONLY', false],
  ])('%s: %s', (code, again) => {
    expect(isUnreached(new ApiError({ code, message: '' }))).toBe(again);
  });

  it('never repeats a fault of the page', () => {
    expect(isUnreached(new TypeError('x is not a function'))).toBe(false);
  });
});

describe('pauseBeforeAttempt', () => {
  it('grows and stops growing', () => {
    expect([0, 1, 4, 5, 50].map(pauseBeforeAttempt)).toEqual([1_000, 2_000, 16_000, 30_000, 30_000]);
  });
});
