// Checks each guard of a request's moves: what must be given, and what replaces it.
import { describe, expect, it } from 'vitest';
import { LIFECYCLE_REFUSALS, type ActionInput, type LifecycleActor, type RequestState } from './request-guards.ts';
import { decide, reportedState } from './request-lifecycle.ts';
import type { OrderState, RequestAction, RequestParty, RequestStage } from './request-stages.ts';

const at = new Date('2026-07-07T10:00:00Z');
const dueAt = new Date('2026-07-08T04:30:00Z');
const later = new Date('2026-07-10T04:30:00Z');
const start = reportedState('r1', dueAt);
const as = (...parties: RequestParty[]): LifecycleActor => ({ personId: 'p1', parties: new Set(parties) });
const pending = { until: later, askedBy: 'p2' };
const complete: ActionInput = {
  at,
  organizationId: 'o2',
  crew: 2,
  photosBefore: 1,
  photosAfter: 1,
  outcome: 'REFERRED',
  residentWord: true,
  until: later,
  reason: '雨天管道堵塞',
};

const situation = (stage: RequestStage, order: OrderState | null): RequestState => ({
  ...start,
  stage,
  order,
  organizationId: order ? 'o1' : null,
  outcome: stage === 'CLOSED' ? 'FULL' : null,
});
describe('guards', () => {
  const back = situation('REPORTED_BACK', 'FINISHED');
  const cases: readonly [string, RequestState, RequestAction, Partial<ActionInput>, string][] = [
    ['dispatch to nobody', situation('FILED', null), 'DISPATCH', { organizationId: '' }, 'ORGANIZATION_REQUIRED'],
    [
      'dispatch again to the same',
      situation('DISPATCHED', 'OFFERED'),
      'DISPATCH',
      { organizationId: 'o1' },
      'SAME_ORGANIZATION',
    ],
    ['arrive without a crew', situation('IN_PROGRESS', 'TAKEN'), 'ARRIVE', { crew: 0 }, 'CREW_REQUIRED'],
    ['arrive with half a person', situation('IN_PROGRESS', 'TAKEN'), 'ARRIVE', { crew: 1.5 }, 'CREW_REQUIRED'],
    [
      'finish without a picture before',
      situation('IN_PROGRESS', 'ARRIVED'),
      'FINISH',
      { photosBefore: 0, reason: ' ' },
      'PHOTOS_REQUIRED',
    ],
    [
      'finish without a picture after',
      situation('IN_PROGRESS', 'ARRIVED'),
      'FINISH',
      { photosAfter: 0, reason: '' },
      'PHOTOS_REQUIRED',
    ],
    ['send back without a reason', back, 'START', { reason: '' }, 'REASON_REQUIRED'],
    ['close before verification', back, 'CLOSE', { residentWord: false }, 'VERIFICATION_REQUIRED'],
    [
      'close the fast path without the word',
      situation('IN_PROGRESS', null),
      'CLOSE',
      { residentWord: false },
      'VERIFICATION_REQUIRED',
    ],
    ['close as solved what nobody handled', start, 'CLOSE', { outcome: 'FULL' }, 'OUTCOME_NOT_AT_STAGE'],
    [
      'close as partly solved what nobody handled',
      situation('FILED', null),
      'CLOSE',
      { outcome: 'PARTIAL' },
      'OUTCOME_NOT_AT_STAGE',
    ],
    ['close as a duplicate of nothing', start, 'CLOSE', { outcome: 'DUPLICATE' }, 'DUPLICATE_OF_REQUIRED'],
    [
      'close as a duplicate of itself',
      start,
      'CLOSE',
      { outcome: 'DUPLICATE', duplicateOf: 'r1' },
      'DUPLICATE_OF_REQUIRED',
    ],
    ['reopen without a reason', situation('CLOSED', null), 'REOPEN', { reason: '  ' }, 'REASON_REQUIRED'],
    [
      'extend to the due time itself',
      situation('FILED', null),
      'REQUEST_EXTENSION',
      { until: dueAt },
      'EXTENSION_NOT_LATER',
    ],
    [
      'extend to an invalid time',
      situation('FILED', null),
      'REQUEST_EXTENSION',
      { until: new Date(Number.NaN) },
      'EXTENSION_NOT_LATER',
    ],
    [
      'extend into the past',
      situation('FILED', null),
      'REQUEST_EXTENSION',
      { at: new Date('2026-07-11T00:00Z') },
      'EXTENSION_NOT_LATER',
    ],
    ['extend without a reason', situation('FILED', null), 'REQUEST_EXTENSION', { reason: '' }, 'REASON_REQUIRED'],
    ['extend twice', { ...situation('FILED', null), extension: pending }, 'REQUEST_EXTENSION', {}, 'EXTENSION_PENDING'],
    ['approve nothing', situation('FILED', null), 'APPROVE_EXTENSION', {}, 'NO_EXTENSION_PENDING'],
    ['refuse nothing', situation('FILED', null), 'REFUSE_EXTENSION', {}, 'NO_EXTENSION_PENDING'],
    [
      'refuse without a reason',
      { ...situation('FILED', null), extension: pending },
      'REFUSE_EXTENSION',
      { reason: '' },
      'REASON_REQUIRED',
    ],
    [
      'approve one’s own',
      { ...situation('FILED', null), extension: { until: later, askedBy: 'p1' } },
      'APPROVE_EXTENSION',
      {},
      'OWN_EXTENSION',
    ],
  ];
  it.each(cases)('%s', (_name, state, action, change, code) => {
    const answer = decide(state, action, as('SECRETARY', 'RESPONSIBLE', 'ORGANIZATION'), { ...complete, ...change });
    expect(answer).toHaveProperty('refused', code);
  });

  it('are all reached by these tests', () => {
    const seen = new Set([...cases.map(([, , , , code]) => code), 'ACTION_NOT_AT_STAGE', 'ACTOR_NOT_ALLOWED']);
    expect([...seen, 'OUTCOME_REQUIRED'].toSorted()).toEqual([...LIFECYCLE_REFUSALS].toSorted());
    expect(decide(back, 'CLOSE', as('SECRETARY'), { at, residentWord: true })).toEqual({
      refused: 'OUTCOME_REQUIRED',
      params: {},
    });
  });

  it('take a reason in place of pictures, and another request in place of the resident’s word', () => {
    const arrived = situation('IN_PROGRESS', 'ARRIVED');
    expect(decide(arrived, 'FINISH', as('ORGANIZATION'), { at, reason: '住户不愿拍照' })).toHaveProperty(
      'ok.stage',
      'REPORTED_BACK',
    );
    const duplicate = decide(start, 'CLOSE', as('SECRETARY'), { at, outcome: 'DUPLICATE', duplicateOf: 'r0' });
    expect(duplicate).toMatchObject({ ok: { stage: 'CLOSED', outcome: 'DUPLICATE' }, steps: ['CLOSED'] });
  });

  it('close a verified request without the resident’s word', () => {
    const closed = decide(situation('VERIFIED', 'FINISHED'), 'CLOSE', as('GRID_WORKER'), { at, outcome: 'FULL' });
    expect(closed).toMatchObject({ ok: { stage: 'CLOSED', outcome: 'FULL' }, steps: ['CLOSED'] });
  });
});
