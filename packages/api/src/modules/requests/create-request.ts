// Use case: a resident's matter is reported. Clocks by the norms in force, responsibility by the most specific assignment.
// Refuses text with resident ids, unknown categories, and a device whose clock runs ahead.
import type { Database, Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { once } from '#platform/events/once';
import { AppError } from '#platform/errors';
import { decodeId, newId } from '#platform/ids';
import { CATEGORY_CODES, type CategoryCode, categoryNorm, type RequestKind } from '#modules/geography';
import { type Caller, viewerOf, writeOptions } from './caller.ts';
import type { Route } from '#modules/people';
import type { ClockRules, RequestNeighbours } from './request-neighbours.ts';
import { requestDueTimes } from './request-clocks.ts';
import { callerDetails, type CallerInput, refuseClockAhead, requiredText } from './request-input.ts';
import { changeSpan, insertCaller, insertSteps, insertText, stamped } from './request-rows.ts';
import { ServiceRequest } from './request.entity.ts';

export interface CreateRequest extends CallerInput {
  /** Code of the community. */
  readonly community: string;
  /** Opaque id. */
  readonly entrance: string;
  readonly category: string;
  /** Overrides the category's usual kind; clocks stay the category's. */
  readonly kind?: RequestKind | null;
  readonly text: string;
  readonly clientEventId: string;
  readonly clientTime?: Date | null;
}

/**
 * @returns uuid of the request, the same one for a repetition with the same clientEventId
 * @throws AppError NOT_FOUND, BAD_USER_INPUT, CLOCK_SKEW, IDEMPOTENCY_MISMATCH, the codes of the text rules
 */
export async function createRequest(
  deps: { readonly database: Database; readonly neighbours: RequestNeighbours },
  caller: Caller,
  input: CreateRequest,
): Promise<string> {
  const { access, now } = caller;
  const entranceId = entranceIn(caller, input.entrance);
  const text = requiredText(input.text, 'input.text');
  const details = callerDetails(input);
  refuseClockAhead(input.clientTime, now);
  const rules = await deps.neighbours.clockRules(access, now);
  const category = knownCategory(input.category, rules);
  const routed = await deps.neighbours.route(access, entranceId, now);
  if (!routed) throw new AppError('NOT_FOUND', {}, 'input.entrance');

  return deps.database.write(writeOptions(caller), async (tx) => {
    const { id } = await once(
      tx,
      { clientEventId: input.clientEventId, operation: 'createRequest', body: input },
      async () => {
        const request = tx.em.create(ServiceRequest, {
          ...reported(rules, category, now),
          ...responsibility(routed),
          communityId: tx.communityId,
          id: newId(),
          entranceId,
          kind: input.kind ?? categoryNorm(rules.norms, category).defaultKind,
          clientTime: input.clientTime ?? null,
          createdBy: access.actor.accountId,
          number: await nextNumbers(tx, 1),
        });
        tx.em.persist(request);
        await tx.em.flush();
        const personId = viewerOf(caller).memberships[0]?.personId ?? null;
        await insertSteps(
          tx,
          stamped(request.id, [reportedStep(now)], { accountId: access.actor.accountId, personId }),
        );
        await insertText(tx, request.id, text);
        await insertCaller(tx, request.id, details, now);
        await changeSpan(tx, request, { kind: 'OPEN', dueAt: request.dueAt }, now);
        tx.record({
          kind: 'request.created',
          at: now,
          requestId: request.id,
          entranceId,
          data: {
            category,
            kind: request.kind,
            stage: request.stage,
            openedAt: now.getTime(),
            dueAt: request.dueAt.getTime(),
          },
        });
        return { id: request.id };
      },
    );
    return id;
  });
}

function entranceIn({ access }: Caller, opaque: string): string {
  const { communityId, id } = decodeId(opaque, 'Entrance', 'input.entrance');
  if (communityId !== access.community.id) throw new AppError('NOT_FOUND', {}, 'input.entrance');
  return id;
}

/** @throws AppError BAD_USER_INPUT where the norms in force do not know the category */
function knownCategory(code: string, { norms }: ClockRules): CategoryCode {
  const known = CATEGORY_CODES.find((each) => each === code);
  if (!known || !norms.categories.some((each) => each.code === known))
    throw new AppError('BAD_USER_INPUT', {}, 'input.category');
  return known;
}

/** The columns of a request that was just reported, with its clocks. */
export function reported({ norms, calendar }: ClockRules, category: CategoryCode, at: Date) {
  const due = requestDueTimes(norms, category, 'USUAL', at, calendar);
  return {
    category,
    stage: 'REPORTED',
    outcome: null,
    normsVersion: due.normsVersion,
    createdAt: at,
    respondDueAt: due.respondBy,
    respondedAt: null,
    dueAt: due.finishBy,
    closedAt: null,
    reopenedCount: 0,
    callerCount: 1,
    stepCount: 1,
    organizationId: null,
    extensionUntil: null,
    extensionRequestedAt: null,
    extensionAskedBy: null,
    extensionDecidedAt: null,
    extensionApproved: null,
  };
}

export function responsibility(routed: Route) {
  return {
    gridId: routed.gridId,
    responsibleId: routed.responsibleId,
    onCallId: routed.onCallId,
    offDuty: routed.offDuty,
    routing: routed.reasons,
  };
}

/** The stamp every history begins with. */
export const reportedStep = (at: Date) =>
  ({
    position: 0,
    action: null,
    stamp: 'REPORTED',
    from: null,
    to: 'REPORTED',
    at,
    outcome: null,
    duplicateOf: null,
  }) as const;

/** Takes `count` numbers of the community; answers the first. They have no gaps: a unit of work that fails gives them back. */
export async function nextNumbers(tx: Transaction, count: number): Promise<number> {
  const [row] = await tx.execute<{ first: number }>(sql`
    update community_counters set request_number = request_number + ${count}::int
    where community_id = ${tx.communityId}::uuid returning request_number - ${count}::int + 1 as first`);
  if (!row) throw new RangeError('the community has no counters');
  return row.first;
}
