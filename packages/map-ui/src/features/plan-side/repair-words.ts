// Owns the sentence that says what a repair does: 17栋4单元由14并入11:11为 354 户,14为 324 户,两边都合限,再多 66 户换人. Pure.
import { gridLoads, type PlanQuestion } from '@qinghe/rebalance';
import type { LimitRepair } from '#plan/limit-repair';
import type { Naming } from './move-words.ts';

/** Two sentences in one: who moves, and what that leaves. */
export function repairWords(repair: LimitRepair, question: PlanQuestion, naming: Naming): string {
  const { t, formats, unitName, gridName } = naming;
  const measure = question.measures[0];
  const loads = gridLoads(measure, repair.assignment, question.gridCount);
  const touched = [...new Set(repair.moves.flatMap(({ from, to }) => [to, from]))];
  const moves = repair.moves.map(({ unit, from, to }) =>
    t('planSide.repairMove', { unit: unitName(unit), from: gridName(from), to: gridName(to) }),
  );
  const stand = touched.map((grid) =>
    t('planSide.gridHas', { grid: gridName(grid), households: formats.number(loads[grid] ?? 0) }),
  );
  const within = touched.every((grid) => {
    const load = loads[grid] ?? 0;
    return load >= measure.lower && load <= measure.upper;
  });
  const households = { value: formats.number(Math.abs(repair.disruption)) };
  return t('planSide.repairWords', {
    moves: moves.join(t('planSide.and')),
    stand: stand.join(t('planSide.comma')),
    within: t(within ? 'planSide.allWithin' : 'planSide.nothingWorse'),
    cost: t(repair.disruption >= 0 ? 'planSide.costsMore' : 'planSide.costsLess', households),
  });
}
