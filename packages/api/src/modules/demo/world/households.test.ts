// Proves the households: exact totals under any seed, care levels, invented contacts, determinism.
import { describe, expect, it } from 'vitest';
import { buildHouseholds, CARE_DOORS } from './households.ts';
import { buildLayout } from './layout.ts';
import { ORGANIZATIONS, PEOPLE } from './people.ts';
import type { CareLevel } from './world-types.ts';

const seeds = [7, 1, 99, 20_260_707];

describe('households', () => {
  it.each(seeds)('number 5,235 with 8,234 residents, 1 to 6 each, under seed %i', (seed) => {
    const households = buildHouseholds(seed, buildLayout(seed));
    expect(households).toHaveLength(5_235);
    expect(households.reduce((sum, { residents }) => sum + residents, 0)).toBe(8_234);
    expect(Math.min(...households.map(({ residents }) => residents))).toBe(1);
    expect(Math.max(...households.map(({ residents }) => residents))).toBeLessThanOrEqual(6);
    expect(new Set(households.map(({ phone }) => phone)).size).toBe(5_235);
    expect(new Set(households.map(({ entrance, door }) => `${entrance}/${door}`)).size).toBe(5_235);
  });

  it.each(seeds)('hold the care levels exactly, unevenly, with 19栋2单元1701 daily, under seed %i', (seed) => {
    const households = buildHouseholds(seed, buildLayout(seed));
    const count = (level: CareLevel) => households.filter(({ careLevel }) => careLevel === level).length;
    expect([count('DAILY'), count('WEEKLY'), count('MONTHLY')]).toEqual(Object.values(CARE_DOORS));
    expect(households.find(({ entrance, door }) => entrance === '19-2' && door === 1701)?.careLevel).toBe('DAILY');
    const perEntrance = Map.groupBy(
      households.filter(({ careLevel }) => careLevel !== 'NONE'),
      ({ entrance }) => entrance,
    );
    const counts = [...perEntrance.values()].map((doors) => doors.length);
    expect(Math.max(...counts)).toBeGreaterThan(3 * Math.min(...counts));
  });

  it('repeat under the same seed and differ under another', () => {
    const layout = buildLayout(1);
    expect(buildHouseholds(1, layout)).toEqual(buildHouseholds(1, layout));
    expect(buildHouseholds(2, layout)).not.toEqual(buildHouseholds(1, layout));
  });

  it('have phones of the invented range only', () => {
    const phones = buildHouseholds(3, buildLayout(3)).map(({ phone }) => phone);
    expect(phones[0]).toBe('19900000001');
    expect(phones.at(-1)).toBe('19900005235');
  });
});

describe('people', () => {
  it('have one login each, and every grid a worker and a branch secretary', () => {
    const usernames = PEOPLE.map(({ username }) => username);
    expect(new Set(usernames).size).toBe(44);
    expect(PEOPLE.filter(({ hasLogin }) => hasLogin)).toHaveLength(38);
    expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(PEOPLE.length);
    const grids = (role: string) =>
      PEOPLE.filter((one) => one.role === role && one.grid !== null).map(({ grid }) => grid);
    const all = Array.from({ length: 15 }, (_, i) => i + 1);
    expect(grids('GRID_WORKER')).toEqual(all);
    expect(grids('BRANCH_SECRETARY')).toEqual(all);
    expect(PEOPLE.filter(({ role }) => role === 'PROPERTY_CREW')).toHaveLength(6);
    expect(usernames).toEqual(
      expect.arrayContaining([
        'secretary',
        'planner',
        'planner2',
        'property',
        'street',
        'district',
        'administrator',
        'worker15',
        'branch1',
        'temporary',
      ]),
    );
  });

  it('belong to organizations that exist', () => {
    const codes = new Set(ORGANIZATIONS.map(({ code }) => code));
    expect(PEOPLE.filter(({ organization }) => organization !== null && !codes.has(organization))).toEqual([]);
    expect(ORGANIZATIONS.map(({ kind }) => kind)).toEqual(['PROPERTY', 'SOCIAL']);
  });
});
