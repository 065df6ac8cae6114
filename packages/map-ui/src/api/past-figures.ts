// Owns figures of the past: of whole days played back, and as of one instant. Refuses the present (live-store.ts) and
// anything that changes: the same question always has the same answer, so it is asked once.
import { useMemo } from 'react';
import { useData } from './client.ts';
import { graphql } from './gql/index.ts';
import type { By, DensityDaysQuery, FiguresAtQuery, Normalise, Window } from './gql/graphql.ts';
import type { Figure, LiveArea } from './live-store.ts';

const DensityDays = graphql(`
  query DensityDays(
    $community: String!
    $by: By!
    $metrics: [Metric!]!
    $normalise: Normalise!
    $from: Date!
    $to: Date!
  ) {
    densityDays(community: $community, by: $by, metrics: $metrics, normalise: $normalise, from: $from, to: $to) {
      days {
        day
        asOf
        cells {
          ...LiveCellParts
        }
        events {
          ...LiveEventParts
        }
      }
    }
  }
`);

graphql(`
  fragment PastDensity on Density {
    asOf
    windowStart
    windowEnd
    cells {
      id
      mapId
      value
      numerator
      denominator
      n
      reason
    }
  }
`);

const FiguresAt = graphql(`
  query FiguresAt(
    $community: String!
    $by: By!
    $normalise: Normalise!
    $window: Window!
    $asOf: DateTime!
    $validAt: DateTime
  ) {
    NEW_REQUESTS: density(
      community: $community
      by: $by
      metric: NEW_REQUESTS
      normalise: $normalise
      window: $window
      asOf: $asOf
      validAt: $validAt
    ) {
      ...PastDensity
    }
    VISITS: density(
      community: $community
      by: $by
      metric: VISITS
      normalise: $normalise
      window: $window
      asOf: $asOf
      validAt: $validAt
    ) {
      ...PastDensity
    }
    OPEN_REQUESTS: density(
      community: $community
      by: $by
      metric: OPEN_REQUESTS
      normalise: $normalise
      window: $window
      asOf: $asOf
      validAt: $validAt
    ) {
      ...PastDensity
    }
    OVERDUE_REQUESTS: density(
      community: $community
      by: $by
      metric: OVERDUE_REQUESTS
      normalise: $normalise
      window: $window
      asOf: $asOf
      validAt: $validAt
    ) {
      ...PastDensity
    }
    DOORS_MET: density(
      community: $community
      by: $by
      metric: DOORS_MET
      normalise: $normalise
      window: $window
      asOf: $asOf
      validAt: $validAt
    ) {
      ...PastDensity
    }
    DOORS_DUE: density(
      community: $community
      by: $by
      metric: DOORS_DUE
      normalise: $normalise
      window: $window
      asOf: $asOf
      validAt: $validAt
    ) {
      ...PastDensity
    }
  }
`);

/** A day as it ended (today: as it stands), and that day's new requests. */
export type PastDay = DensityDaysQuery['densityDays']['days'][number];

/** What days are asked by. */
export interface PastQuestion {
  readonly community: string;
  readonly by: By;
  readonly metrics: Figure['metric'] | readonly Figure['metric'][];
  readonly normalise: Normalise;
}

/** Figures as of one instant. */
export interface FiguresOfInstant {
  /** Instants, ISO 8601. */
  readonly asOf: string;
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly areas: ReadonlyMap<number, LiveArea>;
}

/**
 * Days from `from` to `to`, YYYY-MM-DD of the community, both included, at most 90.
 * @param lastDayEnded false: the last day is today, whose answer ages
 */
export function usePastDays(
  question: PastQuestion,
  span: { readonly from: string; readonly to: string },
  options: { readonly enabled: boolean; readonly lastDayEnded: boolean },
) {
  const { data, error, isFetching } = useData(
    DensityDays,
    { ...question, metrics: [question.metrics].flat(), ...span },
    { enabled: options.enabled, staleMs: options.lastDayEnded ? Infinity : 60_000 },
  );
  return { days: data?.densityDays.days ?? null, error, isFetching };
}

/**
 * All areas as of an instant.
 * @param validAt instant of the plan whose grids are counted; null: the one in force
 */
export function useFiguresAt(
  question: Omit<PastQuestion, 'metrics'> & {
    readonly window: Window;
    readonly asOf: string;
    readonly validAt: string | null;
  },
  enabled: boolean,
) {
  const { data, error } = useData(FiguresAt, question, { enabled, staleMs: Infinity });
  const figures = useMemo(() => (data ? areasOf(data) : null), [data]);
  return { figures, error };
}

/** One area with all metrics from the answers to each. O(areas × metrics). */
export function areasOf(answer: FiguresAtQuery): FiguresOfInstant {
  const areas = new Map<number, { id: string; mapId: number; figures: Figure[] }>();
  for (const [metric, { cells }] of Object.entries(answer) as [Figure['metric'], FiguresAtQuery['VISITS']][]) {
    for (const { id, mapId, ...figure } of cells) {
      const area = areas.get(mapId) ?? { id, mapId, figures: [] };
      area.figures.push({ ...figure, metric });
      areas.set(mapId, area);
    }
  }
  const { asOf, windowStart, windowEnd } = answer.NEW_REQUESTS;
  return { asOf, windowStart, windowEnd, areas };
}
