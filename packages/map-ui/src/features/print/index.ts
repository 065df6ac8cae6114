// Print: the A3 sheet of what the view shows.
export { PrintPanel, type PrintPanelProps } from './print-panel.tsx';
export { PlanPrintPanel, type PlanPrintPanelProps } from './plan-print-panel.tsx';
