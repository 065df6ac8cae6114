// Owns counting a past day by today's grids: figures of entrances summed into the grids they lie in now. Pure. Refuses to
// average rates: numerators and denominators are summed, then divided.
import type { Figure, LiveArea } from '#api/live-store';
import type { Normalise } from '#api/gql/graphql';

/** Where an entrance lies. */
export interface GridOf {
  readonly id: string;
  readonly mapId: number;
}

/**
 * Areas of grids from areas of entrances. O(entrances × metrics).
 *
 * @param gridOf grid of an entrance by the entrance's mapId; entrances without one are left out
 */
export function regroup(
  entrances: readonly LiveArea[],
  gridOf: ReadonlyMap<number, GridOf>,
  normalise: Normalise,
): Map<number, LiveArea> {
  const sums = new Map<number, { id: string; mapId: number; figures: Figure[] }>();
  for (const { mapId, figures } of entrances) {
    const grid = gridOf.get(mapId);
    if (!grid) continue;
    const before = sums.get(grid.mapId);
    const summed = before ? before.figures.map((figure, index) => add(figure, figures[index])) : [...figures];
    sums.set(grid.mapId, { ...grid, figures: summed });
  }
  return new Map(
    [...sums].map(([mapId, area]) => [
      mapId,
      { ...area, figures: area.figures.map((figure) => divided(figure, normalise)) },
    ]),
  );
}

function add(sum: Figure, part: Figure | undefined): Figure {
  if (!part) return sum;
  const denominator =
    sum.denominator == null && part.denominator == null ? null : (sum.denominator ?? 0) + (part.denominator ?? 0);
  return { ...sum, numerator: sum.numerator + part.numerator, n: sum.n + part.n, denominator };
}

function divided(figure: Figure, normalise: Normalise): Figure {
  const { metric, numerator, denominator } = figure;
  if (metric === 'COVERAGE') {
    return denominator
      ? { ...figure, value: numerator / denominator, reason: null }
      : { ...figure, value: null, reason: 'NONE_DUE' };
  }
  if (normalise === 'NONE') return { ...figure, value: numerator, reason: null };
  const per = normalise === 'PER_100_HOUSEHOLDS' ? 100 : 1;
  return denominator
    ? { ...figure, value: (per * numerator) / denominator, reason: null }
    : { ...figure, value: null, reason: 'NO_HOUSEHOLDS' };
}
