// Owns the settings a map starts with: north up, nothing fetched, images drawn on demand.
import * as maplibregl from 'maplibre-gl';
import { FONT_FAMILY } from '../theme/tokens.ts';
import { drawImage } from './map-images.ts';
import './map-worker.ts';

/** @param label name of the map for those who do not see it */
export function createMap(container: HTMLElement, label: string, style: maplibregl.StyleSpecification): maplibregl.Map {
  const map = new maplibregl.Map({
    container,
    style,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    localIdeographFontFamily: FONT_FAMILY,
    locale: { 'Map.Title': label },
    canvasContextAttributes: { antialias: true },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((name) => {
    const drawn = drawImage(name);
    if (drawn && !map.hasImage(name)) map.addImage(name, drawn.image, { pixelRatio: drawn.pixelRatio });
  });
  return map;
}
