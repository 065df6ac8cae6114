// Owns taking the map's selection into the form, once a selection. Refuses to overwrite what a person chose since.
import { useEffect, useEffectEvent } from 'react';
import type { PlaceChoice } from './request-data.ts';

/** Takes the preset entrance, or the only entrance of the preset building, when places are known. */
export function usePreset(
  preset: { readonly entrance?: string | null; readonly building?: string | null },
  places: readonly PlaceChoice[] | undefined,
  current: PlaceChoice | null,
  take: (place: PlaceChoice) => void,
): void {
  const entrance = preset.entrance ?? null;
  const building = preset.building ?? null;
  const ready = places !== undefined;
  const apply = useEffectEvent(() => {
    const inBuilding = (places ?? []).filter(({ buildingId }) => buildingId === building);
    const place =
      entrance === null
        ? inBuilding.length === 1
          ? inBuilding[0]
          : undefined
        : places?.find(({ id }) => id === entrance);
    if (place && place.id !== current?.id) take(place);
  });
  useEffect(() => {
    if (ready) apply();
  }, [ready, entrance, building]);
}
