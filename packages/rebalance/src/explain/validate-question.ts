// Whether a question can be meant at all, with the path to each fault: what arrives from a page or a file is looked through here, once.
// Refuses to say whether a plan exists; locks that contradict each other outright are a fault, locks that are merely too many are not.

import type { Lock, PlanQuestion } from '../planning/question.ts';

/** `path` leads to the fault, e.g. `locks[2].units[0]`; `expected` says what would do there. */
export interface QuestionFault {
  readonly path: string;
  readonly expected: string;
}

const MOST_SUM = 0x7f_ff_ff_ff;

/** All faults, empty when there is none. O(edges · log degree + locks) */
export function validateQuestion(question: PlanQuestion): QuestionFault[] {
  const units = question.graph.offsets.length - 1;
  const faults: QuestionFault[] = [];
  const fault = (path: string, expected: string) => faults.push({ path, expected });
  if (units < 1) return [{ path: 'graph.offsets', expected: 'at least one unit' }];
  if (!isWhole(question.gridCount, 1, units)) fault('gridCount', `a whole number from 1 to ${units}`);
  checkGraph(question, units, fault);
  if (question.measures.length === 0) fault('measures', 'at least one measure');
  question.measures.forEach((measure, index) => checkMeasure(measure, `measures[${index}]`, units, fault));
  checkPerUnit(question, units, fault);
  if (question.target !== undefined && !(question.target >= 0)) fault('target', 'a number, 0 or more');
  checkLocks(question, units, fault);
  return faults;
}

type Report = (path: string, expected: string) => void;

function checkGraph({ graph: { offsets, neighbours, costs } }: PlanQuestion, units: number, fault: Report): void {
  const last = offsets[units]!;
  if (offsets[0] !== 0 || offsets.some((offset, row) => row > 0 && offset < offsets[row - 1]!))
    return fault('graph.offsets', 'ascending numbers from 0');
  if (neighbours.length !== last) return fault('graph.neighbours', `${last} entries`);
  if (costs.length !== last) return fault('graph.costs', `${last} entries`);
  const rows = new Map<number, number>();
  for (let unit = 0; unit < units; unit += 1)
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const beside = neighbours[at]!;
      if (!isWhole(beside, 0, units - 1) || beside === unit)
        return fault(`graph.neighbours[${at}]`, `another unit, from 0 to ${units - 1}`);
      if (costs[at]! < 0) return fault(`graph.costs[${at}]`, 'a cost, 0 or more');
      if (rows.has(unit * units + beside)) return fault(`graph.neighbours[${at}]`, 'a neighbour not named before');
      rows.set(unit * units + beside, at);
    }
  checkSymmetry(rows, units, costs, fault);
}

/** @param rows where each directed edge lies, by from · units + to */
function checkSymmetry(rows: ReadonlyMap<number, number>, units: number, costs: Int32Array, fault: Report): void {
  for (const [key, at] of rows) {
    const [unit, beside] = [Math.floor(key / units), key % units];
    const back = rows.get(beside * units + unit);
    if (back === undefined) return fault(`graph.neighbours[${at}]`, `unit ${beside} to name unit ${unit} too`);
    if (costs[back] !== costs[at]) return fault(`graph.costs[${at}]`, 'the same cost both ways');
  }
}

function checkMeasure(
  { weights, lower, upper }: PlanQuestion['measures'][0],
  path: string,
  units: number,
  fault: Report,
): void {
  if (weights.length !== units) fault(`${path}.weights`, `${units} weights`);
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0) fault(`${path}.weights[${negative}]`, 'a whole number, 0 or more');
  if (weights.reduce((sum, weight) => sum + weight, 0) > MOST_SUM) fault(`${path}.weights`, 'a sum below 2^31');
  if (!(lower >= 0)) fault(`${path}.lower`, 'a number, 0 or more');
  if (!(upper >= 0)) fault(`${path}.upper`, 'a number, 0 or more');
  if (lower > upper) fault(`${path}.lower`, `at most the upper limit, ${upper}`);
}

function checkPerUnit({ current, disruption, gridCount }: PlanQuestion, units: number, fault: Report): void {
  if (current.length !== units) fault('current', `${units} grids`);
  const misplaced = current.findIndex((grid) => grid < -1 || grid >= gridCount);
  if (misplaced >= 0) fault(`current[${misplaced}]`, `a grid from 0 to ${gridCount - 1}, or -1`);
  if (disruption.length !== units) fault('disruption', `${units} costs`);
  const negative = disruption.findIndex((cost) => cost < 0);
  if (negative >= 0) fault(`disruption[${negative}]`, 'a whole number, 0 or more');
}

function checkLocks({ locks, gridCount, current }: PlanQuestion, units: number, fault: Report): void {
  const home = new Map<number, { grid: number; lock: number }>();
  locks.forEach((lock, index) => {
    const path = `locks[${index}]`;
    if (lock.kind !== 'together' && !isWhole(lock.grid, 0, gridCount - 1))
      return fault(`${path}.grid`, `a grid from 0 to ${gridCount - 1}`);
    const strays = lock.kind === 'grid' ? [] : lock.units.filter((unit) => !isWhole(unit, 0, units - 1));
    if (lock.kind !== 'grid' && strays.length > 0)
      return fault(`${path}.units[${lock.units.indexOf(strays[0]!)}]`, `a unit from 0 to ${units - 1}`);
    if (lock.kind === 'grid' && !current.includes(lock.grid)) fault(`${path}.grid`, 'a grid that has units today');
    for (const unit of heldBy(lock, current)) {
      const other = home.get(unit);
      if (other === undefined) home.set(unit, { grid: gridOf(lock), lock: index });
      else if (other.grid !== gridOf(lock))
        fault(path, `unit ${unit} in grid ${other.grid}, where locks[${other.lock}] keeps it`);
    }
  });
}

/** Units that the lock keeps in a grid it names. */
function heldBy(lock: Lock, current: PlanQuestion['current']): number[] {
  if (lock.kind === 'together') return [];
  if (lock.kind === 'stay') return [...lock.units];
  return [...current.keys()].filter((unit) => current[unit] === lock.grid);
}

function gridOf(lock: Lock): number {
  return lock.kind === 'together' ? -1 : lock.grid;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
