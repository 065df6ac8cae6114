// Owns what the panels know of the server: one hook a question, asked again when the stream says so. Refuses writing:
// send-action.ts and registration.ts do that.
import { useMemo } from 'react';
import { dataKey, queryClient, useData } from '#api/client';
import { type Places, usePlaces } from '#api/community';
import type { RequestCategoriesQuery, RequestFilter, RequestRowFragment, RequestWholeFragment } from '#api/gql/graphql';
import { byPlace, type EntranceChoice } from './entrance-text.ts';
import {
  DoorsAtEntrance,
  RequestCategories,
  RequestDetail,
  RequestOrganizations,
  RequestRows,
  SimilarRequests,
} from './request-documents.ts';
import { useRequestEvents } from './use-request-events.ts';

/** One request, kept up to date. `request` is undefined while loading and null where there is none to see. */
export function useRequest(id: string) {
  const query = useData(RequestDetail, { id });
  useRequestEvents(id, () => void query.refetch());
  const node = query.data?.node;
  const request: RequestWholeFragment | null | undefined =
    node === undefined ? undefined : node?.__typename === 'ServiceRequest' ? node : null;
  return { request, failed: query.isError && request === undefined, error: query.error, refetch: query.refetch };
}

/** Puts what a mutation answered where the panels look, before the stream says anything. */
export function rememberRequest(request: RequestWholeFragment): void {
  queryClient.setQueryData(dataKey(RequestDetail, { id: request.id }), {
    node: { __typename: 'ServiceRequest', ...request },
  });
  void queryClient.invalidateQueries({ queryKey: dataKey(RequestRows) });
  void queryClient.invalidateQueries({ queryKey: dataKey(SimilarRequests) });
}

/** Requests by filter, newest first; as of an instant they never change. */
export function useRequestRows(
  community: string,
  filter: RequestFilter,
  first: number,
  { enabled = true, asOf = null }: { readonly enabled?: boolean; readonly asOf?: string | null } = {},
) {
  const query = useData(
    RequestRows,
    { community, first, filter, asOf },
    asOf === null ? { enabled, keepPrevious: true } : { enabled, staleMs: Infinity },
  );
  useRequestEvents(null, () => void (enabled && asOf === null && query.refetch()));
  const rows: readonly RequestRowFragment[] | undefined = query.data?.requests.edges.map(({ node }) => node);
  return {
    rows,
    total: query.data?.requests.totalCount ?? 0,
    failed: query.isError && rows === undefined,
    retry: () => void query.refetch(),
  };
}

/** Open ones of the entrance; with a category, those of the last 48 hours of that category, open ones first. */
export function useSimilar(community: string, entrance: string | null, category: string | null) {
  const byCategory = useData(
    SimilarRequests,
    { entrance: entrance ?? '', category: category ?? '' },
    { enabled: entrance !== null && category !== null },
  );
  const open = useRequestRows(community, { entrance, open: true }, 5, { enabled: entrance !== null });
  useRequestEvents(null, () => void (entrance !== null && category !== null && byCategory.refetch()));
  const similar = byCategory.data?.similarRequests.toSorted(
    (a, b) => Number(a.closedAt !== null) - Number(b.closedAt !== null),
  );
  const same = category === null ? [] : (similar ?? []);
  const others = (open.rows ?? []).filter(({ id }) => !same.some((row) => row.id === id));
  return { same, others: entrance === null ? [] : others, openCount: entrance === null ? null : open.total };
}

/** Matters with their clocks; undefined while loading. */
export function useCategories(community: string): RequestCategoriesQuery['categories'] | undefined {
  return useData(RequestCategories, { community }, { staleMs: Number.POSITIVE_INFINITY }).data?.categories;
}

/** Whom a request can be dispatched to, property firms first. */
export function useOrganizations(community: string) {
  const query = useData(RequestOrganizations, { community }, { staleMs: 60_000 });
  return query.data?.organizations.toSorted((a, b) => Number(b.kind === 'PROPERTY') - Number(a.kind === 'PROPERTY'));
}

/** An entrance with who answers for its grid. */
export interface PlaceChoice extends EntranceChoice {
  readonly households: number;
  readonly worker: string | null;
}

/** All entrances of the community in counting order; undefined while loading. */
export function usePlaceChoices(community: string): readonly PlaceChoice[] | undefined {
  const places = usePlaces(community);
  return useMemo(
    () =>
      places
        ? [...places.entrances.values()].map((entrance) => choiceOf(entrance, places)).toSorted(byPlace)
        : undefined,
    [places],
  );
}

function choiceOf(
  { id, name, number, households, building, gridMapId }: NonNullable<ReturnType<Places['entrances']['get']>>,
  places: Places,
): PlaceChoice {
  const grid = places.grids.get(gridMapId);
  return {
    id,
    name,
    number,
    households,
    buildingId: building.id,
    buildingNumber: building.number,
    buildingName: building.name,
    gridNumber: grid?.number ?? null,
    worker: grid?.worker?.name ?? null,
  };
}

/** Doors still to be knocked at today; null while unknown. */
export function useDoorsToKnock(entrance: string | null): number | null {
  const { data } = useData(DoorsAtEntrance, { entrance: entrance ?? '' }, { enabled: entrance !== null });
  return data ? Math.max(0, data.floorMatrix.due - data.floorMatrix.met) : null;
}
