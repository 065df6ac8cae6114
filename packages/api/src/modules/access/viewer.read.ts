// The viewer as the contract shows it: who, with which roles, on which kind of screen.
import type { Actor } from '#platform/actor';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId } from '#platform/ids';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { CommunityDirectory } from './community-directory.ts';
import { permissionsOf } from './permission.ts';

export interface ViewerView {
  readonly signedIn: boolean;
  readonly name: string | null;
  readonly username: string | null;
  readonly memberships: readonly object[];
  readonly screen: boolean;
  readonly readOnly: boolean;
  readonly permissions: readonly string[];
  /** What the account chose, else what the browser asks for. */
  readonly language: string;
  readonly now: Date;
}

export async function viewerOf(
  deps: { readonly database: Database; readonly directory: CommunityDirectory },
  context: RequestContext,
  actor: Actor | null,
): Promise<ViewerView> {
  const now = context.clock.now();
  if (!actor) {
    return {
      signedIn: false,
      name: null,
      username: null,
      memberships: [],
      screen: false,
      readOnly: false,
      permissions: [],
      language: context.language,
      now,
    };
  }
  const chosen = await deps.database.readOne<{ language: string | null }>(
    SYSTEM,
    sql`select language from accounts where id = ${actor.accountId}::uuid`,
  );
  const roles = actor.memberships.map((membership) => membership.role);
  if (actor.administrator) roles.push('ADMINISTRATOR');
  return {
    signedIn: true,
    // A big screen shows no name, not even the viewer's.
    name: actor.screen ? null : actor.name,
    username: actor.screen ? null : actor.username,
    memberships: await membershipViews(deps, actor),
    screen: actor.screen,
    readOnly: actor.readOnly,
    permissions: [...permissionsOf(roles, actor.screen)],
    language: chosen?.language ?? context.language,
    now,
  };
}

async function membershipViews(
  deps: { readonly database: Database; readonly directory: CommunityDirectory },
  actor: Actor,
): Promise<object[]> {
  const gridIds = actor.memberships.flatMap((membership) => (membership.gridId ? [membership.gridId] : []));
  const grids =
    gridIds.length === 0
      ? []
      : await deps.database.read<{ id: string; number: number }>(
          SYSTEM,
          sql`select id, number from grids where community_id = any(${actor.memberships.map((m) => m.communityId)}::uuid[]) and id = any(${gridIds}::uuid[])`,
        );
  const numberOf = new Map(grids.map((grid) => [grid.id, grid.number]));
  return Promise.all(
    actor.memberships.map(async (membership) => ({
      community: membership.communityCode,
      communityName: (await deps.directory.byId(membership.communityId))?.name ?? membership.communityCode,
      role: membership.role,
      grid: membership.gridId && encodeId('Grid', membership.communityId, membership.gridId),
      gridNumber: membership.gridId ? (numberOf.get(membership.gridId) ?? null) : null,
      organization:
        membership.organizationId && encodeId('Organization', membership.communityId, membership.organizationId),
      person: membership.personId && encodeId('Person', membership.communityId, membership.personId),
    })),
  );
}
