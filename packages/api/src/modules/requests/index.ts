// The face of requests: use cases, views by id, the import of histories, and the contract's types.
import type { Access, createAccess } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { registerEntities } from '#platform/database/entities';
import type { FileStore } from '#platform/files/file-store';
import type { ModuleParts } from '#platform/module';
import type { Caller } from './caller.ts';
import { ContactResolver } from './contact.resolver.ts';
import { handOverRequests } from './hand-over-requests.ts';
import { importHistory } from './import-history.ts';
import { neighboursOf } from './neighbours.ts';
import { PhotoIntake } from './photo-intake.ts';
import { photoRoute } from './photo.route.ts';
import {
  MessageReadingFieldsResolver,
  RequestFieldsResolver,
  WorkOrderFieldsResolver,
} from './request-fields.resolver.ts';
import { REQUEST_ENTITIES } from './request.entity.ts';
import { RequestQueries } from './request.queries.ts';
import { RequestReader } from './request.read.ts';
import { RequestResolver } from './request.resolver.ts';
import { RequestService } from './request.service.ts';

registerEntities(...REQUEST_ENTITIES);

export { handOverRequests, type RequestHandover } from './hand-over-requests.ts';
export { importHistory } from './import-history.ts';
export { optionalText, requiredText } from './request-input.ts';
export type { HistoryMove, RequestHistory } from './request-history.ts';
export { RequestResult, ServiceRequestType } from './request.types.ts';

export interface RequestsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: ReturnType<typeof createAccess>;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
  readonly files: FileStore;
}

/** What other modules get. */
export type RequestsFace = ReturnType<typeof createRequests>;

export function createRequests({ database, access, geography, people, files }: RequestsDeps) {
  const neighbours = neighboursOf(geography, people);
  const reader = new RequestReader(database, neighbours);
  const deps = { database, neighbours, photos: new PhotoIntake(access.uploads, files), reader };
  const service = new RequestService(access.guard, deps);
  const queries = new RequestQueries(access.guard, deps);
  const parts: ModuleParts = {
    resolvers: [
      new RequestResolver(service, queries),
      new ContactResolver(database, access.guard),
      new RequestFieldsResolver(geography, people, queries),
      new WorkOrderFieldsResolver(people),
      new MessageReadingFieldsResolver(geography),
    ],
    nodes: { ServiceRequest: (context, id) => queries.node(context, id) },
    routes: [photoRoute({ database, files, actorOf: access.actorOf })],
  };
  return {
    parts,
    service,
    queries,
    /** Views in the order of `ids`, masked for the caller; those absent or not theirs are left out. */
    requestsByIds: (caller: Caller, ids: readonly string[], asOf?: Date) => reader.byIds(caller, ids, asOf),
    importHistory,
    handOverRequests,
    /** Norms and calendar at an instant; ask before a unit of work that imports histories. */
    clockRules: (access: Access, at: Date) => neighbours.clockRules(access, at),
  };
}
