// Owns which doors a viewer may know: all of the community, those of the own grids and of entrances held by name, or none. Pure.
// Refuses roles without care levels: what is due at a door tells that it has one.
import { type Access, Permission } from '#modules/access';

/** `all` doors of the community, or those of entrances that lie in one of `gridIds` now or that one of `personIds` holds by name. */
export interface DoorReach {
  readonly all: boolean;
  readonly gridIds: readonly string[];
  /** Uuids of the people the viewer stands for. */
  readonly personIds: readonly string[];
}

/** A screen and a planner know no door, whatever else they may see. */
export function doorReach({
  actor,
  community,
  permissions,
}: Pick<Access, 'actor' | 'community' | 'permissions'>): DoorReach {
  if (!permissions.has(Permission.ReadCareLevels)) return { all: false, gridIds: [], personIds: [] };
  const own = actor.memberships.filter((membership) => membership.communityId === community.id);
  return {
    all: own.some(({ role }) => role === 'SECRETARY'),
    gridIds: own.flatMap(({ role, gridId }) =>
      gridId && (role === 'GRID_WORKER' || role === 'BRANCH_SECRETARY') ? [gridId] : [],
    ),
    personIds: own.flatMap(({ role, personId }) => (personId && role === 'GRID_WORKER' ? [personId] : [])),
  };
}

/** @param gridId the grid that holds the door's entrance now */
export function reaches({ all, gridIds }: DoorReach, gridId: string): boolean {
  return all || gridIds.includes(gridId);
}
