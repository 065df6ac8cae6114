// Checks every cell of stage × action × party against a committed table.
import { describe, expect, it } from 'vitest';
import type { ActionInput, LifecycleActor, RequestState } from './request-guards.ts';
import { availableActions, decide, reportedState } from './request-lifecycle.ts';
import {
  REQUEST_ACTIONS,
  REQUEST_PARTIES,
  REQUEST_STAGES,
  type OrderState,
  type RequestAction,
  type RequestParty,
  type RequestStage,
} from './request-stages.ts';

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
const SITUATIONS: readonly (readonly [RequestStage, OrderState | null])[] = [
  ['REPORTED', null],
  ['ACCEPTED', null],
  ['FILED', null],
  ['DISPATCHED', 'OFFERED'],
  ['IN_PROGRESS', null],
  ['IN_PROGRESS', 'TAKEN'],
  ['IN_PROGRESS', 'ARRIVED'],
  ['REPORTED_BACK', null],
  ['REPORTED_BACK', 'FINISHED'],
  ['VERIFIED', 'FINISHED'],
  ['CLOSED', 'FINISHED'],
];

function row(stage: RequestStage, order: OrderState | null, action: RequestAction): string {
  const decides = action === 'APPROVE_EXTENSION' || action === 'REFUSE_EXTENSION';
  const state = { ...situation(stage, order), extension: decides ? pending : null };
  const allowed: string[] = [];
  const answers = new Set<string>();
  for (const party of REQUEST_PARTIES) {
    const answer = decide(state, action, as(party), complete);
    if ('ok' in answer) allowed.push(party);
    answers.add(
      'ok' in answer ? `${answer.steps.join('+')} => ${answer.ok.stage}/${answer.ok.order ?? '-'}` : answer.refused,
    );
  }
  return `  ${action.padEnd(18)} ${[...answers].join(' | ')}${allowed.length ? `\n${' '.repeat(21)}by ${allowed.join(', ')}` : ''}`;
}

describe('the table', () => {
  it('answers every stage, action and party as committed', async () => {
    const blocks = SITUATIONS.map(([stage, order]) =>
      [`${stage}, order ${order ?? 'none'}`, ...REQUEST_ACTIONS.map((action) => row(stage, order, action))].join('\n'),
    );
    expect(new Set(SITUATIONS.map(([stage]) => stage)).size).toBe(REQUEST_STAGES.length);
    await expect(`${blocks.join('\n\n')}\n`).toMatchFileSnapshot('./request-lifecycle.table.txt');
  });

  it('lets nobody without a part in the request do anything, anywhere', () => {
    const outsiders = as(
      'PROPERTY_MANAGER',
      'POLICE',
      'PLANNER',
      'STREET_REVIEWER',
      'DISTRICT_REVIEWER',
      'ADMINISTRATOR',
      'VOLUNTEER',
      'CADRE',
    );
    for (const [stage, order] of SITUATIONS) {
      const state = { ...situation(stage, order), extension: pending };
      expect(availableActions(state, outsiders)).toEqual([]);
      for (const action of REQUEST_ACTIONS)
        expect(decide(state, action, outsiders, complete)).toHaveProperty('refused');
    }
  });

  it('offers exactly the actions it would allow', () => {
    for (const [stage, order] of SITUATIONS) {
      for (const party of REQUEST_PARTIES) {
        for (const extension of [null, pending]) {
          const state = { ...situation(stage, order), extension };
          const allowed = REQUEST_ACTIONS.filter((action) => 'ok' in decide(state, action, as(party), complete));
          expect(availableActions(state, as(party))).toEqual(allowed);
        }
      }
    }
  });

  it('never changes the state it was given', () => {
    const frozen = Object.freeze({ ...start });
    decide(frozen, 'DISPATCH', as('SECRETARY'), complete);
    expect(frozen).toEqual(start);
  });
});
