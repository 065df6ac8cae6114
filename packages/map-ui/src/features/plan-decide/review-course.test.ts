// Checks which stations are behind, and that a round sent back counts no more.
import { describe, expect, it } from 'vitest';
import type { DecidedPlan, PlanReview } from './plan-documents.ts';
import { courseOf, dayTakenBack, sentBack } from './review-course.ts';

const review = (role: PlanReview['role'], decision: PlanReview['decision'], at: string, note = ''): PlanReview => ({
  role,
  decision,
  at,
  by: `${role} one`,
  note,
  stage: 'SUBMITTED',
  version: 3,
});

const plan = (stage: DecidedPlan['stage'], reviews: PlanReview[]) => ({
  stage,
  reviews,
  createdAt: '2026-07-07T09:58:00Z',
  createdBy: '吴珩',
  effectiveFrom: null,
});

const SUBMITTED = review('PLANNER', null, '2026-07-07T10:05:00Z', '请审');
const DATED = review('SECRETARY', null, '2026-07-07T11:00:00Z');
const COMMUNITY = review('SECRETARY', 'APPROVE', '2026-07-07T10:10:00Z');
const RETURNED = review('STREET_REVIEWER', 'SEND_BACK', '2026-07-07T10:20:00Z', '11网格不足');

describe('courseOf', () => {
  it('names who approved and who is next', () => {
    const course = courseOf(plan('COMMUNITY_APPROVED', [DATED, COMMUNITY, SUBMITTED]));
    expect(course.map(({ station, state }) => [station, state])).toEqual([
      ['drafted', 'done'],
      ['submitted', 'done'],
      ['community', 'done'],
      ['street', 'next'],
      ['district', 'ahead'],
      ['force', 'ahead'],
    ]);
    expect(course[0]).toMatchObject({ by: '吴珩', at: '2026-07-07T09:58:00Z' });
    expect(course[1]).toMatchObject({ by: 'PLANNER one', note: '请审' });
    expect(course[2]).toMatchObject({ by: 'SECRETARY one', at: '2026-07-07T10:10:00Z' });
  });

  it('forgets approvals of a round that was sent back', () => {
    const course = courseOf(plan('SUBMITTED', [RETURNED, COMMUNITY]));
    expect(course[2]).toMatchObject({ state: 'next', by: null, at: null });
  });

  it('has nothing next when abandoned', () => {
    expect(courseOf(plan('ABANDONED', [])).map(({ state }) => state)).not.toContain('next');
  });
});

describe('dayTakenBack', () => {
  const at = (stage: PlanReview['stage'], each: PlanReview) => ({ ...each, stage });
  const filed = at('APPROVED', review('DISTRICT_REVIEWER', 'APPROVE', '2026-07-07T10:30:00Z'));
  const dated = at('SCHEDULED', DATED);
  const taken = at('APPROVED', review('PLANNER', null, '2026-07-07T11:30:00Z', '居民有意见'));

  it('says why until another day is set, and the course stands before the force', () => {
    const back = plan('APPROVED', [filed, dated, taken]);
    expect(dayTakenBack(back)?.note).toBe('居民有意见');
    expect(courseOf(back).at(-1)).toMatchObject({ state: 'next', at: null });
    expect(dayTakenBack(plan('SCHEDULED', [filed, dated, taken, at('SCHEDULED', DATED)]))).toBeNull();
  });

  it('is no approval', () => {
    expect(dayTakenBack(plan('APPROVED', [filed]))).toBeNull();
  });
});

describe('sentBack', () => {
  it('says why while it is a draft again', () => {
    expect(sentBack(plan('DRAFT', [RETURNED, COMMUNITY]))?.note).toBe('11网格不足');
    expect(sentBack(plan('SUBMITTED', [COMMUNITY, RETURNED]))).toBeNull();
    expect(sentBack(plan('DRAFT', [COMMUNITY]))).toBeNull();
  });
});
