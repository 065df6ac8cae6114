// Owns what deciding asks of others, in one small interface, and the frame that every decision runs in.
// Refuses to draw plans: their content, and how they are shown, belong to the drafts beside.
import { type Access, type Guard, Permission } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { Role } from '#platform/actor';
import type { Database, Transaction, WriteOptions } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, encodeId } from '#platform/ids';
import type { PlanReads, PlanView } from '../drafts/plan.read.ts';
import type { PlanGroundService } from '../ground/plan-ground.service.ts';

export interface DecideDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
  readonly reads: PlanReads;
  readonly ground: Pick<PlanGroundService, 'ground'>;
}

/** A decision about one plan: who makes it, and what it was asked with. */
export interface Decision {
  readonly permission: Permission;
  readonly operation: string;
  /** The mutation's input; `plan` is the opaque id. */
  readonly input: { readonly plan: string; readonly clientEventId: string };
}

/** Where a decision is made. */
export interface DecisionPlace {
  readonly access: Access;
  readonly planId: string;
  readonly now: Date;
}

/** Leave first. @throws AppError BAD_ID, UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, SCREEN_READ_ONLY */
export async function placeOf(
  { guard }: Pick<DecideDeps, 'guard'>,
  context: RequestContext,
  plan: string,
  permission: Permission,
  path = 'input.plan',
): Promise<DecisionPlace> {
  const { communityId, id } = decodeId(plan, 'Plan', path);
  return { access: await guard.byId(context, communityId, permission), planId: id, now: context.clock.now() };
}

/** One unit of work, safe to repeat; answers the plan as it is afterwards. */
export async function decided(
  deps: DecideDeps,
  context: RequestContext,
  { access, planId, now }: DecisionPlace,
  { operation, input }: Omit<Decision, 'permission'>,
  work: (tx: Transaction) => Promise<void>,
): Promise<PlanView> {
  await deps.database.write(unitOf(access, now), (tx) =>
    once(tx, { clientEventId: input.clientEventId, operation, body: input }, async () => {
      await work(tx);
      return { planId };
    }),
  );
  return deps.reads.byId(context, encodeId('Plan', access.community.id, planId), 'input.plan');
}

export function unitOf(access: Access, now: Date): WriteOptions {
  return { scope: access.scope, communityId: access.community.id, actorId: access.actor.accountId, now };
}

/** The actor's roles in this one community. */
export function rolesIn({ actor, community }: Access): Role[] {
  return actor.memberships.filter((each) => each.communityId === community.id).map(({ role }) => role);
}

const ACTIVATORS: readonly Role[] = ['SECRETARY', 'DISTRICT_REVIEWER', 'PLANNER'];

/** In which role somebody who may activate sets a plan's day, or takes it back. */
export function activatorRole(access: Access): Role {
  return ACTIVATORS.find((each) => rolesIn(access).includes(each)) ?? 'SECRETARY';
}

/** The people the actor's account stands for in this community. */
export function ownPersons({ actor, community }: Access): string[] {
  return actor.memberships.flatMap(({ communityId, personId }) =>
    communityId === community.id && personId !== null ? [personId] : [],
  );
}

/** As {@link Guard.byCode}, for what either of two permissions opens. */
export async function accessByEither(
  guard: Guard,
  context: RequestContext,
  code: string,
  [one, other]: readonly [Permission, Permission],
): Promise<Access> {
  const access = await guard.byCode(context, code, Permission.ViewMap);
  return access.permissions.has(one) ? access : guard.byCode(context, code, other);
}

/** @throws AppError NOT_FOUND where the id is of another community */
export function localId(
  communityId: string,
  opaque: string,
  type: 'Entrance' | 'Plan' | 'Handover' | 'PlanComment',
  path: string,
): string {
  const decoded = decodeId(opaque, type, path);
  if (decoded.communityId !== communityId) throw new AppError('NOT_FOUND', {}, path);
  return decoded.id;
}
