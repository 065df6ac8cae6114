// Use case: name and phone behind a request or a door, for who may know them. Reading and record are one unit of work.
// Refuses screens (by permission), other grids and other firms' orders: those look absent.
import type { Database, Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { type DecodedId, decodeId } from '#platform/ids';
import { Permission, recordContactRead } from '#modules/access';
import { heldByName } from '#modules/people';
import { type Caller, viewerOf, writeOptions } from './caller.ts';
import { type RequestPlace, sightOf } from './request.policy.ts';

export interface ContactView {
  readonly name: string | null;
  readonly phone: string | null;
  /** Of the household behind the door; 0 where none is known. */
  readonly residents: number;
  readonly careLevel: string | null;
}

/** Exactly one opaque id: a request's or a door's. @throws AppError BAD_USER_INPUT, BAD_ID */
export function contactSubject(dwelling: string | null | undefined, request: string | null | undefined): DecodedId {
  if (dwelling && !request) return decodeId(dwelling, 'Door', 'dwelling');
  if (request && !dwelling) return decodeId(request, 'ServiceRequest', 'request');
  throw new AppError('BAD_USER_INPUT', {}, request ? 'dwelling' : 'request');
}

/** @throws AppError NOT_FOUND; then nothing is recorded */
export function revealContact(database: Database, caller: Caller, subject: DecodedId): Promise<ContactView> {
  return database.write(writeOptions(caller), (tx) =>
    subject.type === 'Door' ? revealDoor(tx, caller, subject.id) : revealRequest(tx, caller, subject.id),
  );
}

async function revealRequest(tx: Transaction, caller: Caller, requestId: string): Promise<ContactView> {
  const [row] = await tx.execute<
    RequestPlace & { name: string | null; phone: string | null; residents: number | null }
  >(sql`
    select r.grid_id as "gridId", r.responsible_id as "responsibleId", r.on_call_id as "onCallId", r.organization_id as "organizationId",
      c.name, c.phone, h.residents
    from service_requests r
    left join lateral (select c.* from request_callers c
      where c.community_id = r.community_id and c.request_id = r.id order by c.at, c.id limit 1) c on true
    left join dwellings d on d.community_id = r.community_id and d.entrance_id = r.entrance_id and d.label = c.door
    left join households h on h.community_id = d.community_id and h.dwelling_id = d.id and h.moved_out is null
    where r.community_id = ${tx.communityId}::uuid and r.id = ${requestId}::uuid limit 1`);
  if (!row || !sightOf(viewerOf(caller), row).callers) throw new AppError('NOT_FOUND', {}, 'request');
  await recordContactRead(tx, { kind: 'REQUEST', id: requestId }, ['name', 'phone']);
  return { name: row.name, phone: row.phone, residents: row.residents ?? 0, careLevel: null };
}

async function revealDoor(tx: Transaction, caller: Caller, dwellingId: string): Promise<ContactView> {
  const now = tx.now.toISOString();
  const [row] = await tx.execute<{
    gridId: string | null;
    held: boolean;
    name: string | null;
    phone: string | null;
    residents: number;
    careLevel: string | null;
  }>(sql`
    select ga.grid_id as "gridId", ${heldByName(tx.communityId, ownWorkers(caller), sql`d.entrance_id`, tx.now)} as held, c.name, c.phone, h.residents, coalesce(l.level, 'NONE') as "careLevel"
    from dwellings d
    join households h on h.community_id = d.community_id and h.dwelling_id = d.id and h.moved_out is null
    left join household_contacts c on c.community_id = h.community_id and c.household_id = h.id
    left join care_levels l on l.community_id = h.community_id and l.household_id = h.id and l.during @> ${now}::timestamptz
    left join grid_plans gp on gp.community_id = d.community_id and gp.valid @> ${now}::timestamptz and upper_inf(gp.recorded)
    left join grid_assignments ga on ga.community_id = d.community_id and ga.plan_id = gp.id and ga.entrance_id = d.entrance_id
    where d.community_id = ${tx.communityId}::uuid and d.id = ${dwellingId}::uuid limit 1`);
  if (!row || !(row.held || mayKnowDoor(caller, row.gridId))) throw new AppError('NOT_FOUND', {}, 'dwelling');
  const careLevel = caller.access.permissions.has(Permission.ReadCareLevels) ? row.careLevel : null;
  await recordContactRead(tx, { kind: 'HOUSEHOLD', id: dwellingId }, [
    'name',
    'phone',
    ...(careLevel ? ['careLevel'] : []),
  ]);
  return { name: row.name, phone: row.phone, residents: row.residents, careLevel };
}

/** Who goes on answering for doors of another grid until they are handed over. */
function ownWorkers(caller: Caller): string[] {
  return viewerOf(caller).memberships.flatMap(({ role, personId }) =>
    role === 'GRID_WORKER' && personId ? [personId] : [],
  );
}

/** Households are known to the secretary and to their own grid; a firm learns a caller only through its order. */
function mayKnowDoor(caller: Caller, gridId: string | null): boolean {
  return viewerOf(caller).memberships.some(
    ({ role, gridId: own }) =>
      role === 'SECRETARY' ||
      ((role === 'GRID_WORKER' || role === 'BRANCH_SECRETARY') && own !== null && own === gridId),
  );
}
