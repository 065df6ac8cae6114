// Owns which step undo takes back and redo does again: one's own, the last first. Pure.
import type { PlanStep } from './plan-content.ts';

/** Versions of one's own steps, oldest first. */
export interface OwnSteps {
  readonly undoable: readonly number[];
  /** Taken back, and nothing new done since. */
  readonly redoable: readonly number[];
}

/** Reads the history, oldest first, as two stacks. What was undone and cut off by a new step can no longer be redone. */
export function ownSteps(history: readonly PlanStep[]): OwnSteps {
  let undoable: number[] = [];
  let redoable: number[] = [];
  /** An undo or redo by the version of that step itself names the step it is about. */
  const subject = new Map<number, number>();
  for (const { version, of, mine, kinds } of history) {
    if (!mine) continue;
    const about = of === null ? null : (subject.get(of) ?? of);
    if (about === null) {
      undoable = [...undoable, version];
      redoable = [];
      continue;
    }
    subject.set(version, about);
    undoable = undoable.filter((each) => each !== about);
    redoable = redoable.filter((each) => each !== about);
    if (kinds.includes('UNDO')) redoable = [...redoable, about];
    else undoable = [...undoable, about];
  }
  return { undoable, redoable };
}
