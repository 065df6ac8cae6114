// Owns picking an entrance by typing "9-2". Refuses a place that does not exist: what is typed is a search, what is
// chosen is an entrance.
import { AutoComplete } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findEntrances, onlyEntrance } from './entrance-text.ts';
import { Field } from './field.tsx';
import { gridLabel } from './moment.ts';
import type { PlaceChoice } from './request-data.ts';

/** Props of `EntrancePicker`. */
export interface EntrancePickerProps {
  readonly places: readonly PlaceChoice[];
  /** Narrows what is offered before anything is typed. */
  readonly building: string | null;
  readonly error: string | null;
  readonly disabled: boolean;
  readonly onPick: (place: PlaceChoice) => void;
}

const SHOWN = 40;

export function EntrancePicker({ places, building, error, disabled, onPick }: EntrancePickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const near = useMemo(
    () => (building === null ? places : places.filter(({ buildingId }) => buildingId === building)),
    [places, building],
  );
  const found = findEntrances(typed, typed.trim() === '' ? near : places).slice(0, SHOWN);
  const unknown = typed.trim() !== '' && found.length === 0 ? t('requests.entranceUnknown') : null;
  const pickTyped = () => {
    const place = onlyEntrance(typed, places) ?? (found.length === 1 && typed.trim() !== '' ? found[0] : null);
    if (place) onPick(place);
  };
  const option = (place: PlaceChoice) => ({
    value: place.id,
    label: (
      <span className="qh-place-option">
        <span>{place.name}</span>
        <span>{place.gridNumber === null ? '' : t('requests.gridNamed', { grid: gridLabel(place.gridNumber) })}</span>
      </span>
    ),
  });
  return (
    <Field label={t('requests.entrance')} error={error ?? unknown} hint={t('requests.entranceHint')}>
      {(ids) => (
        <AutoComplete
          {...ids}
          classNames={{ popup: { root: 'qh-popup' } }}
          defaultActiveFirstOption
          disabled={disabled}
          value={typed}
          options={found.map(option)}
          onSearch={setTyped}
          onSelect={(id: string) => {
            const place = places.find((each) => each.id === id);
            if (place) onPick(place);
          }}
          onBlur={pickTyped}
        />
      )}
    </Field>
  );
}
