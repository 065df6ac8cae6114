// Owns what locks mean while one edits by hand: what they forbid, and who travels along. Pure. Refuses judging: a lock broken all the
// same is a finding.
import type { PlanContent } from './plan-content.ts';

/** What of a plan locks are asked about. */
export type LockedPlan = Pick<PlanContent, 'assignment' | 'locks'>;

/** Grids that keep exactly their units. */
export function lockedGrids({ locks }: Pick<LockedPlan, 'locks'>): ReadonlySet<number> {
  return new Set(locks.filter(({ kind }) => kind === 'GRID').map(({ grid }) => grid));
}

/**
 * Where units go when one asks for it: each with the group it is locked together with, and none whose lock, or whose group's,
 * forbids it. O(units · locks)
 *
 * @param asked a grid per unit, -1 for none
 */
export function lockedMoves(plan: LockedPlan, asked: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const wanted = new Map<number, number>();
  const groups: number[][] = [];
  for (const [unit, grid] of asked) {
    if (wanted.has(unit)) continue;
    const group = withGroup(plan, [unit]);
    for (const member of group) wanted.set(member, grid);
    groups.push(group);
  }
  const isHeld = holder(plan);
  const going = groups.filter((group) => !group.some((unit) => isHeld(unit, wanted.get(unit) ?? -1)));
  return new Map(going.flat().map((unit) => [unit, wanted.get(unit) ?? -1]));
}

/** The units and those that are locked together with them in the same grid, the given first. O(units · locks) */
export function withGroup(plan: LockedPlan, units: readonly number[]): number[] {
  const groups = groupsTogether(plan);
  const all = new Set(units);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const group of groups) if (group.some((unit) => all.has(unit))) for (const unit of group) all.add(unit);
  }
  return [...all];
}

/** Locks that forbid a step back or forth: those on the grids and units it moves; all that hold something where that is not known. */
export function locksInTheWay(plan: LockedPlan, moves: readonly UnitStep[] | null): string[] {
  const goes = moves && new Map(moves.map(({ unit, to }) => [unit, to]));
  const inTheWay = plan.locks.filter((lock) => {
    if (lock.kind === 'TOGETHER')
      return isTogether(plan, lock.units) && (goes === null || tears(plan, lock.units, goes));
    if (moves === null) return true;
    return moves.some(({ unit, from, to }) =>
      lock.kind === 'GRID' ? lock.grid === from || lock.grid === to : lock.units.includes(unit) && lock.grid !== to,
    );
  });
  return inTheWay.map(({ id }) => id);
}

/** A unit that goes from one grid to another; -1 for none. */
export interface UnitStep {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
}

/** Of units locked together, those that a filling put apart go where the others are: where one was before, else the first. */
export function keepTogether({ locks, assignment }: LockedPlan, filled: Int32Array): Int32Array {
  const kept = filled.slice();
  for (const { kind, units } of locks) {
    if (kind !== 'TOGETHER') continue;
    const home = units.find((unit) => (assignment[unit] ?? -1) >= 0) ?? units[0] ?? -1;
    for (const unit of units) if ((assignment[unit] ?? -1) < 0) kept[unit] = kept[home] ?? -1;
  }
  return kept;
}

/** Whether a lock of a grid or of units keeps a unit from a grid. */
function holder({ assignment, locks }: LockedPlan): (unit: number, grid: number) => boolean {
  const closed = lockedGrids({ locks });
  const held = new Map(
    locks
      .filter(({ kind }) => kind === 'UNIT' || kind === 'WORKER')
      .flatMap((lock) => lock.units.map((unit): [number, number] => [unit, lock.grid])),
  );
  return (unit, grid) => {
    const from = assignment[unit] ?? -1;
    return from !== grid && (closed.has(from) || closed.has(grid) || (held.get(unit) ?? grid) !== grid);
  };
}

function groupsTogether(plan: LockedPlan): (readonly number[])[] {
  return plan.locks.flatMap(({ kind, units }) => (kind === 'TOGETHER' && isTogether(plan, units) ? [units] : []));
}

/** Units that share no grid yet are brought together one by one. */
function isTogether({ assignment }: LockedPlan, [first = -1, ...others]: readonly number[]): boolean {
  const grid = assignment[first] ?? -1;
  return grid >= 0 && others.every((unit) => assignment[unit] === grid);
}

function tears({ assignment }: LockedPlan, units: readonly number[], goes: ReadonlyMap<number, number>): boolean {
  return new Set(units.map((unit) => goes.get(unit) ?? assignment[unit])).size > 1;
}
