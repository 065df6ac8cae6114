// Checks the whole matrix of who sees how much of a request, as which parties they act, and what they are offered.
import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import type { Membership, Role } from '#platform/actor';
import { permissionsOf } from '#modules/access';
import type { RequestState } from './request-guards.ts';
import { reportedState } from './request-lifecycle.ts';
import { actionsOf, actorOn, confinedTo, type RequestPlace, type RequestViewer, sightOf } from './request.policy.ts';

const PLACE: RequestPlace = { gridId: 'grid', responsibleId: 'worker', onCallId: 'second', organizationId: 'firm' };
const membership = (role: Role, own: Partial<Membership> = {}): Membership => ({
  communityId: 'c',
  communityCode: '420100000001',
  role,
  personId: null,
  gridId: null,
  organizationId: null,
  ...own,
});
const viewer = (memberships: readonly Membership[], screen = false): RequestViewer => ({
  accountId: 'me',
  screen,
  memberships,
  permissions: permissionsOf(
    memberships.map(({ role }) => role),
    screen,
  ),
});
const WHOLE = 'visible words door photos staff callers';
const MASKED = 'visible staff';

/** What is shown, as a line of words. */
const shown = (of: RequestViewer, place = PLACE) =>
  Object.entries(sightOf(of, place))
    .flatMap(([name, yes]) => (yes ? [name] : []))
    .join(' ');

const MATRIX: readonly (readonly [string, Membership, string, string])[] = [
  ['secretary', membership('SECRETARY'), WHOLE, 'SECRETARY'],
  ['worker of the grid', membership('GRID_WORKER', { gridId: 'grid' }), WHOLE, 'GRID_WORKER'],
  ['worker of another grid', membership('GRID_WORKER', { gridId: 'other' }), MASKED, ''],
  ['worker of no grid', membership('GRID_WORKER'), MASKED, ''],
  [
    'responsible worker of another grid',
    membership('GRID_WORKER', { gridId: 'other', personId: 'worker' }),
    WHOLE,
    'RESPONSIBLE',
  ],
  ['second name on call', membership('GRID_WORKER', { gridId: 'other', personId: 'second' }), WHOLE, 'RESPONSIBLE'],
  ['branch secretary of the grid', membership('BRANCH_SECRETARY', { gridId: 'grid' }), WHOLE, 'GRID_WORKER'],
  ['branch secretary of another grid', membership('BRANCH_SECRETARY', { gridId: 'other' }), MASKED, ''],
  [
    'firm with the order',
    membership('PROPERTY_MANAGER', { organizationId: 'firm' }),
    WHOLE,
    'PROPERTY_MANAGER ORGANIZATION',
  ],
  ['another firm', membership('PROPERTY_MANAGER', { organizationId: 'rival' }), '', 'PROPERTY_MANAGER'],
  ['a manager without firm', membership('PROPERTY_MANAGER'), '', 'PROPERTY_MANAGER'],
  ['planner', membership('PLANNER'), MASKED, 'PLANNER'],
  ['street reviewer', membership('STREET_REVIEWER'), MASKED, 'STREET_REVIEWER'],
  ['district reviewer', membership('DISTRICT_REVIEWER'), MASKED, 'DISTRICT_REVIEWER'],
  ['police', membership('POLICE'), '', 'POLICE'],
  ['administrator', membership('ADMINISTRATOR'), '', 'ADMINISTRATOR'],
  ['volunteer', membership('VOLUNTEER'), '', 'VOLUNTEER'],
  ['cadre', membership('CADRE'), '', 'CADRE'],
];

describe('sight of a request', () => {
  it.each(MATRIX)('%s', (_name, own, sight, parties) => {
    expect(shown(viewer([own]))).toBe(sight);
    expect([...actorOn(viewer([own]), PLACE).parties].join(' ')).toBe(parties);
  });

  it.each(MATRIX)('%s, before a big screen: place only, whatever the role', (_name, own, sight) => {
    expect(shown(viewer([own], true))).toBe(sight === '' ? '' : 'visible');
    expect(actionsOf(viewer([own], true), PLACE, reportedState('r', new Date(0)))).toEqual([]);
  });

  it('of several memberships the one that shows most counts', () => {
    expect(shown(viewer([membership('PLANNER'), membership('GRID_WORKER', { gridId: 'grid' })]))).toBe(WHOLE);
    expect(shown(viewer([membership('PROPERTY_MANAGER', { organizationId: 'rival' }), membership('PLANNER')]))).toBe(
      MASKED,
    );
    expect(shown(viewer([]))).toBe('');
  });

  it('a request with nobody and no firm belongs to nobody by its gaps', () => {
    const empty: RequestPlace = { gridId: null, responsibleId: null, onCallId: null, organizationId: null };
    expect(shown(viewer([membership('GRID_WORKER')]), empty)).toBe(MASKED);
    expect(shown(viewer([membership('PROPERTY_MANAGER')]), empty)).toBe('');
  });

  it('a firm is confined to its own orders, everyone else sees the list', () => {
    expect(confinedTo(viewer([membership('PROPERTY_MANAGER', { organizationId: 'firm' })]))).toEqual(['firm']);
    expect(confinedTo(viewer([membership('PROPERTY_MANAGER')]))).toEqual([]);
    expect(
      confinedTo(viewer([membership('PROPERTY_MANAGER', { organizationId: 'firm' }), membership('SECRETARY')])),
    ).toBeNull();
    expect(confinedTo(viewer([membership('PLANNER')]))).toBeNull();
  });
});

describe('what is offered', () => {
  const reported = reportedState('r', new Date(8e14));
  const closed: RequestState = { ...reported, stage: 'CLOSED', outcome: 'FULL' };
  const offered: RequestState = { ...reported, stage: 'DISPATCHED', organizationId: 'firm', order: 'OFFERED' };
  const offers = (own: Membership, state: RequestState) => actionsOf(viewer([own]), PLACE, state).join(' ');

  it('follows stage, party and permission', () => {
    expect(offers(membership('SECRETARY'), reported)).toBe('ACCEPT DISPATCH CLOSE SOLVE_IN_GRID JOIN');
    expect(offers(membership('BRANCH_SECRETARY', { gridId: 'grid' }), reported)).toBe(
      'ACCEPT CLOSE SOLVE_IN_GRID JOIN',
    );
    expect(offers(membership('GRID_WORKER', { gridId: 'other' }), reported)).toBe('JOIN');
    expect(offers(membership('PLANNER'), reported)).toBe('');
    expect(offers(membership('PROPERTY_MANAGER', { organizationId: 'firm' }), offered)).toBe('TAKE REQUEST_EXTENSION');
    expect(offers(membership('PROPERTY_MANAGER', { organizationId: 'rival' }), offered)).toBe('');
    expect(offers(membership('SECRETARY'), closed)).toBe('REOPEN');
  });
});
