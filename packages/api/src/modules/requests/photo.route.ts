// GET /files/:sha: a photo of a request, for a signed-in person who may see that request's photos; otherwise there is no such file.
// Refuses listings, screens, and every other file of the store.
import { Router } from 'express';
import type { Actor } from '#platform/actor';
import { scopeOf } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { FileStore } from '#platform/files/file-store';
import { sessionToken } from '#platform/http/session-cookie';
import { Permission, permissionsOf } from '#modules/access';
import { type RequestPlace, type RequestViewer, sightOf } from './request.policy.ts';

const SHA256 = /^[0-9a-f]{64}$/;

export interface PhotoRouteDeps {
  readonly database: Database;
  readonly files: FileStore;
  readonly actorOf: (token: string | null) => Promise<Actor | null>;
}

export function photoRoute({ database, files, actorOf }: PhotoRouteDeps): Router {
  const router = Router();
  router.get('/files/:sha', async (request, response) => {
    const { sha } = request.params;
    const actor = await actorOf(tokenOf(request.headers));
    const content = actor && (await maySeePhoto(database, actor, sha)) ? await files.stream(sha) : null;
    if (!content) throw new AppError('NOT_FOUND');
    // Kept by nobody: who leaves, or turns the screen on, must not find it in a cache.
    response.setHeader('Cache-Control', 'private, no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', 'inline');
    response.type('image/jpeg');
    content.on('error', () => response.destroy());
    content.pipe(response);
  });
  return router;
}

/** The same bytes may hang at several requests: one that the actor may see is enough. */
async function maySeePhoto(database: Database, actor: Actor, sha256: string): Promise<boolean> {
  if (!SHA256.test(sha256) || actor.screen) return false;
  const communities = actor.memberships.map((membership) => membership.communityId);
  const places = await database.read<RequestPlace & { communityId: string }>(
    scopeOf(actor),
    sql`
    select distinct r.community_id as "communityId", r.grid_id as "gridId", r.responsible_id as "responsibleId", r.on_call_id as "onCallId",
      r.organization_id as "organizationId"
    from request_photos f join service_requests r on r.community_id = f.community_id and r.id = f.request_id
    where f.community_id = any(${communities}::uuid[]) and f.sha256 = ${sha256}`,
  );
  return places.some((place) => sightOf(viewerIn(actor, place.communityId), place).photos);
}

function viewerIn(actor: Actor, communityId: string): RequestViewer {
  const memberships = actor.memberships.filter((membership) => membership.communityId === communityId);
  const permissions = permissionsOf(
    memberships.map((membership) => membership.role),
    actor.screen,
  );
  const reads = permissions.has(Permission.ReadRequests);
  return { accountId: actor.accountId, screen: actor.screen, memberships: reads ? memberships : [], permissions };
}

// The cookie's name says how it was set; a browser sends the one it has.
function tokenOf(headers: {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}): string | null {
  return sessionToken(headers, true) ?? sessionToken(headers, false);
}
