// Owns the keys of the plan's map: tools by letter, the grid to paint with by its number, Enter, Delete and K for what is selected.
// Refuses where a person writes or a menu is open, and undo: that belongs to the page.
import type { PlanSession } from '#plan/plan-session';
import type { PlanTool } from '#plan/plan-session.types';
import { locksOn, unitsByGrid } from './unit-locks.ts';

/** Where keys have a meaning of their own: fields and menus. What else has some names them: `data-keys="l enter"`. */
const WRITING =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"], [aria-expanded="true"]';
const TOOLS: Readonly<Record<string, PlanTool>> = { v: 'select', b: 'brush', r: 'rectangle', l: 'lasso' };
/** Two digits within this time are one number. */
const NUMBER_MS = 800;

/** What keys may do beyond the session. */
export interface KeyDeps {
  readonly session: () => PlanSession;
  readonly chooseTool: (tool: PlanTool) => void;
  readonly toggleList: () => void;
  readonly toggleCompare: () => void;
  /** @returns whether something was being dragged */
  readonly cancelDrag: () => boolean;
}

/** Listens until the answer is called. Capturing: a key that is used here must not close the panel too. */
export function listenToKeys(deps: KeyDeps): () => void {
  let typed = { digits: '', at: 0 };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && (event.target.closest(WRITING) || isKept(event.target, event.key))) return;
    const digit = /^\d$/.test(event.key);
    if (digit) {
      const fresh = event.timeStamp - typed.at > NUMBER_MS;
      typed = { digits: fresh ? event.key : typed.digits + event.key, at: event.timeStamp };
    }
    const used = digit ? paintWithNumber(deps.session(), typed.digits) : act(event, deps);
    if (used) event.preventDefault();
  };
  addEventListener('keydown', onKeyDown, { capture: true });
  return () => removeEventListener('keydown', onKeyDown, { capture: true });
}

/** The element, or what it lies in, has its own meaning of this key. */
function isKept(target: Element, key: string): boolean {
  const kept = target.closest('[data-keys]')?.getAttribute('data-keys') ?? '';
  return kept.split(' ').includes(key.toLowerCase());
}

/** "1", then "11": the number typed so far, if a grid has it. */
function paintWithNumber({ grids, openGrids, paintWith, acts }: PlanSession, digits: string): boolean {
  if (!acts.includes('EDIT')) return false;
  const grid = openGrids.find((each) => grids[each]?.number === Number(digits));
  if (grid !== undefined) paintWith(grid);
  return grid !== undefined;
}

function act(event: KeyboardEvent, deps: KeyDeps): boolean {
  const session = deps.session();
  const tool = TOOLS[event.key.toLowerCase()];
  if (tool) return editing(session, tool !== 'select', () => deps.chooseTool(tool));
  switch (event.key.toLowerCase()) {
    case 'g':
      return done(() => session.setGrain(session.grain === 'entrance' ? 'building' : 'entrance'));
    case 't':
      return done(deps.toggleList);
    case 'c':
      return done(deps.toggleCompare);
    case 'f':
      return editing(session, true, session.fillUnassigned);
    case 'k':
      return editing(session, true, () => lockSelected(session), session.selectedUnits.length > 0);
    case 'enter':
      return isButton(event) ? false : assignSelected(session);
    case 'delete':
    case 'backspace':
      return editing(session, true, () => session.move(session.selectedUnits, -1), session.selectedUnits.length > 0);
    case 'escape':
      return escape(session, deps);
    default:
      return false;
  }
}

function done(action: () => void): true {
  action();
  return true;
}

/** Does it where one may edit, or where the action does not. */
function editing({ acts }: PlanSession, edits: boolean, action: () => void, when = true): boolean {
  if (!when || (edits && !acts.includes('EDIT'))) return false;
  return done(action);
}

/** Enter on a button is that button's. */
function isButton({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('button, a, [role="button"], tr[tabindex]') !== null;
}

function assignSelected(session: PlanSession): boolean {
  const { selectedUnits, paintGrid, move } = session;
  return editing(
    session,
    true,
    () => move(selectedUnits, paintGrid ?? -1),
    selectedUnits.length > 0 && paintGrid !== null,
  );
}

/** Each in the grid it is in; where one of them is held already, all are let go. */
function lockSelected({ locks, assignment, selectedUnits, lock, unlock }: PlanSession): void {
  const held = locksOn(locks, selectedUnits);
  if (held.length > 0) return unlock(held);
  for (const { grid, units } of unitsByGrid(assignment, selectedUnits)) lock('UNIT', units, grid);
}

/** The innermost thing first: a drag, a comparison, the selection, the grid, the tool. */
export function escape(session: PlanSession, { cancelDrag, toggleCompare, chooseTool }: KeyDeps): boolean {
  if (cancelDrag()) return true;
  if (session.comparison) return done(toggleCompare);
  if (session.selectedUnits.length > 0) return done(() => session.selectUnits([]));
  if (session.tool !== 'select') return done(() => chooseTool('select'));
  if (session.paintGrid !== null) return done(() => session.paintWith(null));
  if (session.selectedGrid !== null) return done(() => session.selectGrid(null));
  return false;
}
