// The use cases of visits: leave first, then the doors the caller may know, then the read model or the unit of work.
// Refuses instants that have not come yet, and doors of another grid: those look absent.
import { type Access, type Guard, Permission } from '#modules/access';
import type { GridOfEntrance, Norms } from '#modules/geography';
import { heldByName } from '#modules/people';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { type Connection, readPage } from '#platform/graphql/page';
import { type DecodedId, decodeId } from '#platform/ids';
import { type DoorsAt, type DoorView, doorsById, doorsOfEntrance } from './door.read.ts';
import { readDoorsDue } from './doors-due.read.ts';
import { type FloorMatrixView, floorMatrixView } from './floor-matrix.ts';
import { type RecordedVisits, recordVisits } from './record-visits.ts';
import { doorReach, reaches } from './visit.policy.ts';
import { type VisitConditions, type VisitsAt, type VisitView, readVisits, visitsById } from './visit.read.ts';
import type { VisitOutcome } from './visit-cadence.ts';
import { localId, type RecordVisits } from './visit-input.ts';

/** What visits ask of geography. */
export interface VisitPlaces {
  normsInForce(scope: Scope, communityId: string, at: Date): Promise<Norms>;
  gridOfEntrances(
    scope: Scope,
    communityId: string,
    entranceIds: readonly string[],
    validAt: Date,
  ): Promise<ReadonlyMap<string, GridOfEntrance>>;
}

export interface VisitsDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly places: VisitPlaces;
}

/** Opaque ids; `from` is inside, `to` outside. */
export interface VisitFilter {
  readonly grid?: string | null;
  readonly building?: string | null;
  readonly entrance?: string | null;
  readonly outcomes?: readonly VisitOutcome[] | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

/** Opaque ids and Relay arguments. */
export interface DoorsDueQuery {
  readonly first: number;
  readonly after?: string | null;
  readonly grid?: string | null;
  readonly entrance?: string | null;
  readonly asOf?: Date | null;
}

/** What `recordVisits` answers; its fields are read when they are asked for. */
export interface VisitsRecordedView extends RecordedVisits {
  readonly communityId: string;
}

export class VisitsService {
  readonly #deps: VisitsDeps;

  constructor(deps: VisitsDeps) {
    this.#deps = deps;
  }

  /** @throws AppError as {@link recordVisits} */
  async record(context: RequestContext, input: RecordVisits): Promise<VisitsRecordedView> {
    const access = await this.#deps.guard.byCode(context, input.community, Permission.RecordVisits);
    const recorded = await recordVisits(this.#deps.database, access, input, context.clock.now());
    return { ...recorded, communityId: access.community.id };
  }

  /** Visits and doors of an answer just given, in the order of the input, as of now. */
  async recordedVisits(context: RequestContext, { communityId, visitIds }: VisitsRecordedView): Promise<VisitView[]> {
    const found = await visitsById(this.#deps.database, await this.#visitsAt(context, communityId), visitIds);
    return visitIds.flatMap((id) => found.get(id) ?? []);
  }

  async recordedDoors(context: RequestContext, { communityId, dwellingIds }: VisitsRecordedView): Promise<DoorView[]> {
    const access = await this.#deps.guard.byId(context, communityId, Permission.RecordVisits);
    const found = await doorsById(this.#deps.database, await this.#doorsAt(access, context.clock.now()), dwellingIds);
    return dwellingIds.flatMap((id) => found.get(id) ?? []);
  }

  /** Opaque id of the door of the entrance that waits longest; null when all are done. */
  async nextDue(context: RequestContext, { communityId, entranceId }: VisitsRecordedView): Promise<string | null> {
    const access = await this.#deps.guard.byId(context, communityId, Permission.RecordVisits);
    const doors = await this.#doorsAt(access, context.clock.now());
    const page = await readDoorsDue(
      this.#deps.database,
      doors,
      { entranceId, gridId: null, reach: null },
      readPage(1, null),
    );
    return page.edges[0]?.node.id ?? null;
  }

  /** @throws AppError NOT_FOUND, FORBIDDEN, SCREEN_READ_ONLY (closed on a screen), INVALID_TIME */
  async floorMatrix(
    context: RequestContext,
    entrance: string,
    asOf: Date | null | undefined,
  ): Promise<FloorMatrixView> {
    const { communityId, id } = decodeId(entrance, 'Entrance', 'entrance');
    const access = await this.#deps.guard.byId(context, communityId, Permission.ReadCareLevels);
    await this.#refuseUnreachable(access, id, context.clock.now(), 'entrance');
    const doors = await this.#doorsAt(access, await this.#settled(communityId, asOf, context.clock.now()));
    return floorMatrixView(await doorsOfEntrance(this.#deps.database, doors, id), {
      communityId,
      entranceId: id,
      asOf: doors.asOf,
    });
  }

  /** Grid staff see their own grid's doors, whatever they ask for. @throws AppError as {@link floorMatrix}, BAD_PAGE_SIZE, BAD_CURSOR */
  async doorsDue(context: RequestContext, community: string, query: DoorsDueQuery): Promise<Connection<DoorView>> {
    const access = await this.#deps.guard.byCode(context, community, Permission.ReadCareLevels);
    const page = readPage(query.first, query.after);
    const now = context.clock.now();
    const reach = doorReach(access);
    const gridId = query.grid ? localId(access.community.id, query.grid, 'Grid', 'grid') : null;
    const entranceId = query.entrance ? localId(access.community.id, query.entrance, 'Entrance', 'entrance') : null;
    if (gridId !== null && !reaches(reach, gridId)) throw new AppError('NOT_FOUND', {}, 'grid');
    if (entranceId !== null) await this.#refuseUnreachable(access, entranceId, now, 'entrance');
    const doors = await this.#doorsAt(access, await this.#settled(access.community.id, query.asOf, now));
    const filter = { entranceId, gridId, reach: reach.all ? null : { ...reach, heldAt: now } };
    return readDoorsDue(this.#deps.database, doors, filter, page);
  }

  /** All visits of the community; doors only within the viewer's reach. @throws AppError INVALID_TIME, BAD_PAGE_SIZE, BAD_CURSOR, BAD_ID */
  async visits(
    context: RequestContext,
    community: string,
    page: { readonly first: number; readonly after?: string | null },
    filter: VisitFilter,
    asOf: Date | null | undefined,
  ): Promise<Connection<VisitView>> {
    const access = await this.#deps.guard.byCode(context, community, Permission.ReadVisits);
    const request = readPage(page.first, page.after);
    const conditions = conditionsOf(access.community.id, filter);
    const settled = await this.#settled(access.community.id, asOf, context.clock.now());
    return readVisits(
      this.#deps.database,
      { ...(await this.#visitsAt(context, access.community.id)), asOf: settled },
      conditions,
      request,
    );
  }

  /** For `node(id)`. @throws AppError FORBIDDEN, SCREEN_READ_ONLY, NOT_FOUND */
  async door(context: RequestContext, { communityId, id }: DecodedId): Promise<DoorView | null> {
    const access = await this.#deps.guard.byId(context, communityId, Permission.ReadCareLevels);
    const doors = await this.#doorsAt(access, context.clock.now());
    const door = (await doorsById(this.#deps.database, doors, [id])).get(id);
    if (!door) return null;
    await this.#refuseUnreachable(access, door.entranceId, doors.asOf, 'id');
    return door;
  }

  /** For `node(id)`. @throws AppError FORBIDDEN, NOT_FOUND */
  async visit(context: RequestContext, { communityId, id }: DecodedId): Promise<VisitView | null> {
    return (await visitsById(this.#deps.database, await this.#visitsAt(context, communityId), [id])).get(id) ?? null;
  }

  async #visitsAt(context: RequestContext, communityId: string): Promise<VisitsAt> {
    const access = await this.#deps.guard.byId(context, communityId, Permission.ReadVisits);
    const now = context.clock.now();
    return { scope: access.scope, communityId, reach: doorReach(access), asOf: now, now };
  }

  async #doorsAt({ scope, community }: Access, asOf: Date): Promise<DoorsAt> {
    const norms = await this.#deps.places.normsInForce(scope, community.id, asOf);
    return { scope, communityId: community.id, timeZone: community.timeZone, norms, asOf };
  }

  /** An entrance that no grid in force holds is nobody's, and looks absent too. */
  async #refuseUnreachable(access: Access, entranceId: string, now: Date, path: string): Promise<void> {
    const grids = await this.#deps.places.gridOfEntrances(access.scope, access.community.id, [entranceId], now);
    const grid = grids.get(entranceId);
    const reach = doorReach(access);
    if (grid && reaches(reach, grid.gridId)) return;
    const held = await this.#deps.database.readOne<{ held: boolean }>(
      access.scope,
      sql`select ${heldByName(access.community.id, reach.personIds, sql`${entranceId}::uuid`, now)} as held`,
    );
    if (!grid || !held?.held) throw new AppError('NOT_FOUND', {}, path);
  }

  /** An instant is final once no running unit of work can still write before it. */
  async #settled(communityId: string, asOf: Date | null | undefined, now: Date): Promise<Date> {
    const at = asOf ?? now;
    if (at > now) throw new AppError('INVALID_TIME', { value: at.toISOString() }, 'asOf');
    await this.#deps.database.settled(communityId, at);
    return at;
  }
}

function conditionsOf(
  communityId: string,
  { grid, building, entrance, outcomes, from, to }: VisitFilter,
): VisitConditions {
  return {
    gridId: grid ? localId(communityId, grid, 'Grid', 'filter.grid') : null,
    buildingId: building ? localId(communityId, building, 'Building', 'filter.building') : null,
    entranceId: entrance ? localId(communityId, entrance, 'Entrance', 'filter.entrance') : null,
    outcomes: outcomes ?? null,
    from: from ?? null,
    to: to ?? null,
  };
}
