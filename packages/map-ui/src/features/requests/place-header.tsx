// Owns the place of a new request: its name, who answers for it, three figures. Refuses anything personal of residents.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { Num } from '#ui/number';
import { TextAction } from '#ui/control';
import { gridLabel } from './moment.ts';
import { type PlaceChoice, useDoorsToKnock } from './request-data.ts';

/** Props of `PlaceHeader`. */
export interface PlaceHeaderProps {
  readonly place: PlaceChoice;
  /** Null while unknown. */
  readonly openCount: number | null;
  readonly onChange: (() => void) | null;
}

export function PlaceHeader({ place, openCount, onChange }: PlaceHeaderProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const doors = useDoorsToKnock(place.id);
  const written = (value: number | null) => (value === null ? '–' : formats.number(value));
  const figures = [
    { label: t('requests.householdsHere'), value: written(place.households), unit: t('requests.unitDoors') },
    { label: t('requests.openHere'), value: written(openCount), unit: t('requests.unitRequests') },
    { label: t('requests.doorsToKnock'), value: written(doors), unit: t('requests.unitDoors') },
  ];
  const grid = place.gridNumber === null ? null : t('requests.gridNamed', { grid: gridLabel(place.gridNumber) });
  return (
    <div className="qh-place">
      <p className="qh-place-name">
        <strong>{place.name}</strong>
        <span>{[grid, place.worker ?? t('requests.nobodyAssigned')].filter(Boolean).join('・')}</span>
        {onChange ? <TextAction text={t('requests.changePlace')} onAction={onChange} /> : null}
      </p>
      <dl className="qh-place-figures">
        {figures.map(({ label, value, unit }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Num value={value} unit={unit} strong />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
