// Owns scale bar, north arrow and attribution, drawn over the map by React. Refuses anything with a number that lives.
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats-context.tsx';
import type { CameraSource } from './map-view.types.ts';
import { scaleLength } from './scale-length.ts';

const MOST_PIXELS = 220;

/** Props of `MapFurniture`. */
export interface MapFurnitureProps {
  readonly view: CameraSource | null;
  /** Written as it is, e.g. "© OpenStreetMap contributors"; left out when the data needs none. */
  readonly attribution?: string | null;
}

/** Scale, north and who made the base data. Hidden in a hall: too small to read there. */
export function MapFurniture({ view, attribution }: MapFurnitureProps) {
  const metresPerPixel = useMetresPerPixel(view);
  const { t } = useTranslation();
  return (
    <div className="qh-map-furniture">
      {metresPerPixel === null ? null : <ScaleBar metresPerPixel={metresPerPixel} />}
      <div className="qh-north" role="img" aria-label={t('map.northUp')}>
        <svg width="14" height="26" viewBox="0 0 14 26" aria-hidden="true">
          <path d="M7 0 13 24 7 18 1 24Z" fill="currentColor" />
        </svg>
        <span>{t('map.north')}</span>
      </div>
      {attribution ? <span className="qh-attribution">{attribution}</span> : null}
    </div>
  );
}

function ScaleBar({ metresPerPixel }: { readonly metresPerPixel: number }) {
  const formats = useFormats();
  const { lengthMetres, widthPixels } = scaleLength(metresPerPixel, MOST_PIXELS);
  return (
    <div className="qh-scale-bar" style={{ width: widthPixels }}>
      <div className="qh-scale-bar-labels">
        <span>0</span>
        <span>{formats.number(lengthMetres / 2)}</span>
        <span>{formats.metres(lengthMetres)}</span>
      </div>
      <div className="qh-scale-bar-line" />
    </div>
  );
}

/** Null before the map stands; a number, so that React sees no change where there is none. */
function useMetresPerPixel(view: CameraSource | null): number | null {
  const subscribe = useCallback((changed: () => void) => view?.on('move', changed) ?? (() => undefined), [view]);
  return useSyncExternalStore(subscribe, () => view?.camera().metresPerPixel ?? null);
}
