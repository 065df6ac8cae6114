// Holds every action to its inputs, and the thumb to the action that comes next.
import { describe, expect, it } from 'vitest';
import { type ActionValues, fieldOfPath, formOf, leadingAction, missingField, outcomesAt } from './action-forms.ts';

const EMPTY: ActionValues = {
  organization: null,
  crew: null,
  photosBefore: 0,
  photosAfter: 0,
  outcome: null,
  duplicateOf: null,
  residentsWord: false,
  until: null,
  note: '',
};

describe('formOf', () => {
  it.each([
    ['TAKE', 'DISPATCHED', 'advance', []],
    ['DISPATCH', 'REPORTED', 'dispatch', ['organization', 'note']],
    ['ARRIVE', 'IN_PROGRESS', 'advance', ['crew']],
    ['FINISH', 'IN_PROGRESS', 'advance', ['photos', 'note']],
    ['START', 'DISPATCHED', 'advance', []],
    ['START', 'REPORTED_BACK', 'advance', ['reason']],
    ['CLOSE', 'REPORTED_BACK', 'advance', ['outcome', 'residentsWord', 'note']],
    ['CLOSE', 'VERIFIED', 'advance', ['outcome', 'note']],
    ['REOPEN', 'CLOSED', 'reopen', ['reason']],
    ['REQUEST_EXTENSION', 'FILED', 'advance', ['until', 'reason']],
    ['JOIN', 'FILED', 'join', ['caller']],
  ] as const)('%s at %s', (action, stage, mutation, fields) => {
    expect(formOf(action, stage)).toEqual({ mutation, fields });
  });
});

describe('missingField', () => {
  it('asks for photos from before and after, or the reason why not', () => {
    expect(missingField('FINISH', 'IN_PROGRESS', EMPTY)).toBe('photos');
    expect(missingField('FINISH', 'IN_PROGRESS', { ...EMPTY, photosBefore: 1 })).toBe('photos');
    expect(missingField('FINISH', 'IN_PROGRESS', { ...EMPTY, photosBefore: 1, photosAfter: 1 })).toBeNull();
    expect(missingField('FINISH', 'IN_PROGRESS', { ...EMPTY, note: 'inside a home' })).toBeNull();
    expect(missingField('REPORT_BACK', 'IN_PROGRESS', EMPTY)).toBeNull();
  });

  it('asks for the outcome, then for the word, which a verified request does not need', () => {
    expect(missingField('CLOSE', 'REPORTED_BACK', EMPTY)).toBe('outcome');
    expect(missingField('CLOSE', 'REPORTED_BACK', { ...EMPTY, outcome: 'FULL' })).toBe('residentsWord');
    expect(missingField('CLOSE', 'VERIFIED', { ...EMPTY, outcome: 'FULL' })).toBeNull();
  });

  it('asks of a duplicate what it repeats, and no word', () => {
    const duplicate = { ...EMPTY, outcome: 'DUPLICATE' } as const;
    expect(missingField('CLOSE', 'REPORTED', duplicate)).toBe('duplicateOf');
    expect(missingField('CLOSE', 'REPORTED_BACK', { ...duplicate, duplicateOf: 'r' })).toBeNull();
  });

  it('asks for a crew of one at least, an instant, a reason', () => {
    expect(missingField('ARRIVE', 'IN_PROGRESS', { ...EMPTY, crew: 0 })).toBe('crew');
    expect(missingField('ARRIVE', 'IN_PROGRESS', { ...EMPTY, crew: 2 })).toBeNull();
    expect(missingField('REQUEST_EXTENSION', 'FILED', EMPTY)).toBe('until');
    expect(missingField('REQUEST_EXTENSION', 'FILED', { ...EMPTY, until: 1 })).toBe('reason');
    expect(missingField('REOPEN', 'CLOSED', { ...EMPTY, note: '  ' })).toBe('reason');
    expect(missingField('ACCEPT', 'REPORTED', EMPTY)).toBeNull();
  });
});

it('outcomesAt: nothing is settled that nobody handled', () => {
  expect(outcomesAt('FILED')).toEqual(['NOT_POSSIBLE', 'REFERRED', 'DUPLICATE']);
  expect(outcomesAt('IN_PROGRESS')).toContain('FULL');
});

describe('leadingAction', () => {
  it.each([
    [['ACCEPT', 'DISPATCH', 'SOLVE_IN_GRID', 'CLOSE', 'JOIN'], 'REPORTED', true, 'DISPATCH'],
    [['ACCEPT', 'DISPATCH', 'SOLVE_IN_GRID', 'CLOSE', 'JOIN'], 'REPORTED', false, 'ACCEPT'],
    [['DISPATCH', 'START', 'REQUEST_EXTENSION', 'JOIN'], 'DISPATCHED', true, null],
    [['TAKE'], 'DISPATCHED', true, 'TAKE'],
    [['START', 'VERIFY', 'CLOSE', 'JOIN'], 'REPORTED_BACK', true, 'CLOSE'],
    [['REOPEN'], 'CLOSED', false, null],
    [['DISPATCH', 'REPORT_BACK', 'CLOSE', 'REQUEST_EXTENSION', 'JOIN'], 'IN_PROGRESS', false, 'CLOSE'],
    [['ACCEPT', 'DISPATCH', 'CLOSE'], 'FILED', false, 'DISPATCH'],
    [[], 'FILED', false, null],
  ] as const)('%s at %s', (actions, stage, urgent, expected) => {
    expect(leadingAction(actions, stage, urgent)).toBe(expected);
  });
});

it('leadingAction leaves to the firm what it is at work on', () => {
  expect(leadingAction(['DISPATCH', 'CLOSE', 'JOIN'], 'IN_PROGRESS', true, true)).toBeNull();
  expect(leadingAction(['FINISH'], 'IN_PROGRESS', true, true)).toBe('FINISH');
});

it('fieldOfPath finds the field a refusal names', () => {
  expect(fieldOfPath('input.photos[0].upload')).toBe('photos');
  expect(fieldOfPath('input.text')).toBe('text');
  expect(fieldOfPath('request')).toBeNull();
  expect(fieldOfPath(null)).toBeNull();
});
