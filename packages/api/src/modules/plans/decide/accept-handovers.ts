// Use case: a worker accepts doors and requests by name, or the secretary does for them. From that instant they answer.
// Refuses others, and acceptance before the plan is in force. What was accepted before stays as it was accepted.
import { type Access, Permission } from '#modules/access';
import { staff } from '#modules/people';
import { handOverRequests, type RequestHandover } from '#modules/requests';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { dayOf } from '#platform/time/zoned-time';
import { type DecideDeps, localId, ownPersons, rolesIn, unitOf } from './decide-deps.ts';
import { handoversByIds, type HandoverView } from './handover.read.ts';

const MAX_ITEMS = 1_000;

export interface AcceptHandovers {
  /** Code of the community; opaque ids. */
  readonly community: string;
  readonly handovers: readonly string[];
  readonly clientEventId: string;
}

interface OpenRow {
  readonly id: string;
  readonly planId: string;
  readonly kind: 'DOORS' | 'REQUEST';
  readonly entranceId: string;
  readonly requestId: string | null;
  readonly fromPersonId: string | null;
  readonly toPersonId: string;
  readonly toGridId: string;
  readonly toNumber: number;
  readonly dutyId: string | null;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly accepted: boolean;
  /** Whether the entrance has anybody from now on, once the old worker's own duty for it is over. */
  readonly staffed: boolean;
}

/** @throws AppError NOT_FOUND, BAD_USER_INPUT, HANDOVER_NOT_YOURS, HANDOVER_NOT_YET, PLAN_GRID_WITHOUT_WORKER, IDEMPOTENCY_MISMATCH */
export async function acceptHandovers(
  deps: DecideDeps,
  context: RequestContext,
  input: AcceptHandovers,
): Promise<{ handovers: HandoverView[] }> {
  const access = await deps.guard.byCode(context, input.community, Permission.AcceptHandovers);
  const now = context.clock.now();
  if (input.handovers.length === 0 || input.handovers.length > MAX_ITEMS)
    throw new AppError('BAD_USER_INPUT', {}, 'input.handovers');
  const ids = input.handovers.map((opaque, index) =>
    localId(access.community.id, opaque, 'Handover', `input.handovers[${index}]`),
  );
  await deps.database.write(unitOf(access, now), (tx) =>
    once(tx, { clientEventId: input.clientEventId, operation: 'acceptHandovers', body: input }, async () => {
      await accept(tx, access, ids);
      return { ids };
    }),
  );
  return { handovers: await handoversByIds(deps, context, access, ids) };
}

async function accept(tx: Transaction, access: Access, ids: readonly string[]): Promise<void> {
  const rows = new Map((await lock(tx, ids)).map((row) => [row.id, row]));
  const open = [...new Set(ids)].flatMap((id) => {
    const index = ids.indexOf(id);
    const row = rows.get(id);
    if (!row) throw new AppError('NOT_FOUND', {}, `input.handovers[${index}]`);
    refuse(row, access, tx.now, `input.handovers[${index}]`);
    return row.accepted ? [] : [row];
  });
  if (open.length === 0) return;
  await staff.endDuties(
    tx,
    open.flatMap(({ dutyId }) => dutyId ?? []),
  );
  await handOverRequests(tx, [...open.flatMap(listedRequest), ...(await unlistedRequests(tx, open))]);
  await tx.execute(sql`
    update plan_handovers set accepted_at = ${tx.now.toISOString()}::timestamptz, accepted_by = ${access.actor.accountId}::uuid,
      accepted_by_name = ${access.actor.name}
    where community_id = ${tx.communityId}::uuid and id = any(${open.map(({ id }) => id)}::uuid[])`);
  for (const plan of new Set(open.map(({ planId }) => planId)))
    tx.record({ kind: 'plan.handed-over', at: tx.now, data: { plan } });
}

function refuse(row: OpenRow, access: Access, now: Date, path: string): void {
  const receives = rolesIn(access).includes('SECRETARY') || ownPersons(access).includes(row.toPersonId);
  if (!receives) throw new AppError('HANDOVER_NOT_YOURS', {}, path);
  if (row.accepted) return;
  if (row.from > now.getTime()) {
    const day = dayOf(new Date(row.from), access.community.timeZone);
    throw new AppError('HANDOVER_NOT_YET', { day }, path);
  }
  if (!row.staffed) throw new AppError('PLAN_GRID_WITHOUT_WORKER', { grids: row.toNumber }, path);
}

/** In the order of their ids, so that two who accept the same items at once wait instead of blocking each other. */
function lock(tx: Transaction, ids: readonly string[]): Promise<OpenRow[]> {
  return tx.execute<OpenRow>(sql`
    select h.id, h.draft_id as "planId", h.kind, h.entrance_id as "entranceId", h.request_id as "requestId", h.from_person as "fromPersonId",
      h.to_person as "toPersonId", h.to_grid_id as "toGridId", g.number as "toNumber", h.duty_id as "dutyId", ms(h.effective_from) as "from",
      h.accepted_at is not null as accepted,
      exists (select from duties d join entrances e on e.community_id = d.community_id and e.id = h.entrance_id
        where d.community_id = h.community_id and d.role = 'GRID_WORKER' and d.during @> ${tx.now.toISOString()}::timestamptz
          and d.id is distinct from h.duty_id
          and (d.grid_id = h.to_grid_id or d.building_id = e.building_id or d.entrance_id = e.id)) as staffed
    from plan_handovers h join grids g on g.community_id = h.community_id and g.id = h.to_grid_id
    where h.community_id = ${tx.communityId}::uuid and h.id = any(${[...ids]}::uuid[]) order by h.id for update of h`);
}

function listedRequest(row: OpenRow): RequestHandover[] {
  if (row.requestId === null) return [];
  const { requestId, toPersonId, toGridId } = row;
  return [{ requestId, toPersonId, toGridId, since: new Date(row.from) }];
}

/** Requests that came after the list was made went to the old worker too; they pass with the doors. */
async function unlistedRequests(tx: Transaction, open: readonly OpenRow[]): Promise<RequestHandover[]> {
  const doors = open.filter(({ kind, dutyId }) => kind === 'DOORS' && dutyId !== null);
  const found = await tx.execute<{ handoverId: string; requestId: string }>(sql`
    select h.id as "handoverId", q.id as "requestId"
    from plan_handovers h join service_requests q on q.community_id = h.community_id and q.entrance_id = h.entrance_id
    where h.community_id = ${tx.communityId}::uuid and h.id = any(${doors.map(({ id }) => id)}::uuid[])
      and q.closed_at is null and q.responsible_id = h.from_person
      and not exists (select from plan_handovers other
        where other.community_id = q.community_id and other.draft_id = h.draft_id and other.request_id = q.id)`);
  const byId = new Map(doors.map((row) => [row.id, row]));
  return found.map(({ handoverId, requestId }) => {
    const { toPersonId, toGridId, from } = byId.get(handoverId)!;
    return { requestId, toPersonId, toGridId, since: new Date(from) };
  });
}
