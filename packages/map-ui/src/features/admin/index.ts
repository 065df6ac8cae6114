// Administration: accounts and their one-time links; who read residents' contacts.
export { AdminPanel, type AdminPanelProps } from './admin-panel.tsx';
