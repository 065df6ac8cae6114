// Owns finding requests: the filtered list, newest first, and the similar ones shown before the form. One query each.
// Refuses to list beyond the viewer's own: a firm is confined to its orders in the query, not afterwards.
import type { Database } from '#platform/database/database';
import { empty, sql, type Sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { type Connection, type PageRequest, toConnection } from '#platform/graphql/page';
import { decodeId, type IdType } from '#platform/ids';
import { type Caller, viewerOf } from './caller.ts';
import type { RequestReader } from './request.read.ts';
import type { RequestView } from './request-view.ts';
import { confinedTo } from './request.policy.ts';

export interface RequestFilter {
  readonly open?: boolean | null;
  readonly overdue?: boolean | null;
  /** Opaque ids. */
  readonly grid?: string | null;
  readonly building?: string | null;
  readonly entrance?: string | null;
  readonly stages?: readonly string[] | null;
  readonly categories?: readonly string[] | null;
  /** The start is inside, the end outside. */
  readonly createdFrom?: Date | null;
  readonly createdTo?: Date | null;
  /** Those the viewer answers for, or holds a work order of. */
  readonly mine?: boolean | null;
}

const SIMILAR_MS = 48 * 3_600_000;
const SIMILAR_MAX = 20;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Newest first, as of an instant not after now: stable whatever comes later. @throws AppError INVALID_TIME, BAD_ID, BAD_CURSOR */
export async function listRequests(
  deps: { readonly database: Database; readonly reader: RequestReader },
  caller: Caller,
  page: PageRequest,
  filter: RequestFilter,
  asOf: Date = caller.now,
): Promise<Connection<RequestView>> {
  if (asOf > caller.now) throw new AppError('INVALID_TIME', { value: asOf.toISOString() }, 'asOf');
  const matching = sql`
    from service_requests r
    left join lateral (select opened_at, closed_at, due_at from request_spans s
      where s.community_id = r.community_id and s.request_id = r.id and s.opened_at <= ${asOf.toISOString()}::timestamptz
      order by s.opened_at desc limit 1) span on true
    where r.community_id = ${caller.access.community.id}::uuid and r.created_at <= ${asOf.toISOString()}::timestamptz
      ${confinement(caller)} ${stockFilter(filter, asOf)} ${placeFilter(caller, filter)} ${matterFilter(filter, asOf)} ${mineFilter(caller, filter)}`;
  const rows = await deps.database.read<{ id: string; createdAt: number; total: number }>(
    caller.access.scope,
    sql`
    select r.id, ms(r.created_at) as "createdAt", (select count(*)::int ${matching}) as total
    ${matching} ${afterCursor(page)} order by r.created_at desc, r.id desc limit ${page.first + 1}::int`,
  );
  const views = new Map(
    (
      await deps.reader.byIds(
        caller,
        rows.map((row) => row.id),
        asOf,
      )
    ).map((view) => [view.requestId, view]),
  );
  const seen = rows.flatMap((row) => {
    const view = views.get(row.id);
    return view ? [{ ...row, view }] : [];
  });
  const total = rows[0]?.total ?? 0;
  return toConnection(
    page,
    seen,
    total,
    (row) => [String(row.createdAt), row.id],
    (row) => row.view,
  );
}

/** Of the same entrance and category in the last 48 hours, open or closed, newest first. */
export async function similarRequests(
  deps: { readonly database: Database; readonly reader: RequestReader },
  caller: Caller,
  entranceId: string,
  category: string,
): Promise<RequestView[]> {
  const since = new Date(caller.now.getTime() - SIMILAR_MS);
  const rows = await deps.database.read<{ id: string }>(
    caller.access.scope,
    sql`
    select r.id from service_requests r
    where r.community_id = ${caller.access.community.id}::uuid and r.entrance_id = ${entranceId}::uuid and r.category = ${category}
      and r.created_at >= ${since.toISOString()}::timestamptz and r.created_at <= ${caller.now.toISOString()}::timestamptz ${confinement(caller)}
    order by r.created_at desc, r.id desc limit ${SIMILAR_MAX}::int`,
  );
  return deps.reader.byIds(
    caller,
    rows.map((row) => row.id),
  );
}

function confinement(caller: Caller): Sql {
  const organizations = confinedTo(viewerOf(caller));
  return organizations === null ? empty : sql`and r.organization_id = any(${[...organizations]}::uuid[])`;
}

function stockFilter({ open, overdue }: RequestFilter, asOf: Date): Sql {
  const isOpen = sql`(span.opened_at is not null and (span.closed_at is null or span.closed_at > ${asOf.toISOString()}::timestamptz))`;
  const isOverdue = sql`(${isOpen} and span.due_at <= ${asOf.toISOString()}::timestamptz)`;
  return sql`${wanted(open, isOpen)} ${wanted(overdue, isOverdue)}`;
}

function wanted(value: boolean | null | undefined, condition: Sql): Sql {
  if (value === null || value === undefined) return empty;
  return value ? sql`and ${condition}` : sql`and not ${condition}`;
}

function placeFilter(caller: Caller, { grid, building, entrance }: RequestFilter): Sql {
  const gridId = localId(caller, grid, 'Grid', 'filter.grid');
  const buildingId = localId(caller, building, 'Building', 'filter.building');
  const entranceId = localId(caller, entrance, 'Entrance', 'filter.entrance');
  const inBuilding =
    buildingId &&
    sql`and r.entrance_id in (select e.id from entrances e where e.community_id = r.community_id and e.building_id = ${buildingId}::uuid)`;
  return sql`${gridId ? sql`and r.grid_id = ${gridId}::uuid` : empty} ${inBuilding ?? empty} ${entranceId ? sql`and r.entrance_id = ${entranceId}::uuid` : empty}`;
}

function localId(caller: Caller, opaque: string | null | undefined, type: IdType, path: string): string | null {
  if (opaque === null || opaque === undefined) return null;
  const { communityId, id } = decodeId(opaque, type, path);
  if (communityId !== caller.access.community.id) throw new AppError('NOT_FOUND', {}, path);
  return id;
}

function matterFilter({ stages, categories, createdFrom, createdTo }: RequestFilter, asOf: Date): Sql {
  const stageThen = sql`(select s.to_stage from request_steps s where s.community_id = r.community_id and s.request_id = r.id
    and s.at <= ${asOf.toISOString()}::timestamptz order by s.position desc limit 1)`;
  return sql`
    ${stages ? sql`and ${stageThen} = any(${[...stages]}::text[])` : empty}
    ${categories ? sql`and r.category = any(${[...categories]}::text[])` : empty}
    ${createdFrom ? sql`and r.created_at >= ${createdFrom.toISOString()}::timestamptz` : empty}
    ${createdTo ? sql`and r.created_at < ${createdTo.toISOString()}::timestamptz` : empty}`;
}

function mineFilter(caller: Caller, { mine }: RequestFilter): Sql {
  if (!mine) return empty;
  const { memberships } = viewerOf(caller);
  const people = memberships.flatMap((membership) => membership.personId ?? []);
  const organizations = memberships.flatMap((membership) => membership.organizationId ?? []);
  return sql`and (r.responsible_id = any(${people}::uuid[]) or r.on_call_id = any(${people}::uuid[]) or r.organization_id = any(${organizations}::uuid[]))`;
}

function afterCursor({ after }: PageRequest): Sql {
  if (!after) return empty;
  const [at = '', id = ''] = after;
  if (!/^\d{1,15}$/.test(at) || !UUID.test(id)) throw new AppError('BAD_CURSOR', {}, 'after');
  return sql`and (r.created_at, r.id) < (${new Date(Number(at)).toISOString()}::timestamptz, ${id}::uuid)`;
}
