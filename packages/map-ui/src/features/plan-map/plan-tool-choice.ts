// Owns what choosing a tool or a comparison means. Refuses how it is asked for: buttons and keys both come here.
import type { PlanSession } from '#plan/plan-session';
import type { PlanComparison, PlanTool } from '#plan/plan-session.types';

/** Takes a tool; painting starts with the selected grid when none was chosen. */
export function chooseTool(session: PlanSession, tool: PlanTool): void {
  session.setTool(tool);
  if (tool === 'brush' && session.paintGrid === null && session.selectedGrid !== null)
    session.paintWith(session.selectedGrid);
  if (tool !== 'select' && session.comparison) session.compare(null);
}

/** Words for the sides of a comparison. */
export interface SideWords {
  readonly before: string;
  readonly draft: string;
}

/** A preview against the draft; without one the draft against what is in force. */
export function comparisonOf(
  { preview, assignment, before }: Pick<PlanSession, 'preview' | 'assignment' | 'before'>,
  words: SideWords,
): PlanComparison {
  const draft = { label: words.draft, assignment };
  return preview
    ? { left: draft, right: preview }
    : { left: { label: words.before, assignment: before }, right: draft };
}
