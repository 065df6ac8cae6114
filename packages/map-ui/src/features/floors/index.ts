// The face of the floors: doors of one entrance and the work at them.
export { FloorPanel, type FloorPanelProps } from './floor-panel.tsx';
