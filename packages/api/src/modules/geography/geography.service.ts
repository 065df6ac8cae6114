// Use cases of reading places: who may, within which limits, as of when. Everyone in a community may see its map.
// Refuses to let an absent place look different from a foreign one.
import { type Access, type Guard, Permission, requireActor } from '#modules/access';
import { scopeOf } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import {
  type BoundingBox,
  checkBoundingBox,
  checkPoint,
  type LonLatPoint,
  type PolygonArea,
  polygonText,
} from '#platform/geometry/polygon-gate';
import type { RequestContext } from '#platform/graphql/context';
import { type Connection, readPage } from '#platform/graphql/page';
import { type DecodedId, decodeId } from '#platform/ids';
import { type BuildingView, readBuildings } from './building.read.ts';
import { communityById, type CommunityView, readCommunities } from './community.read.ts';
import { FeatureCollections, type MapLayer } from './feature-collection.read.ts';
import { gridAtPoint, type GridView, readGrids } from './grid.read.ts';
import { type CategoryView, categoryView, type NormsBook } from './norms-book.ts';

export interface BuildingsQuery {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly bbox?: BoundingBox | null | undefined;
  readonly within?: PolygonArea | null | undefined;
  readonly grid?: string | null | undefined;
}

export class GeographyService {
  readonly #database: Database;
  readonly #guard: Guard;
  readonly #norms: NormsBook;
  readonly #layers: FeatureCollections;

  constructor(database: Database, guard: Guard, norms: NormsBook) {
    this.#database = database;
    this.#guard = guard;
    this.#norms = norms;
    this.#layers = new FeatureCollections(database);
  }

  async community(context: RequestContext, code: string): Promise<CommunityView | null> {
    const { scope, community } = await this.#access(context, code);
    return communityById(this.#database, scope, community.id, context.clock.now());
  }

  /** For `node(id)` and for services that made or changed a community. */
  async communityById(context: RequestContext, id: DecodedId): Promise<CommunityView | null> {
    const { scope, community } = await this.#guard.byId(context, id.communityId, Permission.ViewMap);
    return communityById(this.#database, scope, community.id, context.clock.now());
  }

  /** The viewer's own communities. */
  communities(
    context: RequestContext,
    first: number,
    after: string | null | undefined,
  ): Promise<Connection<CommunityView>> {
    const actor = requireActor(context);
    const ids = [...new Set(actor.memberships.map((membership) => membership.communityId))];
    return readCommunities(this.#database, scopeOf(actor), ids, readPage(first, after), context.clock.now());
  }

  /** @throws AppError INVALID_TIME for knowledge of the future */
  async grids(
    context: RequestContext,
    code: string,
    validAt: Date | null | undefined,
    asOf: Date | null | undefined,
  ): Promise<GridView[]> {
    const { scope, community } = await this.#access(context, code);
    const now = context.clock.now();
    if (asOf && asOf > now) throw new AppError('INVALID_TIME', { value: asOf.toISOString() }, 'asOf');
    return readGrids(this.#database, scope, { communityId: community.id, validAt: validAt ?? now, asOf: asOf ?? null });
  }

  async gridAt(
    context: RequestContext,
    code: string,
    point: LonLatPoint,
    validAt: Date | null | undefined,
  ): Promise<GridView | null> {
    const { scope, community } = await this.#access(context, code);
    const at = { communityId: community.id, validAt: validAt ?? context.clock.now() };
    return gridAtPoint(this.#database, scope, at, checkPoint(point, 'point'));
  }

  async buildings(context: RequestContext, code: string, query: BuildingsQuery): Promise<Connection<BuildingView>> {
    const access = await this.#access(context, code);
    const filter = {
      bbox: query.bbox ? checkBoundingBox(query.bbox, 'bbox') : null,
      within: query.within ? polygonText(query.within, 'within') : null,
      gridId: query.grid ? gridIn(access, query.grid) : null,
    };
    return readBuildings(
      this.#database,
      access.scope,
      access.community.id,
      readPage(query.first, query.after),
      filter,
      context.clock.now(),
    );
  }

  /** GeoJSON text. */
  async featureCollection(
    context: RequestContext,
    code: string,
    layer: MapLayer,
    bbox: BoundingBox | null | undefined,
    validAt: Date | null | undefined,
  ): Promise<string> {
    const { scope, community } = await this.#access(context, code);
    const box = bbox ? checkBoundingBox(bbox, 'bbox') : null;
    return this.#layers.read(scope, {
      communityId: community.id,
      layer,
      bbox: box,
      validAt: validAt ?? context.clock.now(),
    });
  }

  async categories(context: RequestContext, code: string): Promise<CategoryView[]> {
    const { scope, community } = await this.#access(context, code);
    const norms = await this.#norms.normsInForce(scope, community.id, context.clock.now());
    return norms.categories.map((category) => categoryView(category, context.language));
  }

  #access(context: RequestContext, code: string): Promise<Access> {
    return this.#guard.byCode(context, code, Permission.ViewMap);
  }
}

function gridIn({ community }: Access, opaque: string): string {
  const { communityId, id } = decodeId(opaque, 'Grid', 'grid');
  if (communityId !== community.id) throw new AppError('NOT_FOUND', {}, 'grid');
  return id;
}
