// Owns how locks are named in a sentence: a locked grid by its number, others by the entrances they hold. Pure. Refuses markup.
import type { TFunction } from 'i18next';
import type { Formats } from '#i18n/index';
import type { PlanGridModel, PlanLockModel, PlanUnitModel } from './plan-session.types.ts';

/** What locks are named with. */
export interface LockWords {
  readonly t: TFunction;
  readonly formats: Pick<Formats, 'grid'>;
  readonly grids: readonly Pick<PlanGridModel, 'number'>[];
  readonly units: readonly Pick<PlanUnitModel, 'name'>[];
}

const NAMED = 2;

/** Locked grids first, ascending, then entrances; each place once. E.g. 3网格、13栋1单元. */
export function lockPlaces(locks: readonly PlanLockModel[], { t, formats, grids, units }: LockWords): string {
  const [whole, held] = [locks.filter(({ kind }) => kind === 'GRID'), locks.filter(({ kind }) => kind !== 'GRID')];
  const numbers = new Set(whole.flatMap(({ grid }) => grids[grid]?.number ?? []));
  const names = new Set(
    held.map((lock) =>
      unitNames(
        lock.units.map((unit) => units[unit]?.name ?? ''),
        t,
      ),
    ),
  );
  return [
    ...[...numbers]
      .toSorted((one, other) => one - other)
      .map((number) => t('grid.title', { number: formats.grid(number) })),
    ...names,
  ].join(t('plan.and'));
}

function unitNames(names: readonly string[], t: TFunction): string {
  const text = names.slice(0, NAMED).join(t('plan.and'));
  return names.length > NAMED ? t('plan.andMore', { names: text, count: names.length }) : text;
}
