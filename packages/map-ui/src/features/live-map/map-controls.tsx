// Owns the choices of what the map shows: measure, area, window, scale. They live in the address.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Segmented, TextAction, WINDOWS } from '#ui/control';
import { flyTo } from '#view/map-port';
import { type Measure, setView, useView, type ViewBy, type ViewNormalise, type ViewWindow } from '#view/view-state';

const BYS = { grid: 'legend.byGrid', building: 'legend.byBuilding', entrance: 'legend.byEntrance' } as const;
const SCALES = { per100: 'legend.per100', count: 'legend.count' } as const;

interface ChoiceProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly options: { value: Value; label: string }[];
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, ...choice }: ChoiceProps<Value>) {
  return (
    <Select<Value> aria-label={label} size="small" variant="borderless" popupMatchSelectWidth={false} {...choice} />
  );
}

/** 诉求 / 走访 / 两者; heat shows one at a time, so 两者 leads back to areas. */
export function MeasureChoice() {
  const { t } = useTranslation();
  const measure = useView((view) => view.measure);
  const options: readonly { readonly value: Measure; readonly text: string }[] = [
    { value: 'requests', text: t('legend.requests') },
    { value: 'visits', text: t('legend.visits') },
    { value: 'both', text: t('legend.both') },
  ];
  return (
    <Segmented
      label={t('legend.measure')}
      options={options}
      value={measure}
      onChange={(value) => setView(value === 'both' ? { measure: value, heat: false } : { measure: value })}
    />
  );
}

/** 按网格 / 按楼栋 / 按单元, or 热力: what the measure is drawn as. */
export function AreaChoice() {
  const { t } = useTranslation();
  const { by, heat, measure } = useView((view) => view);
  const choose = (value: ViewBy | 'heat') =>
    setView(
      value === 'heat'
        ? { heat: true, ...(measure === 'both' ? { measure: 'requests' } : {}) }
        : { by: value, heat: false },
    );
  return (
    <Choice<ViewBy | 'heat'>
      label={t('legend.by')}
      value={heat ? 'heat' : by}
      options={[
        ...(Object.keys(BYS) as ViewBy[]).map((value) => ({ value, label: t(BYS[value]) })),
        { value: 'heat' as const, label: t('legend.heat') },
      ]}
      onChange={choose}
    />
  );
}

/** 按网格 · 近7天 · 每百户; a day played back is its own window. */
export function MapControls() {
  const { t } = useTranslation();
  const { window, normalise, heat } = useView((view) => view);
  const playsDays = useView(({ time }) => time.kind === 'day' || time.kind === 'range');
  return (
    <div className="qh-map-controls">
      <AreaChoice />
      {playsDays ? null : (
        <Choice<ViewWindow>
          label={t('legend.windowLabel')}
          value={window}
          options={WINDOWS.map((value) => ({ value, label: t(`legend.window${value}`) }))}
          onChange={(value) => setView({ window: value })}
        />
      )}
      {heat ? null : (
        <Choice<ViewNormalise>
          label={t('legend.normalise')}
          value={normalise}
          options={(Object.keys(SCALES) as ViewNormalise[]).map((value) => ({ value, label: t(SCALES[value]) }))}
          onChange={(value) => setView({ normalise: value })}
        />
      )}
      <TextAction text={t('map.whole')} onAction={() => flyTo({ kind: 'all' })} />
    </div>
  );
}
