// Use case: a request goes to an organization as a work order, under its own clocks. Handing on an order nobody took is the same.
// Refuses organizations of other communities.
import { AppError } from '#platform/errors';
import { decodeId } from '#platform/ids';
import type { MoveDeps } from './advance-request.ts';
import type { Caller } from './caller.ts';
import { moveRequest } from './move-request.ts';
import { optionalText } from './request-input.ts';

export interface DispatchRequest {
  /** Opaque ids. */
  readonly request: string;
  readonly organization: string;
  readonly note?: string | null;
  readonly clientEventId: string;
}

/** @throws AppError as {@link moveRequest}; NOT_FOUND for an unknown organization */
export async function dispatchRequest(deps: MoveDeps, caller: Caller, input: DispatchRequest): Promise<string> {
  const { access, now } = caller;
  const note = optionalText(input.note, 'input.note');
  const { communityId, id: organizationId } = decodeId(input.organization, 'Organization', 'input.organization');
  if (communityId !== access.community.id || !(await deps.neighbours.hasOrganization(access, organizationId))) {
    throw new AppError('NOT_FOUND', {}, 'input.organization');
  }
  const rules = await deps.neighbours.clockRules(access, now);
  return moveRequest(
    deps.database,
    caller,
    {
      request: input.request,
      action: 'DISPATCH',
      clientEventId: input.clientEventId,
      operation: 'dispatchRequest',
      body: input,
      input: { organizationId },
      note,
      photos: [],
      expectedSteps: null,
    },
    { rules, routed: null },
  );
}
