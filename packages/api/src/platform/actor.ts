// Who asks. Built by the access module from a session, read by every policy; platform only carries it.
import type { Scope } from './database/scope.ts';

export type Role =
  | 'SECRETARY'
  | 'GRID_WORKER'
  | 'BRANCH_SECRETARY'
  | 'PLANNER'
  | 'STREET_REVIEWER'
  | 'DISTRICT_REVIEWER'
  | 'PROPERTY_MANAGER'
  | 'POLICE'
  | 'ADMINISTRATOR'
  | 'VOLUNTEER'
  | 'CADRE';

export interface Membership {
  readonly communityId: string;
  readonly communityCode: string;
  readonly role: Role;
  readonly personId: string | null;
  /** GRID_WORKER and BRANCH_SECRETARY: their own grid. */
  readonly gridId: string | null;
  /** PROPERTY_MANAGER: their firm. */
  readonly organizationId: string | null;
}

export interface Actor {
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly sessionId: string;
  /** Big screen: the server withholds everything personal, whatever the role. */
  readonly screen: boolean;
  readonly readOnly: boolean;
  /** Installation-wide administrator: makes communities and accounts. */
  readonly administrator: boolean;
  readonly memberships: readonly Membership[];
}

/** What the actor's queries may touch: own communities, and personal tables only off the screen. */
export function scopeOf(actor: Actor): Scope {
  return { communities: actor.memberships.map((membership) => membership.communityId), personal: !actor.screen };
}

export function membershipIn(actor: Actor, communityId: string): Membership | undefined {
  return actor.memberships.find((membership) => membership.communityId === communityId);
}
