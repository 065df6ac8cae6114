// Owns passing open requests from one responsible person to another when the grids change, in the caller's unit of work.
// Refuses closed ones: who answered for them stays as it was. Who may do this the caller has decided.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import type { RoutingReason } from '#modules/people';
import { recordset } from './request-rows.ts';

/** Ids are uuids. */
export interface RequestHandover {
  readonly requestId: string;
  readonly toPersonId: string;
  /** The grid that the entrance lies in now. */
  readonly toGridId: string;
  /** Since when it lies there. */
  readonly since: Date;
}

/** Changes who answers, the grid, and the stored reason for it. One statement, one event a request. */
export async function handOverRequests(tx: Transaction, handovers: readonly RequestHandover[]): Promise<void> {
  if (handovers.length === 0) return;
  const rows = handovers.map(({ requestId, toPersonId, toGridId, since }) => {
    const reason: RoutingReason = { code: 'BY_GRID', params: { scopeId: toGridId, since: since.toISOString() } };
    return { id: requestId, person: toPersonId, grid: toGridId, routing: [reason] };
  });
  const passed = await tx.execute<{ id: string; entranceId: string; stage: string }>(sql`
    update service_requests q set responsible_id = r.person, grid_id = r.grid, routing = r.routing
    from ${recordset(rows, 'id uuid, person uuid, grid uuid, routing jsonb')}
    where q.community_id = ${tx.communityId}::uuid and q.id = r.id and q.closed_at is null
    returning q.id, q.entrance_id as "entranceId", q.stage`);
  for (const { id, entranceId, stage } of passed)
    tx.record({
      kind: 'request.advanced',
      at: tx.now,
      requestId: id,
      entranceId,
      data: { action: 'HAND_OVER', stage },
    });
}
