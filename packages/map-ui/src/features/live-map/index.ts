// The live map with its legend, clock and controls.
export { LiveMap, type LiveMapProps } from './live-map.tsx';
