// Use case: what plans of a community are made on. Geometry comes from the ground that a plan in force is drawn with.
// Refuses to look at any plan: the ground is the same for all of them.
import { fill, type Language, type Text } from '@qinghe/schema';
import { type Access, type Guard, Permission } from '#modules/access';
import { type GeographyFace, type Ground, placeName } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import type { RequestContext } from '#platform/graphql/context';
import { encodeId } from '#platform/ids';
import { startOfDay, windowStart } from '#platform/time/zoned-time';
import {
  type FigureSpan,
  readCareFigures,
  readRequestFigures,
  readUnitPlaces,
  type UnitPlace,
} from './unit-figures.read.ts';

/** A unit in the contract's shape: ids are opaque, figures are sums. */
export interface PlanUnit {
  readonly entrance: string;
  readonly mapId: number;
  readonly building: string;
  readonly buildingMapId: number;
  readonly buildingName: string;
  readonly name: string;
  /** Longitude, latitude. */
  readonly point: readonly number[];
  readonly households: number;
  readonly residents: number | null;
  readonly dailyCareDoors: number;
  readonly openRequests: number;
  readonly requestsPerWeek: number;
  readonly doorsDuePerWeek: number;
  readonly floorsPerWeek: number;
}

export interface PlanGrid {
  readonly grid: string;
  readonly number: number;
  readonly mapId: number;
  readonly worker: string | null;
  /** No plan ever had it in force: a draft added it. */
  readonly drafted: boolean;
}

/** In the contract's shape; `borders`, `barrierCrossings` and `arcs` name units by their index in `units`. */
export interface PlanGround {
  readonly geographyVersion: number;
  readonly units: readonly PlanUnit[];
  readonly grids: readonly PlanGrid[];
  readonly borders: readonly (readonly number[])[];
  readonly barrierCrossings: readonly (readonly number[])[];
  readonly arcs: string;
  readonly figuresFrom: Date;
  readonly figuresTo: Date;
}

export interface PlanGroundDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
}

export class PlanGroundService {
  readonly #deps: PlanGroundDeps;

  constructor(deps: PlanGroundDeps) {
    this.#deps = deps;
  }

  /** Null for a community without buildings. @throws AppError NOT_FOUND, FORBIDDEN */
  async ground(context: RequestContext, community: string): Promise<PlanGround | null> {
    const access = await this.#deps.guard.byCode(context, community, Permission.ReadPlans);
    const now = context.clock.now();
    const zone = access.community.timeZone;
    const span = { from: windowStart('D90', now, zone), to: startOfDay(now, zone), now };
    const { version, ground } = await this.#deps.geography.groundOf(access.scope, access.community.id);
    if (!ground) return null;
    return {
      geographyVersion: version,
      units: await this.#units(access, context, ground, span),
      grids: await this.#grids(access, context, now),
      borders: bordersOf(ground),
      barrierCrossings: pairsOf(ground.coverage.barrierCrossings),
      arcs: arcsText(ground),
      figuresFrom: span.from,
      figuresTo: span.to,
    };
  }

  async #units(
    { scope, community }: Access,
    { language }: RequestContext,
    ground: Ground,
    span: FigureSpan,
  ): Promise<PlanUnit[]> {
    const { database, geography } = this.#deps;
    const { visitCadenceDays } = await geography.normsInForce(scope, community.id, span.now);
    const [places, requests, care] = await Promise.all([
      readUnitPlaces(database, scope, community.id),
      readRequestFigures(database, scope, community.id, span),
      readCareFigures(database, scope, community.id, span.now, visitCadenceDays),
    ]);
    const placeOf = new Map(places.map((place) => [place.entranceId, place]));
    return ground.units.flatMap(({ id }) => {
      const place = placeOf.get(id);
      if (!place) return [];
      const { households, residents, mapId, buildingMapId } = place;
      return {
        entrance: encodeId('Entrance', community.id, id),
        mapId,
        building: encodeId('Building', community.id, place.buildingId),
        buildingMapId,
        ...namesOf(place, language),
        point: [place.longitude, place.latitude],
        households,
        residents,
        dailyCareDoors: care.get(id)?.dailyDoors ?? 0,
        openRequests: requests.get(id)?.open ?? 0,
        requestsPerWeek: requests.get(id)?.perWeek ?? 0,
        doorsDuePerWeek: care.get(id)?.doorsDuePerWeek ?? 0,
        floorsPerWeek: care.get(id)?.floorsPerWeek ?? 0,
      };
    });
  }

  /** Every grid that ever was: a return to an earlier plan needs them all, and a draft may take one up again. */
  async #grids({ scope, community }: Access, context: RequestContext, now: Date): Promise<PlanGrid[]> {
    const rows = await this.#deps.database.read<Omit<PlanGrid, 'grid' | 'worker'> & { id: string }>(
      scope,
      sql`
      select g.id, g.number, g.map_id as "mapId", not exists (
        select 1 from grid_versions v where v.community_id = g.community_id and v.grid_id = g.id and upper_inf(v.recorded)) as drafted
      from grids g where g.community_id = ${community.id}::uuid order by g.number`,
    );
    const serving = this.#deps.people.servingOf(context, community.id);
    return Promise.all(
      rows.map(async ({ id, ...row }) => {
        const worker = await serving.ofGrid(id, 'workerId', now);
        return { grid: encodeId('Grid', community.id, id), ...row, worker: worker?.name ?? null };
      }),
    );
  }
}

const NAMELESS: Text = { zh: '未命名楼栋{number}', en: 'Unnamed building {number}' };

/** Maps know many buildings without a name: a planner still has to tell them apart. */
function namesOf({ buildingName, buildingMapId, name }: UnitPlace, language: Language) {
  if (buildingName) return { buildingName: placeName(buildingName, language), name: placeName(name, language) };
  const nameless = fill(NAMELESS, language, { number: buildingMapId });
  return { buildingName: nameless, name: nameless + name };
}

/** Each pair once, the smaller index first. */
function bordersOf({ units, coverage: { adjacency } }: Ground): number[][] {
  const { offsets, neighbours, borderDecimetres, costDecimetres } = adjacency;
  const borders: number[][] = [];
  for (let unit = 0; unit < units.length; unit += 1) {
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at += 1) {
      const other = neighbours[at]!;
      if (unit < other) borders.push([unit, other, borderDecimetres[at]!, costDecimetres[at]!]);
    }
  }
  return borders;
}

/** The lower index first, as in the coverage; ascending. */
function pairsOf(flat: Int32Array): number[][] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at]!, flat[2 * at + 1]!]).toSorted(
    ([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d,
  );
}

function arcsText({ anchor, coverage: { arcs } }: Ground): string {
  const { offsets, points, left, right, start, end } = arcs;
  const lists = Object.entries({ offsets, points, left, right, start, end });
  return JSON.stringify({ anchor, ...Object.fromEntries(lists.map(([name, list]) => [name, [...list]])) });
}
