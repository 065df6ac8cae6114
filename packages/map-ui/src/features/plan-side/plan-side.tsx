// Owns the right column of the workbench: what is in conflict, the selected grid, suggestions, the replay.
import type { ReactNode } from 'react';
import { ConflictNote } from './conflict-note.tsx';
import './plan-side.css';
import { ReplaySection } from './replay-section.tsx';
import { SelectedGrid } from './selected-grid.tsx';
import { SuggestionsSection } from './suggestions-section.tsx';

/** Props of `PlanSide`. */
export interface PlanSideProps {
  /** What the page adds at the end, e.g. remarks. */
  readonly children?: ReactNode;
}

export function PlanSide({ children }: PlanSideProps) {
  return (
    <div className="qh-side">
      <ConflictNote />
      <SelectedGrid />
      <SuggestionsSection />
      <ReplaySection />
      {children}
    </div>
  );
}
