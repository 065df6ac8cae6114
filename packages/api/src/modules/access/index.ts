// The face of access: who asks, what they may, and the record of what they read.
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { registerEntities } from '#platform/database/entities';
import type { FileStore } from '#platform/files/file-store';
import type { ModuleParts } from '#platform/module';
import { ACCESS_ENTITIES } from './access.entity.ts';
import { AccessResolver } from './access.resolver.ts';
import { AccountService } from './account.service.ts';
import { ActorReader } from './actor.read.ts';
import { CommunityDirectory } from './community-directory.ts';
import { Guard } from './guard.ts';
import { SessionService } from './session.service.ts';
import { Uploads } from './uploads.ts';

registerEntities(...ACCESS_ENTITIES);

export { DoneType, ViewerResult, ViewerType, RoleEnum } from './access.types.ts';
export type { AccountService } from './account.service.ts';
export { Allow, authChecker } from './authorized.ts';
export { CommunityDirectory, type CommunityEntry } from './community-directory.ts';
export { recordContactRead } from './contact-reads.ts';
export { grantGrid } from './grant-grid.ts';
export { type Access, Guard, requireActor } from './guard.ts';
export { Permission, permissionsOf } from './permission.ts';
export type { Uploads } from './uploads.ts';
export { viewerOf } from './viewer.read.ts';

export interface AccessDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  /** False only for the demo on a LAN without TLS. */
  readonly secure: boolean;
}

export function createAccess({ database, files, secure }: AccessDeps) {
  const directory = new CommunityDirectory(database);
  const guard = new Guard(directory);
  const actors = new ActorReader(database);
  const sessions = new SessionService(database, actors);
  const accounts = new AccountService(database, sessions);
  const uploads = new Uploads(database, files);
  const actorOf = (token: string | null): Promise<Actor | null> => actors.byToken(token);
  const parts: ModuleParts = {
    resolvers: [new AccessResolver({ database, directory, guard, sessions, accounts })],
    routes: [uploads.route(actorOf, secure)],
  };
  /** After a membership changed: the next request reads it anew. */
  const forgetActors = (): void => actors.forgetAll();
  return { parts, directory, guard, sessions, accounts, uploads, actorOf, forgetActors };
}
