// When a scheduled plan is in force or past, and who may do what at each stage.
import { describe, expect, it } from 'vitest';
import { permissionsOf } from '#modules/access';
import type { Role } from '#platform/actor';
import { planActs, stageOf } from './plan-stage.ts';

const acts = (stage: Parameters<typeof planActs>[0], ...roles: Role[]) =>
  planActs(stage, { roles, permissions: permissionsOf(roles, false) });

describe('stageOf', () => {
  it('turns by the instants alone', () => {
    const scheduled = { stage: 'SCHEDULED', effectiveFrom: 1_000, inForceFrom: 500 } as const;
    expect(stageOf(scheduled, 999)).toBe('SCHEDULED');
    expect(stageOf({ ...scheduled, inForceFrom: 1_000 }, 1_000)).toBe('IN_FORCE');
    expect(stageOf({ ...scheduled, inForceFrom: 2_000 }, 2_000)).toBe('PAST');
    expect(stageOf({ stage: 'APPROVED', effectiveFrom: null, inForceFrom: 500 }, 9_000)).toBe('APPROVED');
  });
});

describe('planActs', () => {
  it('gives each stage to those whose turn it is', () => {
    expect(acts('DRAFT', 'PLANNER')).toEqual(['EDIT', 'SUBMIT', 'ABANDON', 'COMMENT']);
    expect(acts('SUBMITTED', 'PLANNER')).toEqual(['ABANDON', 'COMMENT']);
    expect(acts('SUBMITTED', 'SECRETARY')).toEqual(['APPROVE', 'SEND_BACK', 'ABANDON', 'COMMENT']);
    expect(acts('SUBMITTED', 'STREET_REVIEWER')).toEqual(['COMMENT']);
    expect(acts('COMMUNITY_APPROVED', 'STREET_REVIEWER')).toEqual(['APPROVE', 'SEND_BACK', 'COMMENT']);
    expect(acts('STREET_APPROVED', 'DISTRICT_REVIEWER')).toEqual(['APPROVE', 'SEND_BACK', 'COMMENT']);
    expect(acts('APPROVED', 'DISTRICT_REVIEWER')).toEqual(['ACTIVATE', 'COMMENT']);
    expect(acts('SCHEDULED', 'PLANNER')).toEqual(['WITHDRAW', 'COMMENT']);
    expect(acts('SCHEDULED', 'STREET_REVIEWER')).toEqual(['COMMENT']);
    expect(acts('IN_FORCE', 'PLANNER')).toEqual(['COMMENT']);
    expect(acts('ABANDONED', 'PLANNER')).toEqual([]);
    expect(acts('DRAFT', 'GRID_WORKER')).toEqual([]);
  });
});
