// Owns Escape: from an opened place or request back to the panel it was opened from. Refuses where a person is writing
// or a menu, dialog or picker is open: there it closes that.
import { useEffect, useRef } from 'react';
import { setView, useView } from '#view/view-state';

/** Panels one opens things from. */
const HOMES: ReadonlySet<string> = new Set(['attention', 'list']);
const WRITING = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [aria-expanded="true"]';

/** Goes back by Escape; the selection stays, so that the panel can put the focus where one left. */
export function useEscape(): void {
  const panel = useView((view) => view.panel);
  const home = useRef('attention');
  useEffect(() => {
    if (HOMES.has(panel)) {
      home.current = panel;
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(WRITING)) return;
      setView({ panel: home.current });
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [panel]);
}
