// Import: files looked at first, then saved exactly as they were seen.
export { ImportPanel, type ImportPanelProps } from './import-panel.tsx';
