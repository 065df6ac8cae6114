// Owns what one can do with the selected entrances, over the map: give them to a grid, lock them, swap two. Refuses selecting.
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { withGroup } from '#plan/plan-locks';
import type { PlanLockKind } from '#plan/plan-session.types';
import { TextAction } from '#ui/control';
import { GridSelect } from './grid-select.tsx';
import { locksOn, unitsByGrid } from './unit-locks.ts';

export function ActionBar() {
  const { t } = useTranslation();
  const formats = useFormats();
  const selected = usePlan((plan) => plan.selectedUnits);
  const units = usePlan((plan) => plan.units);
  const canEdit = usePlan((plan) => plan.acts.includes('EDIT'));
  const { selectUnits, move, swap } = usePlanActs();
  if (selected.length === 0) return null;
  const households = selected.reduce((sum, unit) => sum + (units[unit]?.households ?? 0), 0);
  const [one = -1, other = -1] = selected;
  const name = selected.length === 1 ? (units[one]?.name ?? '') : t('planMap.unitCount', { count: selected.length });
  return (
    <div className="qh-plan-actions" role="toolbar" aria-label={t('planMap.selection')}>
      <span className="qh-plan-actions-name" aria-live="polite">
        <b>{name}</b> {t('planMap.households', { number: formats.number(households) })}
        {canEdit ? <Along /> : null}
      </span>
      {canEdit ? (
        <>
          <MergeInto onGrid={(grid) => move(selected, grid)} />
          <LockMenu />
          {selected.length === 2 ? <TextAction text={t('planMap.swap')} onAction={() => swap(one, other)} /> : null}
        </>
      ) : null}
      <TextAction text={t('planMap.clear')} onAction={() => selectUnits([])} />
    </div>
  );
}

/** Who travels along when the selected are moved: they are locked together. */
function Along() {
  const { t } = useTranslation();
  const selected = usePlan((plan) => plan.selectedUnits);
  const units = usePlan((plan) => plan.units);
  const count = usePlan((plan) => withGroup(plan, plan.selectedUnits).length - plan.selectedUnits.length);
  const first = usePlan((plan) => withGroup(plan, plan.selectedUnits)[selected.length] ?? -1);
  if (count === 0) return null;
  const name = units[first]?.name ?? '';
  return (
    <span className="qh-plan-actions-along">
      {' '}
      {t(count === 1 ? 'planMap.alongOne' : 'planMap.alongMore', { name, number: count })}
    </span>
  );
}

function MergeInto({ onGrid }: { readonly onGrid: (grid: number) => void }) {
  const { t } = useTranslation();
  return (
    <span className="qh-plan-merge">
      {t('planMap.mergeInto')}
      <GridSelect
        label={t('planMap.mergeInto')}
        value={null}
        placeholder={t('planMap.grid')}
        withNone
        width={84}
        onChange={onGrid}
      />
    </span>
  );
}

/** 锁定: in their grid, together, with the worker; or off again. */
function LockMenu() {
  const { t } = useTranslation();
  const selected = usePlan((plan) => plan.selectedUnits);
  const assignment = usePlan((plan) => plan.assignment);
  const locks = usePlan((plan) => plan.locks);
  const grids = usePlan((plan) => plan.grids);
  const { lock, unlock } = usePlanActs();
  const held = locksOn(locks, selected);
  const groups = unitsByGrid(assignment, selected);
  const [only] = groups;
  const worker = groups.length === 1 && only ? (grids[only.grid]?.worker ?? null) : null;
  const lockEach = (kind: PlanLockKind) => {
    for (const { grid, units } of groups) lock(kind, units, grid);
  };
  const items = [
    { key: 'unit', label: t('planMap.lockUnit'), onClick: () => lockEach('UNIT') },
    ...(selected.length > 1
      ? [{ key: 'together', label: t('planMap.lockTogether'), onClick: () => lock('TOGETHER', selected, -1) }]
      : []),
    ...(worker === null
      ? []
      : [{ key: 'worker', label: t('planMap.lockWorker', { name: worker }), onClick: () => lockEach('WORKER') }]),
    ...(held.length === 0 ? [] : [{ key: 'off', label: t('planMap.unlock'), onClick: () => unlock(held) }]),
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="qh-text-action" aria-haspopup="menu" aria-keyshortcuts="K" title="K">
        {t('planMap.lock')}
      </button>
    </Dropdown>
  );
}
