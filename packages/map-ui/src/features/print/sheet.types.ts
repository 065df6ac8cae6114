// Owns what a sheet is drawn from. Refuses names of people, phones and doors: there is no field for them.
import type { MapGeometry } from '#map/index';
import type { LiveArea } from '#api/live-store';
import type { FigureLook, Scheme } from '#ui/theme';
import type { Breaks } from '#view/figure-looks';
import type { ViewBy } from '#view/view-state';

/** Everything on the sheet, all of one instant. */
export interface Sheet {
  readonly title: string;
  readonly synthetic: boolean;
  readonly attribution: string | null;
  readonly geometry: MapGeometry;
  readonly scheme: Scheme;
  readonly by: ViewBy;
  readonly per100: boolean;
  readonly areas: ReadonlyMap<number, LiveArea>;
  readonly looks: ReadonlyMap<number, FigureLook>;
  readonly breaks: Breaks;
  /** Instants, ISO 8601. */
  readonly asOf: string;
  /** Said under the legend: what this sheet is drawn from where that is not what the view shows. */
  readonly notes: readonly string[];
  /** "近7天", the day, or first and last day. */
  readonly windowText: string;
  /** Opens the same view. */
  readonly link: string;
}
