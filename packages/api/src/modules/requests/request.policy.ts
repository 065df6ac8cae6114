// Owns who may see how much of a request, and as which parties somebody acts on it. Pure; the whole matrix is in its test.
// Refuses queries and stages: what may follow what is request-transitions.ts, rows are the read models'.
import type { Membership } from '#platform/actor';
import { Permission } from '#modules/access';
import type { RequestState } from './request-guards.ts';
import { availableActions } from './request-lifecycle.ts';
import type { LifecycleActor } from './request-guards.ts';
import type { RequestAction, RequestParty } from './request-stages.ts';

/** Whoever looks or acts: their memberships in this one community, and whether they stand before a big screen. */
export interface RequestViewer {
  readonly accountId: string;
  readonly screen: boolean;
  readonly memberships: readonly Membership[];
  readonly permissions: ReadonlySet<Permission>;
}

/** What the policy looks at; nothing personal. */
export interface RequestPlace {
  readonly gridId: string | null;
  readonly responsibleId: string | null;
  readonly onCallId: string | null;
  /** Who holds the work order now. */
  readonly organizationId: string | null;
}

/** What of a request is shown. A request that is not `visible` does not exist for this viewer. */
export interface RequestSight {
  readonly visible: boolean;
  /** The resident's words, the notes of the steps and the reply. */
  readonly words: boolean;
  readonly door: boolean;
  readonly photos: boolean;
  /** Names of the people who serve. */
  readonly staff: boolean;
  /** Name and phone of the caller may be asked for; each reading is recorded. */
  readonly callers: boolean;
}

const NOTHING: RequestSight = {
  visible: false,
  words: false,
  door: false,
  photos: false,
  staff: false,
  callers: false,
};
const PLACE_ONLY: RequestSight = { ...NOTHING, visible: true };
const MASKED: RequestSight = { ...PLACE_ONLY, staff: true };
const WHOLE: RequestSight = { visible: true, words: true, door: true, photos: true, staff: true, callers: true };

/** What `viewer` sees of a request at `place`: of several memberships the one that shows most; a screen never shows persons. */
export function sightOf(viewer: RequestViewer, place: RequestPlace): RequestSight {
  const sights = viewer.memberships.map((membership) => sightAs(membership, place));
  const visible = sights.some((sight) => sight.visible);
  if (viewer.screen) return visible ? PLACE_ONLY : NOTHING;
  return sights.find((sight) => sight.words) ?? sights.find((sight) => sight.visible) ?? NOTHING;
}

function sightAs(membership: Membership, place: RequestPlace): RequestSight {
  switch (membership.role) {
    case 'SECRETARY':
      return WHOLE;
    case 'GRID_WORKER':
    case 'BRANCH_SECRETARY':
      return isOwnGrid(membership, place) || isResponsible(membership, place) ? WHOLE : MASKED;
    case 'PROPERTY_MANAGER':
      return isOwnOrder(membership, place) ? WHOLE : NOTHING;
    case 'PLANNER':
    case 'STREET_REVIEWER':
    case 'DISTRICT_REVIEWER':
      return MASKED;
    default:
      return NOTHING;
  }
}

/** The organizations to whose orders the viewer is confined; null when every request of the community is listed. */
export function confinedTo(viewer: RequestViewer): readonly string[] | null {
  const firms = viewer.memberships.filter((membership) => membership.role === 'PROPERTY_MANAGER');
  if (firms.length === 0 || firms.length < viewer.memberships.length) return null;
  return firms.flatMap((membership) => membership.organizationId ?? []);
}

/** As which parties `viewer` acts on the request. The branch secretary leads the grid and acts like its worker. */
export function actorOn(viewer: RequestViewer, place: RequestPlace): LifecycleActor {
  return {
    personId: viewer.accountId,
    parties: new Set(viewer.memberships.flatMap((membership) => partiesAs(membership, place))),
  };
}

function partiesAs(membership: Membership, place: RequestPlace): RequestParty[] {
  const parties: RequestParty[] = isResponsible(membership, place) ? ['RESPONSIBLE'] : [];
  switch (membership.role) {
    case 'GRID_WORKER':
    case 'BRANCH_SECRETARY':
      if (isOwnGrid(membership, place)) parties.push('GRID_WORKER');
      return parties;
    case 'PROPERTY_MANAGER':
      return isOwnOrder(membership, place)
        ? [...parties, 'PROPERTY_MANAGER', 'ORGANIZATION']
        : [...parties, 'PROPERTY_MANAGER'];
    default:
      return [...parties, membership.role];
  }
}

/** What the viewer may do now, also adding another caller. Nothing on a screen. */
export function actionsOf(
  viewer: RequestViewer,
  place: RequestPlace,
  state: RequestState,
): readonly (RequestAction | 'JOIN')[] {
  if (viewer.screen || !sightOf(viewer, place).visible) return [];
  const granted = viewer.permissions;
  const moves = granted.has(Permission.AdvanceRequest) ? availableActions(state, actorOn(viewer, place)) : [];
  const joins = state.stage !== 'CLOSED' && granted.has(Permission.CreateRequest);
  return [
    ...moves.filter((action) => action !== 'DISPATCH' || granted.has(Permission.DispatchRequest)),
    ...(joins ? ['JOIN' as const] : []),
  ];
}

function isOwnGrid(membership: Membership, place: RequestPlace): boolean {
  return membership.gridId !== null && membership.gridId === place.gridId;
}

function isResponsible(membership: Membership, place: RequestPlace): boolean {
  return (
    membership.personId !== null &&
    (membership.personId === place.responsibleId || membership.personId === place.onCallId)
  );
}

function isOwnOrder(membership: Membership, place: RequestPlace): boolean {
  return membership.organizationId !== null && membership.organizationId === place.organizationId;
}
