// Plays whole stories through the table: the sewage evening, the fast path, an extension, a reopening.
import { describe, expect, it } from 'vitest';
import type { ActionInput, LifecycleActor } from './request-guards.ts';
import { decide, reportedState } from './request-lifecycle.ts';
import type { RequestAction, RequestParty } from './request-stages.ts';

const at = new Date('2026-07-07T10:00:00Z');
const later = new Date('2026-07-10T04:30:00Z');
const start = reportedState('r1', new Date('2026-07-08T04:30:00Z'));
const as = (...parties: RequestParty[]): LifecycleActor => ({ personId: 'p1', parties: new Set(parties) });

describe('stories', () => {
  function play(moves: readonly [RequestAction, LifecycleActor, Partial<ActionInput>?][]) {
    let state = start;
    const steps: string[] = [];
    for (const [action, actor, input] of moves) {
      const answer = decide(state, action, actor, { at, ...input });
      if ('refused' in answer) throw new Error(`${action}: ${answer.refused}`);
      state = answer.ok;
      steps.push(...answer.steps);
    }
    return { state, steps };
  }

  it('sewage at 18:00: dispatched, taken, on the spot, finished, closed on the resident’s word', () => {
    const { state, steps } = play([
      ['DISPATCH', as('SECRETARY'), { organizationId: 'property' }],
      ['TAKE', as('ORGANIZATION')],
      ['ARRIVE', as('ORGANIZATION'), { crew: 2 }],
      ['FINISH', as('ORGANIZATION'), { photosBefore: 1, photosAfter: 1 }],
      ['CLOSE', as('RESPONSIBLE'), { outcome: 'FULL', residentWord: true }],
    ]);
    expect(steps).toEqual([
      'ACCEPTED',
      'FILED',
      'DISPATCHED',
      'ORDER_TAKEN',
      'IN_PROGRESS',
      'CREW_ARRIVED',
      'ORDER_FINISHED',
      'REPORTED_BACK',
      'RESIDENT_WORD',
      'CLOSED',
    ]);
    expect(state).toMatchObject({ stage: 'CLOSED', outcome: 'FULL', organizationId: 'property', order: 'FINISHED' });
  });

  it('the fast path has three stages', () => {
    const { steps } = play([
      ['SOLVE_IN_GRID', as('RESPONSIBLE')],
      ['CLOSE', as('RESPONSIBLE'), { outcome: 'FULL', residentWord: true }],
    ]);
    expect(steps).toEqual(['IN_PROGRESS', 'RESIDENT_WORD', 'CLOSED']);
  });

  it('a question for more time lapses when the work is done', () => {
    const asked = {
      ...start,
      stage: 'IN_PROGRESS',
      order: 'ARRIVED',
      extension: { until: later, askedBy: 'p2' },
    } as const;
    expect(decide(asked, 'FINISH', as('ORGANIZATION'), { at, photosBefore: 1, photosAfter: 1 })).toHaveProperty(
      'ok.extension',
      null,
    );
  });

  it('a worker cannot verify what was solved in the grid', () => {
    const { state } = play([
      ['SOLVE_IN_GRID', as('RESPONSIBLE')],
      ['REPORT_BACK', as('RESPONSIBLE')],
    ]);
    expect(decide(state, 'VERIFY', as('RESPONSIBLE', 'GRID_WORKER'), { at })).toHaveProperty(
      'refused',
      'ACTOR_NOT_ALLOWED',
    );
    expect(decide(state, 'VERIFY', as('SECRETARY'), { at })).toHaveProperty('ok.stage', 'VERIFIED');
  });

  it('extended by the secretary, reopened, and solved again', () => {
    const asker: LifecycleActor = { personId: 'p9', parties: new Set<RequestParty>(['GRID_WORKER']) };
    const extended = play([
      ['ACCEPT', as('GRID_WORKER')],
      ['REQUEST_EXTENSION', asker, { until: later, reason: '等配件' }],
      ['APPROVE_EXTENSION', as('SECRETARY')],
    ]).state;
    expect(extended).toMatchObject({ stage: 'ACCEPTED', dueAt: later, extension: null });
    const { state } = play([
      ['DISPATCH', as('SECRETARY'), { organizationId: 'property' }],
      ['START', as('SECRETARY')],
      ['REPORT_BACK', as('SECRETARY')],
      ['VERIFY', as('SECRETARY')],
      ['CLOSE', as('SECRETARY'), { outcome: 'PARTIAL' }],
      ['REOPEN', as('GRID_WORKER'), { reason: '又堵了' }],
    ]);
    expect(state).toEqual({ ...start, stage: 'ACCEPTED', reopenings: 1 });
  });
});
