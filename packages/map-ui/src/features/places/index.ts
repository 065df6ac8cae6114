// The face of places: panels of a grid and of a building.
export { BuildingPanel, type BuildingPanelProps } from './building-panel.tsx';
export { GridPanel, type GridPanelProps } from './grid-panel.tsx';
