// Owns the breaks of the day, asked once a day and view. Refuses to compute them: the server does, for everybody alike.
import { useMemo } from 'react';
import { useData } from '#api/client';
import { graphql } from '#api/gql/index';
import type { By, DayBreaksQuery, Normalise, Window } from '#api/gql/graphql';
import type { Breaks } from './figure-looks.ts';

const DayBreaks = graphql(`
  query DayBreaks($community: String!, $by: By!, $window: Window!, $normalise: Normalise!) {
    breaks(community: $community, by: $by, window: $window, normalise: $normalise) {
      metric
      five
      three
      day
    }
  }
`);

/** Breaks by which areas are classed; null while loading. */
export function useBreaks(community: string, by: By, window: Window, normalise: Normalise): Breaks | null {
  const { data } = useData(DayBreaks, { community, by, window, normalise }, { staleMs: 600_000, refetchMs: 1_800_000 });
  return useMemo(() => (data ? pick(data.breaks) : null), [data]);
}

type Row = DayBreaksQuery['breaks'][number];

function pick(rows: readonly Row[]): Breaks {
  const of = (metric: Row['metric']) => rows.find((row) => row.metric === metric) ?? { five: [], three: [] };
  const { five, three } = of('NEW_REQUESTS');
  return { requests: { five, three }, visits: of('VISITS'), day: rows[0]?.day ?? '' };
}
