// Default deny at the resolver: every root field carries a permission or is explicitly public. A test reads the list.
import { Authorized, Extensions } from 'type-graphql';
import type { AuthCheckerFn } from 'type-graphql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { type Permission, permissionsOf } from './permission.ts';

/** The root field needs this permission in some community of the actor; the service decides for which. */
export function Allow(permission: Permission): MethodDecorator & PropertyDecorator {
  return Authorized<Permission>(permission);
}

/** The root field answers the signed-out too. Reviewed in test/contract/authorization.test.ts. */
export function Public(): MethodDecorator & PropertyDecorator {
  return Extensions({ public: true });
}

export const authChecker: AuthCheckerFn<RequestContext, Permission> = ({ context }, required) => {
  const { actor } = context;
  if (!actor) throw new AppError('UNAUTHENTICATED');
  const roles = actor.memberships.map((membership) => membership.role);
  if (actor.administrator) roles.push('ADMINISTRATOR');
  const granted = permissionsOf(roles, actor.screen);
  if (required.every((permission) => permission === 'signed-in' || granted.has(permission))) return true;
  const hidden = actor.screen && required.every((permission) => permissionsOf(roles, false).has(permission));
  throw new AppError(hidden ? 'SCREEN_READ_ONLY' : 'FORBIDDEN');
};
