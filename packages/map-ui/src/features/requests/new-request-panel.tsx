// Owns opening the form of a new request: its places and matters, and what the map has selected. Refuses a screen session:
// the app does not offer it there, and the server would not take it.
import { RowsSkeleton } from '#ui/state';
import { useCategories, usePlaceChoices } from './request-data.ts';
import { RequestForm } from './request-form.tsx';
import './requests.css';

/** Props of `NewRequestPanel`. */
export interface NewRequestPanelProps {
  /** Community code. */
  readonly community: string;
  /** The account's name: what waits for the network belongs to it. */
  readonly username: string;
  /** Opaque ids from the map's selection: an entrance is taken, a building narrows the choice. `door`: a label, from the floors. */
  readonly preset?: {
    readonly entrance?: string | null;
    readonly building?: string | null;
    readonly door?: string | null;
  };
  /** Shows a request: the new one, the joined one, or a similar one. */
  readonly onOpen: (requestId: string) => void;
  readonly onClose: () => void;
}

export function NewRequestPanel({ preset = {}, ...props }: NewRequestPanelProps) {
  const places = usePlaceChoices(props.community);
  const categories = useCategories(props.community);
  if (!places || !categories) return <RowsSkeleton rows={4} />;
  return <RequestForm {...props} preset={preset} places={places} categories={categories} />;
}
