// Makes a mutation safe to repeat: the first result is stored with the change and answered again.
import { createHash } from 'node:crypto';
import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { AppError } from '../errors.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Runs `work` once per (community, actor, clientEventId). A repetition with the same body answers the stored result;
 * with another body it is refused. Two at the same instant: the unique key lets one in, the other reads its result.
 *
 * @param body the mutation's input without secrets; key order does not matter
 * @param work must return something JSON can hold, ids rather than views
 * @throws AppError BAD_USER_INPUT, IDEMPOTENCY_MISMATCH
 */
export async function once<Result extends object>(
  tx: Transaction,
  request: { readonly clientEventId: string; readonly operation: string; readonly body: object },
  work: () => Promise<Result>,
): Promise<Result> {
  if (!UUID.test(request.clientEventId)) throw new AppError('BAD_ID', { expected: 'UUID' }, 'input.clientEventId');
  if (!tx.actorId) throw new AppError('UNAUTHENTICATED');
  const hash = createHash('sha256').update(canonical(request.body)).digest('hex');
  const claimed = await tx.execute(sql`
    insert into client_events (community_id, actor_id, client_event_id, operation, body_hash, result, at)
    values (${tx.communityId}, ${tx.actorId}, ${request.clientEventId}, ${request.operation}, ${hash}, '{}', ${tx.now.toISOString()})
    on conflict do nothing returning 1 as claimed`);
  if (claimed.length === 0) return stored<Result>(tx, request.clientEventId, request.operation, hash);
  const result = await work();
  await tx.execute(sql`
    update client_events set result = ${JSON.stringify(result)}::jsonb
    where community_id = ${tx.communityId} and actor_id = ${tx.actorId} and client_event_id = ${request.clientEventId}`);
  return result;
}

async function stored<Result>(
  tx: Transaction,
  clientEventId: string,
  operation: string,
  hash: string,
): Promise<Result> {
  const rows = await tx.execute<{ operation: string; hash: string; result: Result }>(sql`
    select operation, body_hash as hash, result from client_events
    where community_id = ${tx.communityId} and actor_id = ${tx.actorId} and client_event_id = ${clientEventId}`);
  const first = rows[0];
  if (!first || first.operation !== operation || first.hash !== hash) {
    throw new AppError('IDEMPOTENCY_MISMATCH', {}, 'input.clientEventId');
  }
  return first.result;
}

/** JSON whose text is the same whatever the order of keys; the order of lists counts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
