// Owns what a use case of requests knows about its caller: leave in one community, language, and the instant of the call.
// Refuses sessions and cookies: the guard has read them.
import type { Language } from '@qinghe/schema';
import type { WriteOptions } from '#platform/database/database';
import type { RequestContext } from '#platform/graphql/context';
import type { Access } from '#modules/access';
import type { RequestViewer } from './request.policy.ts';

export interface Caller {
  readonly access: Access;
  readonly language: Language;
  /** The server's instant of this call. */
  readonly now: Date;
}

export function callerOf(context: RequestContext, access: Access): Caller {
  return { access, language: context.language, now: context.clock.now() };
}

/** The caller as the policy sees them: all their memberships in the community. */
export function viewerOf({ access }: Caller): RequestViewer {
  return {
    accountId: access.actor.accountId,
    screen: access.actor.screen,
    memberships: access.actor.memberships.filter((membership) => membership.communityId === access.community.id),
    permissions: access.permissions,
  };
}

/** The unit of work of this call. */
export function writeOptions({ access, now }: Caller): WriteOptions {
  return { scope: access.scope, communityId: access.community.id, actorId: access.actor.accountId, now };
}
