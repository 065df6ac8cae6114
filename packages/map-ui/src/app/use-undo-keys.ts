// Owns undo and redo by keyboard, as everywhere. Refuses keys of fields one writes in: they have an undo of their own.
import { useEffect } from 'react';
import { planSession } from '#plan/open-plan';

const WRITTEN_IN = 'input:not([type="checkbox"]):not([type="radio"]), textarea, [contenteditable="true"]';

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y; ⌘ where there is one. */
export function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const session = planSession.getState();
      if (!session || event.altKey || !(event.ctrlKey || event.metaKey) || isField(event.target)) return;
      const turn = turnOf(event);
      if (turn === null) return;
      event.preventDefault();
      if (turn === 'undo' && session.canUndo) session.undo();
      if (turn === 'redo' && session.canRedo) session.redo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function turnOf({ key, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  const letter = key.toLowerCase();
  if (letter === 'y') return 'redo';
  if (letter !== 'z') return null;
  return shiftKey ? 'redo' : 'undo';
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(WRITTEN_IN) !== null;
}
