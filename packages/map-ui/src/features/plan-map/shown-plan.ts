// Owns which assignment the map shows: what is being painted, else a preview, else the draft. Pure.
import type { PlanSession } from '#plan/plan-session';
import { gridNeighbours, tintsOf } from '#plan/plan-tints';
import type { ShownPlan } from './plan-painter.ts';

/** The open plan as drawn; `painted` is a stroke that is not yet an edit. */
export function shownPlan(session: PlanSession, painted: Int32Array | null): ShownPlan {
  const other = painted ?? session.preview?.assignment ?? null;
  return other ? planOf(session, other) : draftOf(session);
}

/** The draft itself. */
export function draftOf(session: PlanSession): ShownPlan {
  const { assignment, boundaries, before, boundariesBefore, tints, locks } = session;
  return { assignment, boundaries, before, boundariesBefore, tints, locks };
}

/** Any assignment of the same ground; grids keep the draft's tints where no neighbour clashes. */
export function planOf(session: PlanSession, assignment: Int32Array): ShownPlan {
  if (assignment === session.assignment) return draftOf(session);
  const neighbours = gridNeighbours(session.graph, assignment, session.grids.length);
  return {
    ...draftOf(session),
    assignment,
    boundaries: session.boundariesOf(assignment),
    tints: tintsOf(neighbours, session.tints),
  };
}
