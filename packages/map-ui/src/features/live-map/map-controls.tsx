// Owns the choices of what the map shows: measure, area, window, scale. They live in the address.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Segmented, TextAction, WINDOWS } from '#ui/control';
import { flyTo } from '#view/map-port';
import { type Measure, setView, useView, type ViewBy, type ViewNormalise, type ViewWindow } from '#view/view-state';

const BYS = { grid: 'legend.byGrid', building: 'legend.byBuilding', entrance: 'legend.byEntrance' } as const;
const SCALES = { per100: 'legend.per100', count: 'legend.count' } as const;

/** 诉求 / 走访 / 两者 / 热力 */
export function MeasureChoice() {
  const { t } = useTranslation();
  const measure = useView((view) => view.measure);
  const options: readonly { readonly value: Measure; readonly text: string }[] = [
    { value: 'requests', text: t('legend.requests') },
    { value: 'visits', text: t('legend.visits') },
    { value: 'both', text: t('legend.both') },
    { value: 'heat', text: t('legend.heat') },
  ];
  return (
    <Segmented
      label={t('legend.measure')}
      options={options}
      value={measure}
      onChange={(value) => setView({ measure: value })}
    />
  );
}

/** 按网格 · 近7天 · 每百户 */
export function MapControls() {
  const { t } = useTranslation();
  const { by, window, normalise, measure } = useView((view) => view);
  return (
    <div className="qh-map-controls">
      <Select<ViewBy>
        aria-label={t('legend.by')}
        size="small"
        variant="borderless"
        value={by}
        disabled={measure === 'heat'}
        popupMatchSelectWidth={false}
        options={(Object.keys(BYS) as ViewBy[]).map((value) => ({ value, label: t(BYS[value]) }))}
        onChange={(value) => setView({ by: value })}
      />
      <Select<ViewWindow>
        aria-label={t('legend.windowLabel')}
        size="small"
        variant="borderless"
        value={window}
        popupMatchSelectWidth={false}
        options={WINDOWS.map((value) => ({ value, label: t(`legend.window${value}`) }))}
        onChange={(value) => setView({ window: value })}
      />
      <Select<ViewNormalise>
        aria-label={t('legend.normalise')}
        size="small"
        variant="borderless"
        value={normalise}
        disabled={measure === 'heat'}
        popupMatchSelectWidth={false}
        options={(Object.keys(SCALES) as ViewNormalise[]).map((value) => ({ value, label: t(SCALES[value]) }))}
        onChange={(value) => setView({ normalise: value })}
      />
      <TextAction text={t('map.whole')} onAction={() => flyTo({ kind: 'all' })} />
    </div>
  );
}
