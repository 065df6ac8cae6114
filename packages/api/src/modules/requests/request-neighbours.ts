// Owns what requests ask of geography and people, in one small interface; neighbours.ts answers it from their faces.
// Refuses to know their tables.
import type { WorkingCalendar } from '#platform/time/working-calendar';
import type { Access } from '#modules/access';
import type { Norms } from '#modules/geography';
import type { Route } from '#modules/people';

/** Norms and working calendar in force at an instant; both versions that new clocks keep. */
export interface ClockRules {
  readonly norms: Norms;
  readonly calendar: WorkingCalendar;
}

export interface RequestNeighbours {
  clockRules(access: Access, at: Date): Promise<ClockRules>;
  /** @returns null where the community has no such entrance, or no grid in force holds it */
  route(access: Access, entranceId: string, at: Date): Promise<Route | null>;
  /** Whether the community knows the organization (uuid). */
  hasOrganization(access: Access, organizationId: string): Promise<boolean>;
}
