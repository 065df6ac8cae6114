// Owns the choice of a grid of the plan, by number with its tint. Refuses what the choice does.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlan } from '#plan/open-plan';
import { TINTS } from '#ui/theme';
import { gridLabel } from './plan-parts.ts';

/** Props of `GridSelect`. */
export interface GridSelectProps {
  readonly label: string;
  /** Index of the grid; -1: none; null: nothing chosen yet. */
  readonly value: number | null;
  readonly placeholder?: string;
  /** Offers "no grid" too. */
  readonly withNone?: boolean;
  readonly disabled?: boolean;
  readonly width?: number;
  readonly onChange: (grid: number) => void;
}

export function GridSelect({
  label,
  value,
  placeholder,
  withNone = false,
  disabled = false,
  width = 96,
  onChange,
}: GridSelectProps) {
  const { t } = useTranslation();
  const grids = usePlan((plan) => plan.grids);
  const openGrids = usePlan((plan) => plan.openGrids);
  const tints = usePlan((plan) => plan.tints);
  const options = openGrids.map((grid) => ({
    value: grid,
    label: (
      <span className="qh-grid-option">
        <i style={{ background: TINTS[tints[grid] ?? 0] }} />
        {gridLabel(grids, grid)}
      </span>
    ),
    search: gridLabel(grids, grid),
  }));
  const none = { value: -1, label: <span className="qh-grid-option">{t('planMap.noGrid')}</span>, search: '' };
  return (
    <Select<number>
      size="small"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={false}
      style={{ width }}
      options={withNone ? [...options, none] : options}
      onChange={onChange}
    />
  );
}
