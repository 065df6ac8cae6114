// Owns what requests ask of geography and people, in one small interface; neighbours.ts answers it from their faces.
// Refuses to know their tables.
import type { WorkingCalendar } from '#platform/time/working-calendar';
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { RoutingReason } from '../people/responsibility.ts';

/** Norms and working calendar in force at an instant; both versions that new clocks keep. */
export interface ClockRules {
  readonly norms: Norms;
  readonly calendar: WorkingCalendar;
}

/** Where an entrance lies, and who answers for it, at an instant. */
export interface Routed {
  readonly gridId: string;
  readonly responsibleId: string | null;
  readonly onCallId: string | null;
  readonly offDuty: boolean;
  readonly reasons: readonly RoutingReason[];
}

/** Ids of what request views name; duplicates are allowed. */
export interface NeighbourIds {
  readonly entrances: readonly string[];
  readonly grids: readonly string[];
  readonly people: readonly string[];
  readonly organizations: readonly string[];
}

/** Views in the contract's shape, by uuid; what the viewer may not see of a person is null already. */
export interface NeighbourViews {
  readonly entrances: ReadonlyMap<string, object>;
  readonly grids: ReadonlyMap<string, object>;
  readonly people: ReadonlyMap<string, object>;
  readonly organizations: ReadonlyMap<string, object>;
}

export interface RequestNeighbours {
  clockRules(access: Access, at: Date): Promise<ClockRules>;
  /** @returns null where the community has no such entrance, or no grid in force holds it */
  route(access: Access, entranceId: string, at: Date): Promise<Routed | null>;
  /** Each kind in one query, whatever the number of ids. */
  views(access: Access, ids: NeighbourIds, at: Date): Promise<NeighbourViews>;
  building(access: Access, buildingId: string): Promise<object | null>;
}
