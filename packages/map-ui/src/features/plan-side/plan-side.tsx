// Owns the right column of the workbench: what is in conflict, the selected grid, suggestions, the replay.
import { ConflictNote } from './conflict-note.tsx';
import './plan-side.css';
import { ReplaySection } from './replay-section.tsx';
import { SelectedGrid } from './selected-grid.tsx';
import { SuggestionsSection } from './suggestions-section.tsx';

export function PlanSide() {
  return (
    <div className="qh-side">
      <ConflictNote />
      <SelectedGrid />
      <SuggestionsSection />
      <ReplaySection />
    </div>
  );
}
