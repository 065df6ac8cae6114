// Checks routing: the most specific assignment in force wins, shift or no shift, and the reasons say why.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responsibleFor, ROUTING_REASONS, type Assignment, type Shift } from './responsibility.ts';

const t = (text: string) => new Date(`${text}+08:00`);
const at = t('2026-07-07T18:00');
const place = { gridId: 'g7', buildingId: 'b9', entranceId: 'e92' };
const assignment = (id: string, change: Partial<Assignment> = {}): Assignment => ({
  id,
  personId: `person-${id}`,
  scope: 'GRID',
  scopeId: 'g7',
  temporary: false,
  from: t('2026-01-01T00:00'),
  to: null,
  ...change,
});
const shift = (id: string, change: Partial<Shift> = {}): Shift => ({
  id,
  personId: `person-${id}`,
  gridId: null,
  from: t('2026-07-07T18:00'),
  to: t('2026-07-08T08:30'),
  ...change,
});
const grid = assignment('grid');
const building = assignment('building', { scope: 'BUILDING', scopeId: 'b9' });
const entrance = assignment('entrance', { scope: 'ENTRANCE', scopeId: 'e92' });
const route = (assignments: readonly Assignment[], shifts: readonly Shift[] = [], working = true) =>
  responsibleFor(place, at, assignments, shifts, working);
const winner = (assignments: readonly Assignment[]) => route(assignments).responsible?.assignmentId;
const codes = (answer: ReturnType<typeof route>) => answer.reasons.map((reason) => reason.code);

describe('who is responsible', () => {
  it('the most specific assignment wins', () => {
    expect(winner([grid, building, entrance])).toBe('entrance');
    expect(winner([grid, building])).toBe('building');
    expect(winner([grid])).toBe('grid');
  });

  it('a permanent entrance worker beats a temporary building worker', () => {
    expect(winner([{ ...building, temporary: true }, entrance])).toBe('entrance');
  });

  it('temporary beats permanent at equal scope, also when it started earlier', () => {
    expect(winner([grid, assignment('temp', { temporary: true, from: t('2025-01-01T00:00') })])).toBe('temp');
  });

  it('then the latest start, then the smaller id', () => {
    expect(winner([grid, assignment('newer', { from: t('2026-05-01T00:00') })])).toBe('newer');
    expect(winner([assignment('b'), assignment('a')])).toBe('a');
  });

  it('only assignments in force count, from the first instant to before the last', () => {
    expect(winner([grid, { ...building, from: at }])).toBe('building');
    expect(winner([grid, { ...building, to: at }])).toBe('grid');
    expect(winner([grid, { ...building, from: new Date(at.getTime() + 1) }])).toBe('grid');
  });

  it('the rest of the grid never changes: other buildings keep the grid worker', () => {
    const elsewhere = { ...place, buildingId: 'b13', entranceId: 'e131' };
    expect(responsibleFor(elsewhere, at, [grid, building, entrance], [], true).responsible?.assignmentId).toBe('grid');
    expect(
      responsibleFor({ gridId: 'g7', buildingId: null, entranceId: null }, at, [grid, building], [], true).responsible
        ?.assignmentId,
    ).toBe('grid');
  });

  it('never depends on the order of what it is given', () => {
    const all = [
      grid,
      building,
      entrance,
      assignment('x'),
      assignment('y', { temporary: true }),
      { ...entrance, id: 'z' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 6 }), (shuffled) => {
        expect(winner(shuffled)).toBe('entrance');
      }),
    );
  });
});

describe('the shift', () => {
  it('does not change who is responsible at 18:00, it adds a second name', () => {
    const answer = route([grid, building], [shift('night')], false);
    expect(answer.responsible).toEqual({ personId: 'person-building', assignmentId: 'building' });
    expect(answer.onCall).toEqual({ personId: 'person-night', shiftId: 'night' });
    expect(answer.offDuty).toBe(true);
  });

  it('prefers the on-call of the grid to that of the community, and the latest among equals', () => {
    const shifts = [
      shift('all'),
      shift('early', { gridId: 'g7', from: t('2026-07-07T12:00') }),
      shift('late', { gridId: 'g7' }),
      shift('other', { gridId: 'g8' }),
    ];
    expect(route([grid], shifts, false).onCall?.shiftId).toBe('late');
  });

  it('adds nobody in working time, nor when the responsible person holds the shift', () => {
    expect(route([grid], [shift('night')], true)).not.toHaveProperty('onCall');
    const own = route([grid], [shift('own', { personId: 'person-grid' })], false);
    expect(own).not.toHaveProperty('onCall');
    expect(own.offDuty).toBe(false);
  });

  it('counts until before its end', () => {
    expect(route([grid], [shift('over', { from: t('2026-07-07T08:00'), to: at })], false)).not.toHaveProperty('onCall');
  });
});

describe('the reasons', () => {
  it('name the scope, what yielded, and the second name, without any name in them', () => {
    const answer = route([grid, building, { ...building, id: 't', temporary: true }], [shift('night')], false);
    expect(answer.reasons).toEqual([
      { code: 'BY_BUILDING', params: { scopeId: 'b9', since: '2025-12-31T16:00:00.000Z' } },
      { code: 'TEMPORARY_FIRST', params: { count: 1 } },
      { code: 'WIDER_SCOPE_YIELDS', params: { count: 1 } },
      { code: 'OFF_DUTY', params: {} },
      { code: 'ON_CALL_ADDED', params: { shiftId: 'night' } },
    ]);
    expect(JSON.stringify(answer.reasons)).not.toContain('person-');
  });

  it('are all used', () => {
    const seen = new Set([
      ...codes(route([grid], [], false)),
      ...codes(route([grid, assignment('b')], [shift('night')], false)),
      ...codes(route([grid, building, { ...building, id: 't', temporary: true }])),
      ...codes(route([entrance])),
      ...codes(route([])),
    ]);
    expect([...seen].toSorted()).toEqual([...ROUTING_REASONS].toSorted());
  });

  it('say when nobody is assigned, and still name who is on call', () => {
    const answer = route([], [shift('night')], false);
    expect(answer.responsible).toBeNull();
    expect(answer.offDuty).toBe(false);
    expect(answer.onCall?.shiftId).toBe('night');
    expect(codes(answer)).toEqual(['NOBODY_ASSIGNED', 'OFF_DUTY', 'ON_CALL_ADDED']);
  });
});
