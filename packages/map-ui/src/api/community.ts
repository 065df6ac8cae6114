// Owns what the page knows of one community: its facts, and its places by id and by mapId. Refuses figures: they live
// (live-store.ts).
import { useMemo } from 'react';
import { useData } from './client.ts';
import { graphql } from './gql/index.ts';
import type { CommunityFactsQuery, PlacesQuery } from './gql/graphql.ts';

graphql(`
  fragment AllTotals on Totals {
    asOf
    seq
    households
    residents
    openRequests
    overdueRequests
    doorsDue
    doorsMet
    doorsOverdue
  }
`);

const CommunityFacts = graphql(`
  query CommunityFacts($code: String!) {
    community(code: $code) {
      id
      code
      name
      nameEn
      timeZone
      synthetic
      geographyVersion
      attribution
      gridCount
      buildingCount
      households
      residents
      mode
      warnings
      totals {
        ...AllTotals
      }
    }
  }
`);

const Places = graphql(`
  query Places($community: String!, $validAt: DateTime) {
    grids(community: $community, validAt: $validAt) {
      id
      mapId
      number
      households
      residents
      worker {
        id
        name
      }
      branchSecretary {
        id
        name
      }
      entrances {
        id
        mapId
        name
        number
        households
        residents
        building {
          id
          mapId
          name
          number
        }
      }
    }
  }
`);

/** Facts of a community. */
export type Community = NonNullable<CommunityFactsQuery['community']>;
/** A grid with its people and entrances. */
export type GridPlace = PlacesQuery['grids'][number];
/** An entrance, its building, its grid's mapId. */
export type EntrancePlace = GridPlace['entrances'][number] & { readonly gridMapId: number };
/** A building with the sums of its entrances. */
export interface BuildingPlace {
  readonly id: string;
  readonly mapId: number;
  readonly name: string;
  readonly number: string;
  readonly households: number;
  /** Null: nobody counted them everywhere. */
  readonly residents: number | null;
  readonly gridMapIds: readonly number[];
}

/** All places of a community at one geography version, by mapId. */
export interface Places {
  readonly grids: ReadonlyMap<number, GridPlace>;
  readonly buildings: ReadonlyMap<number, BuildingPlace>;
  readonly entrances: ReadonlyMap<number, EntrancePlace>;
}

/** Facts of the community; null while loading, and where there is none for this viewer. */
export function useCommunity(code: string | null) {
  const { data, ...query } = useData(
    CommunityFacts,
    { code: code ?? '' },
    { enabled: code !== null, staleMs: 300_000, keepPrevious: true },
  );
  return { ...query, community: data?.community ?? null };
}

/**
 * Places of a community.
 *
 * @param validAt instant (ISO) of the plan; left out: the one in force
 */
export function usePlaces(code: string | null, validAt: string | null = null): Places | null {
  const { data } = useData(
    Places,
    { community: code ?? '', validAt },
    { enabled: code !== null, staleMs: 300_000, keepPrevious: true },
  );
  return useMemo(() => (data ? indexPlaces(data.grids) : null), [data]);
}

const plus = (sum: number | null, more: number | null | undefined) =>
  sum === null || more == null ? null : sum + more;

/** Places by mapId. O(entrances). */
export function indexPlaces(grids: readonly GridPlace[]): Places {
  const entrances = new Map<number, EntrancePlace>();
  const buildings = new Map<number, BuildingPlace>();
  for (const grid of grids) {
    for (const entrance of grid.entrances) {
      entrances.set(entrance.mapId, { ...entrance, gridMapId: grid.mapId });
      const { building } = entrance;
      const before = buildings.get(building.mapId);
      buildings.set(building.mapId, {
        ...building,
        households: (before?.households ?? 0) + entrance.households,
        residents: plus(before === undefined ? 0 : before.residents, entrance.residents),
        gridMapIds: [...new Set([...(before?.gridMapIds ?? []), grid.mapId])],
      });
    }
  }
  return { grids: new Map(grids.map((grid) => [grid.mapId, grid])), buildings, entrances };
}

/** The place with an opaque id, among one kind; undefined where there is none. O(places). */
export function findPlace<Place extends { readonly id: string }>(
  places: ReadonlyMap<number, Place> | undefined,
  id: string | null | undefined,
): Place | undefined {
  if (!places || !id) return undefined;
  for (const place of places.values()) if (place.id === id) return place;
  return undefined;
}
