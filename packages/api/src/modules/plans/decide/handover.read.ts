// Owns reading hand-over items as the contract shows them: of plans scheduled or in force, and what is still open of past ones.
// Refuses other workers' items to a worker, and which doors have daily care to everybody: counts only.
import { type Access, Permission } from '#modules/access';
import { categoryNorm, type CategoryCode, categoryView, ENTRANCE_NAME, placeName } from '#modules/geography';
import type { RequestContext } from '#platform/graphql/context';
import { empty, type Sql, sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import { accessByEither, type DecideDeps, localId, ownPersons, rolesIn } from './decide-deps.ts';
import { doorCounts } from './door-counts.read.ts';

export interface HandoverView {
  readonly id: string;
  readonly kind: 'DOORS' | 'REQUEST';
  readonly plan: string;
  readonly entrance: string;
  readonly entranceName: string;
  readonly request: string | null;
  readonly requestTitle: string | null;
  readonly fromGrid: number;
  readonly toGrid: number;
  /** Empty where nobody is on record, or the viewer reads no names. */
  readonly fromWorker: string;
  readonly toWorker: string;
  readonly households: number;
  readonly dailyCareDoors: number;
  readonly effectiveFrom: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly mine: boolean;
}

interface Row {
  readonly id: string;
  readonly kind: 'DOORS' | 'REQUEST';
  readonly planId: string;
  readonly entranceId: string;
  readonly name: string;
  readonly households: number;
  readonly requestId: string | null;
  readonly category: CategoryCode | null;
  readonly fromGrid: number;
  readonly toGrid: number;
  readonly fromPersonId: string | null;
  readonly toPersonId: string;
  readonly effectiveFrom: number;
  readonly acceptedAt: number | null;
  readonly acceptedBy: string | null;
}

export interface HandoversQuery {
  readonly community: string;
  /** Opaque id. */
  readonly plan?: string | null | undefined;
  readonly mine: boolean;
}

/** In the order of plans, the latest first, then of doors. @throws AppError NOT_FOUND, FORBIDDEN, SCREEN_READ_ONLY */
export async function readHandovers(
  deps: DecideDeps,
  context: RequestContext,
  query: HandoversQuery,
): Promise<HandoverView[]> {
  const either = [Permission.ReadPlans, Permission.AcceptHandovers] as const;
  const access = await accessByEither(deps.guard, context, query.community, either);
  const planId = query.plan ? localId(access.community.id, query.plan, 'Plan', 'plan') : null;
  const own = query.mine || !access.permissions.has(Permission.ReadPlans);
  const persons = ownPersons(access);
  return views(
    deps,
    context,
    access,
    sql`
    and (h.accepted_at is null or d.effective_from >= (
      select coalesce(max(f.effective_from), '-infinity') from plan_drafts f
      where f.community_id = d.community_id and f.stage = 'SCHEDULED' and f.effective_from <= ${context.clock.now().toISOString()}::timestamptz))
    ${planId ? sql`and h.draft_id = ${planId}::uuid` : empty}
    ${own ? sql`and (h.from_person = any(${persons}::uuid[]) or h.to_person = any(${persons}::uuid[]))` : empty}`,
  );
}

/** Items just accepted, in the order of `ids`. */
export async function handoversByIds(
  deps: DecideDeps,
  context: RequestContext,
  access: Access,
  ids: readonly string[],
): Promise<HandoverView[]> {
  const found = await views(deps, context, access, sql`and h.id = any(${[...ids]}::uuid[])`);
  const byId = new Map(found.map((view) => [view.id, view]));
  return [...new Set(ids)].flatMap((id) => byId.get(encodeId('Handover', access.community.id, id)) ?? []);
}

async function views(
  { database, geography, people }: DecideDeps,
  context: RequestContext,
  access: Access,
  condition: Sql,
): Promise<HandoverView[]> {
  const communityId = access.community.id;
  const now = context.clock.now();
  const rows = await database.read<Row>(
    access.scope,
    sql`
    select h.id, h.kind, h.draft_id as "planId", h.entrance_id as "entranceId", ${ENTRANCE_NAME} as name, e.households,
      h.request_id as "requestId", q.category, fg.number as "fromGrid", tg.number as "toGrid", h.from_person as "fromPersonId",
      h.to_person as "toPersonId", ms(h.effective_from) as "effectiveFrom", ms(h.accepted_at) as "acceptedAt", h.accepted_by_name as "acceptedBy"
    from plan_handovers h
    join plan_drafts d on d.community_id = h.community_id and d.id = h.draft_id
    join entrances e on e.community_id = h.community_id and e.id = h.entrance_id
    join buildings b on b.community_id = e.community_id and b.id = e.building_id
    join grids fg on fg.community_id = h.community_id and fg.id = h.from_grid_id
    join grids tg on tg.community_id = h.community_id and tg.id = h.to_grid_id
    left join service_requests q on q.community_id = h.community_id and q.id = h.request_id
    where h.community_id = ${communityId}::uuid ${condition}
    order by h.effective_from desc, h.draft_id, h.position`,
  );
  const persons = rows.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId ?? [], toPersonId].flat());
  const [counts, names, norms] = await Promise.all([
    doorCounts(database, communityId, [...new Set(rows.map(({ entranceId }) => entranceId))], now),
    people.peopleById(access, persons),
    geography.normsInForce(access.scope, communityId, now),
  ]);
  const nameOf = (id: string | null) => (id && names.get(id)?.name) ?? '';
  const titleOf = (category: CategoryCode | null) =>
    category && access.permissions.has(Permission.ReadRequests)
      ? categoryView(categoryNorm(norms, category), context.language).name
      : null;
  const secretary = rolesIn(access).includes('SECRETARY');
  const own = new Set(ownPersons(access));
  return rows.map((row) => ({
    id: encodeId('Handover', communityId, row.id),
    kind: row.kind,
    plan: encodeId('Plan', communityId, row.planId),
    entrance: encodeId('Entrance', communityId, row.entranceId),
    entranceName: placeName(row.name, context.language),
    request: row.requestId && encodeId('ServiceRequest', communityId, row.requestId),
    requestTitle: titleOf(row.category),
    fromGrid: row.fromGrid,
    toGrid: row.toGrid,
    fromWorker: nameOf(row.fromPersonId),
    toWorker: nameOf(row.toPersonId),
    households: row.households,
    dailyCareDoors: counts.get(row.entranceId)?.dailyCareDoors ?? 0,
    effectiveFrom: new Date(row.effectiveFrom),
    acceptedAt: row.acceptedAt === null ? null : new Date(row.acceptedAt),
    acceptedBy: row.acceptedBy,
    mine:
      access.permissions.has(Permission.AcceptHandovers) &&
      row.acceptedAt === null &&
      row.effectiveFrom <= now.getTime() &&
      (secretary || own.has(row.toPersonId)),
  }));
}
