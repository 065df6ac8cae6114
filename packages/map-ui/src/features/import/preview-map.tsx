// Owns the look at shapes on a map before anything is written.
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapCanvas, MapFurniture, type MapView } from '#map/index';
import type { Preview } from './import-documents.ts';
import { previewGeometry } from './preview-geometry.ts';

const PADDING = { top: 40, right: 40, bottom: 56, left: 40 };

/** Props of `PreviewMap`. */
export interface PreviewMapProps {
  readonly preview: Preview;
  /** Whether the proposed outline was declined: it is not drawn then. */
  readonly declined: boolean;
}

export function PreviewMap({ preview, declined }: PreviewMapProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<MapView | null>(null);
  const [failed, setFailed] = useState(false);
  const label = t(preview.outlineProposed ? 'import.outlineProposed' : 'import.outline');
  const outline = preview.outlineProposed && declined ? null : (preview.outline ?? null);
  const geometry = useMemo(() => previewGeometry(preview.shapes, outline, label), [preview.shapes, outline, label]);
  // Another datum moves everything: go along.
  useEffect(() => view?.fit({ animate: false }), [view, geometry]);
  if (failed) return <p>{t('errors.mapFailed')}</p>;
  return (
    <div className="qh-import-map" data-testid="import-map">
      <MapCanvas
        label={t('import.map')}
        mode="desk"
        level="grids"
        stale={false}
        geometry={geometry}
        padding={PADDING}
        onView={setView}
        onFailure={() => setFailed(true)}
      >
        <div className="qh-import-furniture">
          <MapFurniture view={view} attribution={preview.attribution ?? null} />
        </div>
      </MapCanvas>
    </div>
  );
}
