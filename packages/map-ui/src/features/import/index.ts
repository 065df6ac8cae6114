// Import: files looked at first, then saved exactly as they were seen.
export { CreateCommunityForm } from './create-community-form.tsx';
export { ImportPanel, type ImportPanelProps } from './import-panel.tsx';
