// Owns what every panel of a place is told about the page it stands on.
import type { Window } from '#api/gql/graphql';
import type { DisplayMode } from '#ui/theme';

/** The question the page asks just now. */
export interface PlaceView {
  /** Community code. */
  readonly community: string;
  readonly window: Window;
  /** Per 100 households, or plain counts. */
  readonly per100: boolean;
  /** ISO 8601 for a day gone by; null is live. */
  readonly asOf?: string | null;
  /** `screen` is the hall's scale; names are left out there. */
  readonly mode: DisplayMode;
}
