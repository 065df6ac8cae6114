// Owns one move of a request under its row lock: load, judge, change, record. Every action but JOIN goes through here.
// Refuses rules of its own: stages, roles and guards are the lifecycle's, sight is the policy's.
import { LockMode } from '@mikro-orm/sql';
import type { Database, Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { once } from '#platform/events/once';
import { AppError } from '#platform/errors';
import { decodeId, newId } from '#platform/ids';
import { type Caller, viewerOf, writeOptions } from './caller.ts';
import { responsibility } from './create-request.ts';
import type { Route } from '#modules/people';
import type { ClockRules } from './request-neighbours.ts';
import { requestDueTimes, workOrderDueTimes } from './request-clocks.ts';
import type { ActionInput } from './request-guards.ts';
import { decide } from './request-lifecycle.ts';
import { changeOf, type RecordChange, type StartedClocks, stateOf } from './request-record.ts';
import { changeSpan, insertNotes, insertPhotos, insertSteps, stamped, type StoredPhoto } from './request-rows.ts';
import type { RequestAction } from './request-stages.ts';
import { orderOf, recordOf, ServiceRequest, WorkOrder } from './request.entity.ts';
import { actorOn, sightOf } from './request.policy.ts';
import type { CategoryCode } from '#modules/geography';

export interface Move {
  /** Opaque id. */
  readonly request: string;
  readonly action: RequestAction;
  readonly clientEventId: string;
  /** Name of the mutation and its input, for {@link once}. */
  readonly operation: string;
  readonly body: object;
  /** All but the instant and the reason, which is `note`. */
  readonly input: Omit<ActionInput, 'at' | 'reason' | 'photosBefore' | 'photosAfter'>;
  readonly note: string | null;
  readonly photos: readonly StoredPhoto[];
  readonly expectedSteps: number | null;
}

/** What was read before the unit of work, since inside it nothing else may be asked. */
export interface MoveContext {
  readonly rules: ClockRules;
  /** With REOPEN: who answers now. */
  readonly routed: Route | null;
}

interface Loaded {
  readonly request: ServiceRequest;
  readonly order: WorkOrder | null;
  /** Not before the last stamp, so that a history never runs backwards. */
  readonly at: Date;
  readonly photosBefore: number;
  readonly photosAfter: number;
}

/**
 * @returns uuid of the request
 * @throws AppError NOT_FOUND (also where the viewer may not see it), STALE, the refusals of the lifecycle, IDEMPOTENCY_MISMATCH
 */
export function moveRequest(database: Database, caller: Caller, move: Move, context: MoveContext): Promise<string> {
  return database.write(writeOptions(caller), async (tx) => {
    const { clientEventId, operation, body } = move;
    const { id } = await once(tx, { clientEventId, operation, body }, async () => {
      const loaded = await load(tx, caller, move.request);
      if (move.expectedSteps !== null && move.expectedSteps !== loaded.request.stepCount) {
        throw new AppError('STALE', {}, 'input.expectedSteps');
      }
      await store(tx, caller, loaded, move, judge(caller, loaded, move, context), context);
      return { id: loaded.request.id };
    });
    return id;
  });
}

/** The request under its lock. @throws AppError NOT_FOUND */
export async function lockRequest(tx: Transaction, caller: Caller, opaque: string): Promise<ServiceRequest> {
  const { communityId, id } = decodeId(opaque, 'ServiceRequest', 'input.request');
  const request =
    communityId === tx.communityId
      ? await tx.em.findOne(ServiceRequest, { communityId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
  if (!request || !sightOf(viewerOf(caller), recordOf(request)).visible)
    throw new AppError('NOT_FOUND', {}, 'input.request');
  return request;
}

/** The instant of a change: now, or the last stamp's where another server's clock runs a little ahead. */
export async function instantOfChange(tx: Transaction, request: ServiceRequest): Promise<Date> {
  const [last] = await tx.execute<{ at: number }>(sql`
    select ms(at) as at from request_steps
    where community_id = ${tx.communityId}::uuid and request_id = ${request.id}::uuid order by position desc limit 1`);
  return new Date(Math.max(tx.now.getTime(), last?.at ?? 0));
}

async function load(tx: Transaction, caller: Caller, opaque: string): Promise<Loaded> {
  const request = await lockRequest(tx, caller, opaque);
  const key = { communityId: tx.communityId, requestId: request.id };
  const [order = null] = await tx.em.find(WorkOrder, key, { orderBy: { dispatchedAt: 'desc', id: 'desc' }, limit: 1 });
  const [photos] = await tx.execute<{ before: number; after: number }>(sql`
    select count(*) filter (where phase = 'BEFORE')::int as before, count(*) filter (where phase = 'AFTER')::int as after
    from request_photos where community_id = ${tx.communityId}::uuid and request_id = ${request.id}::uuid
      and at >= ${(order?.dispatchedAt ?? request.createdAt).toISOString()}::timestamptz`);
  return {
    request,
    order,
    at: await instantOfChange(tx, request),
    photosBefore: photos?.before ?? 0,
    photosAfter: photos?.after ?? 0,
  };
}

function judge(caller: Caller, loaded: Loaded, move: Move, { rules }: MoveContext): RecordChange {
  const { at } = loaded;
  const request = recordOf(loaded.request);
  const order = loaded.order ? orderOf(loaded.order) : null;
  const added = (phase: StoredPhoto['phase']) => move.photos.filter((photo) => photo.phase === phase).length;
  const input: ActionInput = {
    ...move.input,
    at,
    photosBefore: loaded.photosBefore + added('BEFORE'),
    photosAfter: loaded.photosAfter + added('AFTER'),
    ...(move.note !== null && { reason: move.note }),
  };
  const actor = actorOn(viewerOf(caller), request);
  const decided = decide(stateOf(request, order), move.action, actor, input);
  if ('refused' in decided)
    throw new AppError(decided.refused, decided.params, PATHS[decided.refused] ?? 'input.action');
  return changeOf(
    request,
    order,
    { action: move.action, move: decided, input, actorId: actor.personId },
    startedClocks(request, move.action, at, rules),
  );
}

const PATHS: Readonly<Record<string, string>> = {
  ORGANIZATION_REQUIRED: 'input.organization',
  SAME_ORGANIZATION: 'input.organization',
  CREW_REQUIRED: 'input.crew',
  PHOTOS_REQUIRED: 'input.photos',
  OUTCOME_REQUIRED: 'input.outcome',
  OUTCOME_NOT_AT_STAGE: 'input.outcome',
  DUPLICATE_OF_REQUIRED: 'input.duplicateOf',
  VERIFICATION_REQUIRED: 'input.residentsWord',
  REASON_REQUIRED: 'input.note',
  EXTENSION_NOT_LATER: 'input.until',
};

/** A new clock keeps the norms in force when it starts; a running one keeps its own. */
export function startedClocks(
  request: { readonly category: string },
  action: RequestAction,
  at: Date,
  { norms, calendar }: ClockRules,
): StartedClocks {
  if (action === 'DISPATCH') {
    const due = workOrderDueTimes(norms, at, calendar);
    return { order: { id: newId(), answerDueAt: due.respondBy, finishDueAt: due.finishBy } };
  }
  if (action !== 'REOPEN') return {};
  const due = requestDueTimes(norms, request.category as CategoryCode, 'USUAL', at, calendar);
  return { request: { dueAt: due.finishBy, normsVersion: due.normsVersion } };
}

async function store(
  tx: Transaction,
  caller: Caller,
  loaded: Loaded,
  move: Move,
  change: RecordChange,
  { routed }: MoveContext,
): Promise<void> {
  const { request, order, at } = loaded;
  Object.assign(request, change.request, routed ? responsibility(routed) : {});
  if (order) Object.assign(order, change.order);
  if (change.newOrder)
    tx.em.persist(tx.em.create(WorkOrder, { ...change.newOrder, communityId: tx.communityId, requestId: request.id }));
  await tx.em.flush();
  const personId = viewerOf(caller).memberships[0]?.personId ?? null;
  const steps = stamped(request.id, change.steps, { accountId: caller.access.actor.accountId, personId });
  await insertSteps(tx, steps);
  // The words stand with the last stamp of the move: it is the one the move was made for.
  const last = steps.at(-1);
  if (move.note !== null && last) await insertNotes(tx, [{ stepId: last.id, note: move.note }]);
  await insertPhotos(tx, request.id, move.photos, at);
  if (change.span) await changeSpan(tx, request, change.span, at);
  tx.record(change.event);
}
