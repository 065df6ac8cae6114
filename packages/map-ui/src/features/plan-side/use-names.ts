// Owns how units and grids of the open plan are named in sentences.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan } from '#plan/open-plan';
import type { Naming } from './move-words.ts';

/** Names of the open plan's units and grids, by index; -1 is 未分配. */
export function useNames(): Naming {
  const { t } = useTranslation();
  const formats = useFormats();
  const units = usePlan((plan) => plan.units);
  const grids = usePlan((plan) => plan.grids);
  return useMemo(
    () => ({
      t,
      formats,
      unitName: (unit) => units[unit]?.name ?? '',
      gridName: (grid) => {
        const number = grids[grid]?.number;
        return number === undefined ? t('planSide.unassigned') : t('map.gridNumber', { number: formats.grid(number) });
      },
    }),
    [t, formats, units, grids],
  );
}
