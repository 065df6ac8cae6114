// Use case: the next step of a request, by whoever may take it: the grid, the secretary, or the firm with its work order.
// Refuses JOIN, which is another use case; a dispatch comes with its organization through dispatch-request.ts.
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { decodeId } from '#platform/ids';
import type { Caller } from './caller.ts';
import { moveRequest } from './move-request.ts';
import type { RequestNeighbours } from './request-neighbours.ts';
import type { PhotoInput, PhotoIntake } from './photo-intake.ts';
import type { RequestOutcome } from './request-guards.ts';
import { optionalText } from './request-input.ts';
import type { RequestAction } from './request-stages.ts';

export interface AdvanceRequest {
  /** Opaque id. */
  readonly request: string;
  readonly action: RequestAction | 'JOIN';
  readonly outcome?: RequestOutcome | null;
  /** With outcome DUPLICATE: opaque id of the request it repeats. */
  readonly duplicateOf?: string | null;
  readonly residentsWord?: boolean | null;
  readonly note?: string | null;
  readonly until?: Date | null;
  readonly crew?: number | null;
  readonly photos?: readonly PhotoInput[] | null;
  readonly expectedSteps?: number | null;
  readonly clientEventId: string;
}

export interface MoveDeps {
  readonly database: Database;
  readonly neighbours: RequestNeighbours;
  readonly photos: PhotoIntake;
}

/** @throws AppError as {@link moveRequest}; UPLOAD_NOT_FOUND, NOT_AN_IMAGE */
export async function advanceRequest(deps: MoveDeps, caller: Caller, input: AdvanceRequest): Promise<string> {
  const { action } = input;
  if (action === 'JOIN') throw new AppError('BAD_USER_INPUT', {}, 'input.action');
  const note = optionalText(input.note, 'input.note');
  const duplicateOf = await duplicateIn(deps.database, caller, input.duplicateOf);
  const photos = await deps.photos.take(caller.access.actor, input.photos ?? []);
  const rules = await deps.neighbours.clockRules(caller.access, caller.now);
  const routed = action === 'REOPEN' ? await routeAgain(deps, caller, input.request) : null;
  return moveRequest(
    deps.database,
    caller,
    {
      request: input.request,
      action,
      clientEventId: input.clientEventId,
      operation: 'advanceRequest',
      body: input,
      note,
      photos,
      expectedSteps: input.expectedSteps ?? null,
      input: {
        residentWord: input.residentsWord ?? false,
        ...(input.outcome && { outcome: input.outcome }),
        ...(duplicateOf && { duplicateOf }),
        ...(input.until && { until: input.until }),
        ...(typeof input.crew === 'number' && { crew: input.crew }),
      },
    },
    { rules, routed },
  );
}

/** Who answers for the place of a request now. @throws AppError NOT_FOUND */
export async function routeAgain({ database, neighbours }: MoveDeps, caller: Caller, opaque: string) {
  const { communityId, id } = decodeId(opaque, 'ServiceRequest', 'input.request');
  const found = await entranceOf(database, caller, communityId, id);
  if (!found) throw new AppError('NOT_FOUND', {}, 'input.request');
  return neighbours.route(caller.access, found.entranceId, caller.now);
}

async function duplicateIn(
  database: Database,
  caller: Caller,
  opaque: string | null | undefined,
): Promise<string | null> {
  if (!opaque) return null;
  const { communityId, id } = decodeId(opaque, 'ServiceRequest', 'input.duplicateOf');
  const other = await entranceOf(database, caller, communityId, id);
  if (!other) throw new AppError('NOT_FOUND', {}, 'input.duplicateOf');
  // A chain of repetitions, let alone a ring of them, ends at no request that anybody handles.
  if (other.outcome === 'DUPLICATE') throw new AppError('DUPLICATE_OF_REQUIRED', {}, 'input.duplicateOf');
  return id;
}

async function entranceOf(database: Database, { access }: Caller, communityId: string, id: string) {
  if (communityId !== access.community.id) return undefined;
  return database.readOne<{ entranceId: string; outcome: string | null }>(
    access.scope,
    sql`select entrance_id as "entranceId", outcome from service_requests where community_id = ${communityId}::uuid and id = ${id}::uuid`,
  );
}
