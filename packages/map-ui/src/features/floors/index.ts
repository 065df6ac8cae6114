// The face of the floors: doors of one entrance and the work at them.
export { visitBox } from './visit-box.ts';
export { FloorPanel, type FloorPanelProps } from './floor-panel.tsx';
