// Owns the sentence that says why a unit is moved: 8栋2单元:03网格超 22%,05网格缺 14%;不动则 03网格仍超 11%. Pure.
import type { TFunction } from 'i18next';
import type { Formats } from '#i18n/index';
import type { MoveReason } from './move-reason.ts';

/** What a sentence needs to name things. */
export interface Naming {
  readonly t: TFunction;
  readonly formats: Pick<Formats, 'percent' | 'number'>;
  readonly unitName: (unit: number) => string;
  /** 03网格 */
  readonly gridName: (grid: number) => string;
}

/** Nearer to the target than this is on it. */
const ON_TARGET = 0.005;

function standing(grid: number, share: number, { t, formats, gridName }: Naming): string {
  const words = { grid: gridName(grid), share: formats.percent(Math.abs(share)) };
  if (Math.abs(share) < ON_TARGET) return t('planSide.onTarget', words);
  return t(share > 0 ? 'planSide.over' : 'planSide.short', words);
}

/** One sentence. */
export function moveWords(reason: MoveReason, naming: Naming): string {
  const { t, unitName } = naming;
  return t('planSide.moveReason', {
    unit: unitName(reason.unit),
    from: standing(reason.from, reason.fromBefore, naming),
    to: standing(reason.to, reason.toBefore, naming),
    without: consequences(reason, naming),
  });
}

/** The hardest consequences first; where there is none, what people would be spared. */
function consequences(reason: MoveReason, naming: Naming): string {
  const { t, formats, gridName } = naming;
  const hard = [
    ...reason.breaks.map(({ grid, load, limit, over }) =>
      t(over ? 'planSide.breaksUpper' : 'planSide.breaksLower', {
        grid: gridName(grid),
        load: formats.number(load),
        limit: formats.number(limit),
      }),
    ),
    ...reason.fallApart.map((grid) => t('planSide.fallsApart', { grid: gridName(grid) })),
    ...(reason.breaksLock ? [t('planSide.breaksLock')] : []),
  ];
  if (hard.length > 0) return hard.join(t('planSide.and'));
  const worse = [
    [reason.from, reason.fromWithout],
    [reason.to, reason.toWithout],
  ] as const;
  const [grid, share] = worse.reduce((one, other) => (Math.abs(other[1]) > Math.abs(one[1]) ? other : one));
  const still = Math.abs(share) < ON_TARGET ? 'stillOnTarget' : share > 0 ? 'stillOver' : 'stillShort';
  return t(`planSide.${still}`, { grid: gridName(grid), share: formats.percent(Math.abs(share)) });
}
