// Owns the figures of the day that is played: asked in blocks, the next block ahead of time. Refuses the clock.
import { useMemo } from 'react';
import { usePlaces } from '#api/community';
import { type PastDay, usePastDays } from '#api/past-figures';
import type { LiveArea } from '#api/live-store';
import { byOf, liveQuestionOf, normaliseOf } from '#view/live-question';
import { useView } from '#view/view-state';
import { blockOf, type Day } from './community-day.ts';
import { regroup } from './regroup.ts';

/** Days asked for together: a day of many places weighs more. */
const BLOCK = { GRID: 7, BUILDING: 4, ENTRANCE: 2 } as const;

/** The day played and its areas by mapId; null while loading. */
export interface DayFigures {
  readonly day: PastDay | null;
  readonly areas: ReadonlyMap<number, LiveArea> | null;
  readonly error: Error | null;
}

/** @param today the last day that exists; its answer ages */
export function useDayFigures(community: string, days: readonly Day[], index: number, today: Day): DayFigures {
  const view = useView((state) => state);
  const shownBy = byOf(view);
  const regrouped = shownBy === 'GRID' && view.grids === 'now';
  const by = regrouped ? 'ENTRANCE' : shownBy;
  const question = { community, by, metrics: liveQuestionOf(view, community).metrics, normalise: normaliseOf(view) };
  const block = blockOf(days, index, BLOCK[by]);
  const next = blockOf(days, index + BLOCK[by], BLOCK[by]);
  const asked = (span: typeof block) => ({ enabled: span !== null, lastDayEnded: span !== null && span.to < today });
  const { days: known, error } = usePastDays(question, block ?? { from: today, to: today }, asked(block));
  usePastDays(question, next ?? { from: today, to: today }, asked(next));
  const places = usePlaces(community);
  const day = known?.find((each) => each.day === days[index]) ?? null;
  const areas = useMemo(() => {
    if (!day) return null;
    if (!regrouped) return new Map(day.cells.map((cell) => [cell.mapId, cell]));
    if (!places) return null;
    const gridOf = new Map(
      [...places.entrances].map(([mapId, { gridMapId }]) => [
        mapId,
        { id: places.grids.get(gridMapId)?.id ?? '', mapId: gridMapId },
      ]),
    );
    return regroup(day.cells, gridOf, question.normalise);
  }, [day, regrouped, places, question.normalise]);
  return { day, areas, error };
}
