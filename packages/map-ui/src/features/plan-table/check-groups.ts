// Owns the lines of the checks list: which findings stand under which line. Pure.
import type { CheckCode, PlanFinding } from '#plan/plan-session.types';

/** Lines of the list, in their order. */
export type CheckGroupName =
  | 'households'
  | 'contiguity'
  | 'complete'
  | 'lock'
  | 'residents'
  | 'span'
  | 'barrier'
  | 'duplicate';

/** A line: what still stands, and what somebody accepted. */
export interface CheckGroup {
  readonly name: CheckGroupName;
  readonly open: readonly PlanFinding[];
  readonly exempt: readonly PlanFinding[];
}

const GROUP_OF: Readonly<Record<CheckCode, CheckGroupName>> = {
  households: 'households',
  'loose-piece': 'contiguity',
  hole: 'contiguity',
  unassigned: 'complete',
  'empty-grid': 'complete',
  lock: 'lock',
  residents: 'residents',
  span: 'span',
  barrier: 'barrier',
  'duplicate-name': 'duplicate',
};

/** Said also when nothing is found: that they hold is the answer one looks for. */
const ALWAYS: readonly CheckGroupName[] = ['households', 'contiguity', 'complete', 'lock'];
const SELDOM: readonly CheckGroupName[] = ['residents', 'span', 'barrier', 'duplicate'];

/** Findings by line. */
export function checkGroups(findings: readonly PlanFinding[]): CheckGroup[] {
  const of = (name: CheckGroupName): CheckGroup => {
    const own = findings.filter(({ check }) => GROUP_OF[check] === name);
    return { name, open: own.filter(({ exempt }) => !exempt), exempt: own.filter(({ exempt }) => exempt) };
  };
  const seldom = SELDOM.map(of).filter(({ open, exempt }) => open.length + exempt.length > 0);
  return [...ALWAYS.map(of), ...seldom];
}
