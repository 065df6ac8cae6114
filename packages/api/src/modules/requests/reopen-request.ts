// Use case: a closed request is taken up again in one action. What went before stays; clocks and responsibility start anew.
// Refuses a reopening without a reason.
import { type MoveDeps, routeAgain } from './advance-request.ts';
import type { Caller } from './caller.ts';
import { moveRequest } from './move-request.ts';
import { requiredText } from './request-input.ts';

export interface ReopenRequest {
  /** Opaque id. */
  readonly request: string;
  readonly reason: string;
  readonly clientEventId: string;
}

/** @throws AppError as {@link moveRequest}; the codes of the text rules for the reason */
export async function reopenRequest(deps: MoveDeps, caller: Caller, input: ReopenRequest): Promise<string> {
  const note = requiredText(input.reason, 'input.reason');
  const rules = await deps.neighbours.clockRules(caller.access, caller.now);
  const routed = await routeAgain(deps, caller, input.request);
  return moveRequest(
    deps.database,
    caller,
    {
      request: input.request,
      action: 'REOPEN',
      clientEventId: input.clientEventId,
      operation: 'reopenRequest',
      body: input,
      input: {},
      note,
      photos: [],
      expectedSteps: null,
    },
    { rules, routed },
  );
}
