// Owns the key that gives the draft another grid: the next number, or one that the community had before. Refuses choosing units for it.
import { Dropdown } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { TextAction } from '#ui/control';
import { addableGrids } from './addable-grids.ts';

export function AddGrid() {
  const { t } = useTranslation();
  const formats = useFormats();
  const acts = usePlanActs();
  const grids = usePlan((plan) => plan.grids);
  const openGrids = usePlan((plan) => plan.openGrids);
  const full = usePlan((plan) => plan.openGrids.length >= plan.units.length);
  const { next, former } = useMemo(() => addableGrids(grids, openGrids), [grids, openGrids]);
  if (next === null || full) return null;
  const named = (number: number) => t('plan.addGridNamed', { number: formats.grid(number) });
  if (former.length === 0)
    return <TextAction text={t('plan.addGrid')} label={named(next)} onAction={() => acts.addGrid(next)} />;
  const items = [
    { key: String(next), label: named(next) },
    ...former.map((number) => ({
      key: String(number),
      label: t('plan.addFormerGrid', { number: formats.grid(number) }),
    })),
  ];
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => acts.addGrid(Number(key)) }} trigger={['click']}>
      <button type="button" className="qh-text-action" aria-haspopup="menu">
        {t('plan.addGrid')}
      </button>
    </Dropdown>
  );
}
