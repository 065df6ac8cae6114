// The first line of every use case: who asks, in which community, with which permission. Absent and forbidden look alike.
import { type Actor, type Membership, membershipIn, scopeOf } from '#platform/actor';
import type { Scope } from '#platform/database/scope';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import type { CommunityDirectory, CommunityEntry } from './community-directory.ts';
import { type Permission, permissionsOf } from './permission.ts';

/** Leave to act in one community; read models and units of work take its scope. */
export interface Access {
  readonly actor: Actor;
  readonly community: CommunityEntry;
  readonly membership: Membership;
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: Scope;
}

export class Guard {
  readonly #directory: CommunityDirectory;

  constructor(directory: CommunityDirectory) {
    this.#directory = directory;
  }

  /**
   * @param code the community's 12-digit code
   * @throws AppError UNAUTHENTICATED; NOT_FOUND for an unknown or foreign community; FORBIDDEN; SCREEN_READ_ONLY
   */
  async byCode(context: RequestContext, code: string, permission: Permission): Promise<Access> {
    const actor = requireActor(context);
    const entry = await this.#directory.byCode(code);
    return grant(actor, entry, permission);
  }

  /** As {@link byCode}, for ids that carry their community. */
  async byId(context: RequestContext, communityId: string, permission: Permission): Promise<Access> {
    const actor = requireActor(context);
    const entry = await this.#directory.byId(communityId);
    return grant(actor, entry, permission);
  }
}

/** @throws AppError UNAUTHENTICATED */
export function requireActor(context: RequestContext): Actor {
  if (!context.actor) throw new AppError('UNAUTHENTICATED');
  return context.actor;
}

function grant(actor: Actor, community: CommunityEntry | undefined, permission: Permission): Access {
  const membership = community && membershipIn(actor, community.id);
  if (!community || !membership) throw new AppError('NOT_FOUND');
  const roles = actor.memberships.filter((each) => each.communityId === community.id).map((each) => each.role);
  const permissions = permissionsOf(roles, actor.screen);
  if (!permissions.has(permission)) {
    const hidden = actor.screen && permissionsOf(roles, false).has(permission);
    throw new AppError(hidden ? 'SCREEN_READ_ONLY' : 'FORBIDDEN');
  }
  return { actor, community, membership, permissions, scope: scopeOf(actor) };
}
