// The places of one community as one request sees them: single asks gathered into batches, so that no nested field is N+1.
// Refuses to decide access: whoever asks has passed the guard, and row-level security is behind it.
import { scopeOf } from '#platform/actor';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { BatchLoader } from '#platform/graphql/batch-loader';
import type { RequestContext } from '#platform/graphql/context';
import { type BuildingView, buildingsById } from './building.read.ts';
import { type EntranceView, entrancesById, entrancesOfBuildings, entrancesOfGrids } from './entrance.read.ts';
import { gridOfEntrances, type GridView, gridsById } from './grid.read.ts';

export class Places {
  readonly #now: Date;
  readonly #atInstant = new Map<number, PlacesAt>();
  readonly #buildings: BatchLoader<BuildingView>;
  readonly #entrances: BatchLoader<EntranceView>;
  readonly #ofBuildings: BatchLoader<EntranceView[]>;
  readonly #at: (validAt: Date) => PlacesAt;

  constructor(database: Database, context: RequestContext, communityId: string) {
    const scope: Scope = context.actor ? scopeOf(context.actor) : { communities: [], personal: false };
    this.#now = context.clock.now();
    this.#buildings = new BatchLoader((ids) => buildingsById(database, scope, communityId, ids));
    this.#entrances = new BatchLoader((ids) => entrancesById(database, scope, communityId, ids));
    this.#ofBuildings = new BatchLoader((ids) => entrancesOfBuildings(database, scope, communityId, ids));
    this.#at = (validAt) => placesAt(database, scope, communityId, validAt);
  }

  building(id: string): Promise<BuildingView | undefined> {
    return this.#buildings.get(id);
  }

  entrance(id: string): Promise<EntranceView | undefined> {
    return this.#entrances.get(id);
  }

  async entrancesOfBuilding(id: string): Promise<readonly EntranceView[]> {
    return (await this.#ofBuildings.get(id)) ?? [];
  }

  async entrancesOfGrid(id: string, validAt: Date | null = null): Promise<readonly EntranceView[]> {
    return (await this.#instant(validAt).entrancesOfGrids.get(id)) ?? [];
  }

  grid(id: string, validAt: Date | null = null): Promise<GridView | undefined> {
    return this.#instant(validAt).grids.get(id);
  }

  async gridOfEntrance(id: string, validAt: Date | null = null): Promise<GridView | undefined> {
    const gridId = await this.#instant(validAt).gridIdOfEntrances.get(id);
    return gridId === undefined ? undefined : this.grid(gridId, validAt);
  }

  #instant(validAt: Date | null): PlacesAt {
    const at = validAt ?? this.#now;
    const known = this.#atInstant.get(at.getTime()) ?? this.#at(at);
    this.#atInstant.set(at.getTime(), known);
    return known;
  }
}

interface PlacesAt {
  readonly grids: BatchLoader<GridView>;
  readonly gridIdOfEntrances: BatchLoader<string>;
  readonly entrancesOfGrids: BatchLoader<EntranceView[]>;
}

function placesAt(database: Database, scope: Scope, communityId: string, validAt: Date): PlacesAt {
  const at = { communityId, validAt };
  return {
    grids: new BatchLoader((ids) => gridsById(database, scope, at, ids)),
    gridIdOfEntrances: new BatchLoader(async (ids) => {
      const grids = await gridOfEntrances(database, scope, at, ids);
      return new Map([...grids].map(([entranceId, { gridId }]) => [entranceId, gridId]));
    }),
    entrancesOfGrids: new BatchLoader((ids) => entrancesOfGrids(database, scope, communityId, ids, validAt)),
  };
}
