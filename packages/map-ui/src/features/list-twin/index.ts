// The list twin of the map.
export { ListPanel, type ListPanelProps } from './list-panel.tsx';
