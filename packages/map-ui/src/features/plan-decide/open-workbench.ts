// Owns the way from a list to the workbench of one plan.
import { setView } from '#view/view-state';

/** Opens a plan where it can be edited or looked at on the map. */
export function openWorkbench(plan: string): void {
  setView({ panel: 'plan', plan, select: null });
}
